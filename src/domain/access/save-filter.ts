import type { AccountId, FilterId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { AccountState } from './account.ts';
import { onlyHerself, type OnlyOneself } from './credential.ts';
import type { AccountNotOpen } from './request-access.ts';

export type SaveFilterRefusal =
  | AccountNotOpen
  | OnlyOneself
  | RefusalOf<'saved-filters-full', { most: number }>
  | RefusalOf<'saved-filter-unknown'>;

type State = { readonly account: AccountState };
type Hers = { readonly account: AccountId; readonly filter: FilterId };

/** More than these above one list help nobody to find one. */
const MOST_OF_A_LIST = 12;

/**
 * Keeps the present filter of a list for herself, under a name of hers that lies in the vault: on every terminal, for
 * nobody else. The same once more is the same; what it narrows down to stays, another name is `renameFilter`.
 */
export function saveFilter(
  { account: state }: State,
  input: Hers & { readonly page: string; readonly codes: string; readonly name: string },
  context: Context,
): Decision | SaveFilterRefusal {
  const { account, filter, page, codes, name } = input;
  const refused = onlyHerself(state, account, context);
  if (refused) return refused;
  // Sent once more, whatever was lost on the way back.
  if (!knownOnly(state, filter)) return { facts: [], keep: [keepName(account, filter, { name })] };
  const there = state.savedFilters.filter((one) => one.page === page);
  if (there.length >= MOST_OF_A_LIST) return { refused: 'saved-filters-full', most: MOST_OF_A_LIST };
  return {
    facts: [{ type: 'account.filter-saved', account, filter, page, codes }],
    keep: [keepName(account, filter, { name })],
  };
}

/** Another name for the same filter: nothing happened that a journal would tell. */
export function renameFilter(
  { account: state }: State,
  { account, filter, name }: Hers & { readonly name: string },
  context: Context,
): Decision | SaveFilterRefusal {
  const refused = onlyHerself(state, account, context) ?? knownOnly(state, filter);
  return refused ?? { facts: [], keep: [keepName(account, filter, { name })] };
}

/** Takes it away, with its name. */
export function dropFilter(
  { account: state }: State,
  { account, filter }: Hers,
  context: Context,
): Decision | SaveFilterRefusal {
  const refused = onlyHerself(state, account, context) ?? knownOnly(state, filter);
  if (refused) return refused;
  return {
    facts: [{ type: 'account.filter-dropped', account, filter }],
    keep: [keepName(account, filter, {})],
  };
}

function knownOnly({ savedFilters }: AccountState, filter: FilterId): SaveFilterRefusal | undefined {
  return savedFilters.some((one) => one.filter === filter) ? undefined : { refused: 'saved-filter-unknown' };
}

function keepName(account: AccountId, filter: FilterId, value: Readonly<Record<string, string>>) {
  return { of: account, section: 'own', item: filter, value } as const;
}
