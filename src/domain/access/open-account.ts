import type { AccountId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { AccountState } from './account.ts';
import type { WorkerUnknown } from './notify-worker.ts';
import type { OfficeState } from './office.ts';
import { openReview } from './reviews.ts';
import { lacksOf, type Lack } from './worker-ready.ts';

export type OpenAccount = { readonly account: AccountId };

export type OpenAccountRefusal =
  | WorkerUnknown
  | RefusalOf<'account-open-already', { account: AccountId }>
  | RefusalOf<'worker-not-ready', { lacks: readonly Lack[] }>;

/** The ID begins to count: for somebody notified, taught and pledged only. It gives no right yet (SEC-4-1, SEC-6-2). */
export function openAccount(
  state: { readonly account: AccountState; readonly office: OfficeState },
  { account }: OpenAccount,
  context: Context,
): Decision | OpenAccountRefusal {
  const { registered, open } = state.account;
  if (!registered) return { refused: 'worker-unknown', account };
  if (open) return { refused: 'account-open-already', account };
  const lacks = lacksOf(state.account, context.today, context.rules.access);
  if (lacks.length > 0) return { refused: 'worker-not-ready', lacks };
  return {
    facts: [
      { type: 'account.opened', account, holder: registered.holder },
      ...openReview(state.office.reviews, { cause: 'joined', of: account }, context),
    ],
  };
}
