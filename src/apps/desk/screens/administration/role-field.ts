import { ROLE_NAMES } from '../../../../gate/inside/account.ts';
import { ROLE_WORDS } from '../../../../programmes/words/role-names.ts';
import type { FieldSpec } from '../../field-spec.ts';

/** Which right: one of the roles of section 13. */
export const roleField: FieldSpec = {
  kind: 'one',
  name: 'role',
  label: '権限',
  look: 'list',
  options: ROLE_NAMES.map((value) => ({ value, label: ROLE_WORDS[value] })),
};
