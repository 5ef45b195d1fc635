import type { AccountId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { AccountState } from './account.ts';
import { relieve, type LastManager } from './managers.ts';
import type { DayToCome, WorkerUnknown } from './notify-worker.ts';
import type { OfficeState } from './office.ts';
import { openReview } from './reviews.ts';

/** The end of somebody's work here. Card and reminder are compulsory: without them the procedure stays open. */
export type LeaveAccount = {
  readonly account: AccountId;
  readonly on: CivilDate;
  readonly entryCard: CivilDate | 'none-issued';
  readonly reminderSignedOn: CivilDate;
};

export type LeaveAccountRefusal =
  | WorkerUnknown
  | DayToCome
  | LastManager
  | RefusalOf<'left-already', { account: AccountId }>;

/** SEC-4-8, SEC-4-9, CHI-12-4, PII-6-1: rights end, the entry card is back, the lasting duty of secrecy is signed for. */
export function leaveAccount(
  state: { readonly account: AccountState; readonly office: OfficeState },
  { account, on, entryCard, reminderSignedOn }: LeaveAccount,
  context: Context,
): Decision | LeaveAccountRefusal {
  const { registered, open, disabled, leftOn } = state.account;
  if (!registered) return { refused: 'worker-unknown', account };
  if (leftOn) return { refused: 'left-already', account };
  const days = [on, reminderSignedOn, ...(entryCard === 'none-issued' ? [] : [entryCard])];
  const late = days.find((day) => day > context.today);
  if (late) return { refused: 'access-day-to-come', date: late };
  const office = relieve(state.office.managers, account, context.today);
  if (isRefusal(office)) return office;
  return {
    facts: [
      ...(open && !disabled ? [{ type: 'account.disabled', account, reason: 'left' } as const] : []),
      { type: 'account.left', account, on, entryCard, reminderSignedOn },
      ...office,
      ...openReview(state.office.reviews, { cause: 'left', of: account }, context),
    ],
    release: [{ kind: 'person-account', key: registered.holder }],
  };
}
