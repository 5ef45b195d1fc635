import type { AccountId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { AccountState } from './account.ts';

/** The written notice to the ward that names a worker. */
export type NotifyWorker = {
  readonly account: AccountId;
  readonly ref: string;
  readonly submittedOn: CivilDate;
  readonly effectiveFrom: CivilDate;
};

export type WorkerUnknown = RefusalOf<'worker-unknown', { account: AccountId }>;
export type DayToCome = RefusalOf<'access-day-to-come', { date: CivilDate }>;
export type NotifyWorkerRefusal =
  | WorkerUnknown
  | DayToCome
  | RefusalOf<'not-before-notice', { submittedOn: CivilDate; effectiveFrom: CivilDate }>;

/** PII-3-1, PII-3-2: in writing, before; a change holds from a day after the notice was handed in, never before. */
export function notifyWorker(
  state: { readonly account: AccountState },
  { account, ref, submittedOn, effectiveFrom }: NotifyWorker,
  { today }: Context,
): Decision | NotifyWorkerRefusal {
  if (!state.account.registered) return { refused: 'worker-unknown', account };
  if (submittedOn > today) return { refused: 'access-day-to-come', date: submittedOn };
  if (effectiveFrom <= submittedOn) return { refused: 'not-before-notice', submittedOn, effectiveFrom };
  return { facts: [{ type: 'worker.notified', account, ref, submittedOn, effectiveFrom }] };
}
