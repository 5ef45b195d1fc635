import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from '../standing/case-open.ts';
import { dayNotYet, type DayNotYet } from '../standing/day-not-yet.ts';

export type DecideFollowUp = {
  readonly case: CaseId;
  readonly to: boolean;
  /** Of the ward's word. */
  readonly ref: string;
  /** The day of the ward's word. */
  readonly on: CivilDate;
};

export type DecideFollowUpRefusal = NotOpen | DayNotYet;

/**
 * The ward's word on 要フォロー, which ends a proposal either way (CHI-5-7). Length and price of a visit follow what was
 * accepted before it began (AMB-46): a visit that is over keeps what it was.
 */
export function decideFollowUp(
  seen: CaseSeen,
  command: DecideFollowUp,
  context: Context,
): Decision | DecideFollowUpRefusal {
  const { case: id, to, ref, on } = command;
  const refused = notOpen(seen, id) ?? dayNotYet(on, context);
  if (refused) return refused;
  const { followUp, followUpProposed } = seen.case.standing;
  if (followUp === to && followUpProposed === undefined) return KNOWN_ALREADY;
  return { facts: [{ type: 'case.follow-up-decided', case: id, to, ref, on }] };
}
