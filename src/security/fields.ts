import type { SectionName } from '../domain/decision.ts';
import type { RoleName } from '../domain/facts/governance.ts';
import type { Scope } from './access.ts';

/** A field of the vault as rows name it: `section.field`. */
export type FieldName = `${SectionName}.${string}`;

/**
 * Vault section × role × scope (requirements.md section 13). What is not here is not opened: a question that asks for
 * more gets the field withheld, whatever it asks. `assigned` = only for cases assigned to this person.
 */
export const SECTION_READERS: Readonly<Record<SectionName, Readonly<Partial<Record<RoleName, Scope>>>>> = {
  identity: {
    visitor: 'assigned',
    'responsible-manager': 'programme',
    operator: 'programme',
    'mailing-clerk': 'programme',
    'ward-staff': 'programme',
  },
  reference: { 'responsible-manager': 'programme', 'mailing-clerk': 'programme', 'ward-staff': 'programme' },
  address: {
    visitor: 'assigned',
    'responsible-manager': 'programme',
    operator: 'programme',
    'mailing-clerk': 'programme',
    'ward-staff': 'programme',
  },
  'mail-address': {
    'responsible-manager': 'programme',
    'mailing-clerk': 'programme',
    'ward-staff': 'programme',
  },
  'delivery-address': {
    'responsible-manager': 'programme',
    operator: 'programme',
    'mailing-clerk': 'programme',
    'ward-staff': 'programme',
  },
  contact: {
    visitor: 'assigned',
    'responsible-manager': 'programme',
    operator: 'programme',
    'ward-staff': 'programme',
  },
  language: {
    visitor: 'assigned',
    'responsible-manager': 'programme',
    operator: 'programme',
    'mailing-clerk': 'programme',
    'ward-staff': 'programme',
  },
  remarks: { 'responsible-manager': 'programme', 'ward-staff': 'programme' },
  background: { visitor: 'assigned', 'responsible-manager': 'programme', 'ward-staff': 'programme' },
  answers: { visitor: 'assigned', 'responsible-manager': 'programme', 'ward-staff': 'programme' },
  applicant: { 'responsible-manager': 'programme', operator: 'programme', 'ward-staff': 'programme' },
  visit: { visitor: 'assigned', 'responsible-manager': 'programme', 'ward-staff': 'programme' },
  'report-line': { 'responsible-manager': 'programme', 'ward-staff': 'programme' },
  consultation: { visitor: 'assigned', 'responsible-manager': 'programme', 'ward-staff': 'programme' },
  inquiry: { 'responsible-manager': 'programme', operator: 'programme', 'ward-staff': 'programme' },
  invite: {},
  // With answers that were asked alone: for who looks after what was refused.
  portal: { 'responsible-manager': 'programme' },
  // The register of hand-overs (B-06): who gave, who took, what the receipt says.
  handover: {
    'responsible-manager': 'programme',
    'work-supervisor': 'programme',
    'mailing-clerk': 'programme',
    'ward-staff': 'programme',
    auditor: 'programme',
  },
  staff: {
    administrator: 'programme',
    'access-approver': 'programme',
    'responsible-manager': 'programme',
    'work-supervisor': 'programme',
    'ward-staff': 'programme',
    auditor: 'programme',
  },
  // Hashes and secrets of second factors: compared by our own sign-in, read by nobody (SEC-5-1).
  'sign-in': {},
  // People of the ward: by function to everybody else (CHI-15.2-1).
  'ward-person': { 'ward-staff': 'programme' },
  // What somebody keeps for herself: read by herself alone (`ofOneself`), whatever her roles.
  own: {},
};

/** Fields that a role never sees though its section is open to it: an address needs no date of birth (section 13). */
export const WITHHELD: Readonly<Partial<Record<FieldName, readonly RoleName[]>>> = {
  'identity.birthDate': ['mailing-clerk'],
};

/** What the ward tells about a woman is for the manager in office, a deputy only while acting (CHI-8.3-3, AMB-54). */
export const ACTING_MANAGER_ONLY: readonly SectionName[] = ['background'];

/**
 * Whether any of the roles may open the field. `assigned`: the case is assigned to this person; `acting`: she is the
 * responsible manager in office or the deputy who stands in.
 */
export function mayOpen(
  field: FieldName,
  held: readonly RoleName[],
  her: { readonly assigned: boolean; readonly acting: boolean },
): boolean {
  const section = sectionOf(field);
  return held.some((role) => {
    if (isWithheld(field, role)) return false;
    if (role === 'responsible-manager' && ACTING_MANAGER_ONLY.includes(section) && !her.acting) return false;
    const scope = SECTION_READERS[section][role];
    return scope === 'programme' || (scope === 'assigned' && her.assigned);
  });
}

/** A whole section (`identity.*`) is withheld where one of its fields is. */
function isWithheld(field: FieldName, role: RoleName): boolean {
  return Object.entries(WITHHELD).some(
    ([name, roles]) =>
      (name === field || (field.endsWith('.*') && name.startsWith(field.slice(0, -1)))) &&
      roles?.includes(role) === true,
  );
}

export function sectionOf(field: FieldName): SectionName {
  return field.slice(0, field.indexOf('.')) as SectionName;
}
