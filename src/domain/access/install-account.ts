import type { AccountId, PersonId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { RoleName } from '../facts/governance.ts';
import type { AccountState } from './account.ts';

/** The first people of a place, named by whoever makes it. Everybody later goes through request and approval. */
export type InstallAccount = {
  readonly account: AccountId;
  /** Digest of what identifies the person at work: a second active ID for one person is refused (SEC-4-1). */
  readonly holder: string;
  readonly name: string;
  readonly roles: readonly RoleName[];
  readonly until: CivilDate;
};

export type InstallAccountRefusal = RefusalOf<'account-exists', { account: AccountId }>;

export function installAccount(
  state: { readonly account: AccountState },
  command: InstallAccount,
  context: Context,
): Decision | InstallAccountRefusal {
  const { account, until } = command;
  if (state.account.open) return { refused: 'account-exists', account };
  const person: PersonId = context.ids.fresh('person');
  return {
    facts: [
      { type: 'account.opened', account, holder: command.holder },
      ...command.roles.map(
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
    ],
    claim: [{ kind: 'person-account', key: command.holder }],
    link: [{ subject: account, person }],
    keep: [{ of: person, section: 'staff', value: { name: command.name } }],
  };
}
