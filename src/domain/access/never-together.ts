import type { RoleName, Side } from '../facts/governance.ts';

/** Which roles a person of each side may have: the ward's people never work for the contractor, nor the other way. */
export const ROLES_OF_SIDE: Readonly<Record<Side, readonly RoleName[]>> = {
  contractor: [
    'visitor',
    'responsible-manager',
    'work-supervisor',
    'operator',
    'mailing-clerk',
    'administrator',
    'access-approver',
  ],
  ward: ['ward-staff', 'auditor'],
  subcontractor: ['subcontract-worker'],
};

/**
 * Roles that no person may hold together: administration and any other work (SEC-4-2), and auditing and what is audited
 * (section 13: an auditor changes nothing). Roles of different sides never meet anyway.
 */
export const NEVER_TOGETHER: readonly (readonly [RoleName, RoleName])[] = [
  ...ROLES_OF_SIDE.contractor
    .filter((role) => role !== 'administrator')
    .map((role) => ['administrator', role] as const),
  ['auditor', 'ward-staff'],
];

/** The first role among those held that a new one must not meet; `undefined` when all is well. */
export function forbiddenBeside(role: RoleName, held: readonly RoleName[]): RoleName | undefined {
  return held.find(
    (other) =>
      sideOf(other) !== sideOf(role) ||
      NEVER_TOGETHER.some(([one, two]) => (one === role && two === other) || (one === other && two === role)),
  );
}

export function sideOf(role: RoleName): Side {
  if (ROLES_OF_SIDE.ward.includes(role)) return 'ward';
  return ROLES_OF_SIDE.subcontractor.includes(role) ? 'subcontractor' : 'contractor';
}
