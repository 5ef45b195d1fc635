import type { CivilDate } from '../basics/civil-date.ts';
import type { MatterId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { dayNotYet, type DayNotYet } from '../standing/day-not-yet.ts';
import { disposalStanding, type DisposalState } from './disposal.ts';

export type AnswerDisposal = {
  readonly disposal: MatterId;
  readonly answer: 'consented' | 'refused';
  readonly ref: string;
  readonly on: CivilDate;
  /** Whether somebody of the ward attends; without a word she does. */
  readonly attendance?: 'attends' | 'waived' | undefined;
};

export type AnswerDisposalRefusal =
  | RefusalOf<'no-such-disposal', { disposal: MatterId }>
  | RefusalOf<'disposal-answered-already', { disposal: MatterId }>
  | DayNotYet;

/** The ward's written word on an application: its consent or its no (PII-12-2), and whether it attends (PII-12-3). */
export function answerDisposal(
  state: { readonly disposal: DisposalState },
  { disposal, answer, ref, on, attendance = 'attends' }: AnswerDisposal,
  context: Context,
): Decision | AnswerDisposalRefusal {
  const standing = disposalStanding(state.disposal);
  if (standing === undefined) return { refused: 'no-such-disposal', disposal };
  if (standing !== 'requested') return { refused: 'disposal-answered-already', disposal };
  const early = dayNotYet(on, context);
  if (early) return early;
  return {
    facts: [
      answer === 'consented'
        ? { type: 'disposal.consented', disposal, ref, on, attendance }
        : { type: 'disposal.refused', disposal, ref, on },
    ],
  };
}
