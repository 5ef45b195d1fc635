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
  visit: { visitor: 'assigned', 'responsible-manager': 'programme', 'ward-staff': 'programme' },
  consultation: { visitor: 'assigned', 'responsible-manager': 'programme', 'ward-staff': 'programme' },
  inquiry: { 'responsible-manager': 'programme', operator: 'programme', 'ward-staff': 'programme' },
  invite: {},
  staff: { administrator: 'programme', 'access-approver': 'programme', 'responsible-manager': 'programme' },
};

/** Whether any of the roles may open the section for a case that is (or is not) assigned to this person. */
export function maySee(section: SectionName, held: readonly RoleName[], isAssigned: boolean): boolean {
  return held.some((role) => {
    const scope = SECTION_READERS[section][role];
    return scope === 'programme' || (scope === 'assigned' && isAssigned);
  });
}

export function sectionOf(field: FieldName): SectionName {
  return field.slice(0, field.indexOf('.')) as SectionName;
}
