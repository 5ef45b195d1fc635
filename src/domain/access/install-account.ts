import type { AccountId, PersonId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { RoleName } from '../facts/governance.ts';
import type { AccountState } from './account.ts';
import { appoint } from './managers.ts';
import { forbiddenBeside, sideOf } from './never-together.ts';
import type { OfficeState } from './office.ts';

/** The first people of a place, named by whoever makes it. Everybody later goes through request and approval. */
export type InstallAccount = {
  readonly account: AccountId;
  /** The personnel number, or a digest of it: a second active ID for one person is refused (SEC-4-1). */
  readonly holder: string;
  readonly name: string;
  readonly roles: readonly RoleName[];
  readonly until: CivilDate;
};

export type InstallAccountRefusal =
  | RefusalOf<'account-exists', { account: AccountId }>
  | RefusalOf<'first-roles-never-together', { role: RoleName; beside: RoleName }>;

/** Of several responsible managers the first is it, the others are her deputies (CHI-6.1-1). */
export function installAccount(
  state: { readonly account: AccountState; readonly office: OfficeState },
  command: InstallAccount,
  context: Context,
): Decision | InstallAccountRefusal {
  const { account, until, roles, holder, name } = command;
  if (state.account.registered || state.account.open) return { refused: 'account-exists', account };
  for (const role of roles) {
    const beside = forbiddenBeside(role, roles);
    if (beside) return { refused: 'first-roles-never-together', role, beside };
  }
  const [first] = roles;
  const side = first ? sideOf(first) : 'contractor';
  const person: PersonId = context.ids.fresh('person');
  return {
    facts: [
      {
        type: 'worker.registered',
        account,
        holder,
        side,
        ...(side === 'ward' && first ? { function: first } : {}),
      },
      { type: 'account.opened', account, holder },
      ...roles.map(
        (role) =>
          ({
            type: 'access.granted',
            account,
            request: context.ids.fresh('request'),
            role,
            until,
            by: 'system:init',
          }) as const,
      ),
      ...(roles.includes('responsible-manager')
        ? appoint(state.office.managers, account, until, context.today)
        : []),
    ],
    claim: [{ kind: 'person-account', key: holder }],
    link: [{ subject: account, person }],
    keep: [{ of: person, section: side === 'ward' ? 'ward-person' : 'staff', value: { name } }],
  };
}
