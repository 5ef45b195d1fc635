import type { CaseId } from '../basics/ids.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { subjectOf } from '../rules-of.ts';
import { joined } from '../standing/carry-out-stop.ts';
import type { CaseSeen } from '../standing/case-open.ts';
import { withdraw, type WithdrawRefusal } from '../standing/withdraw.ts';
import { groupOf } from './next-card.ts';

export type RecordMemberCall = {
  readonly case: CaseId;
  readonly result: string;
  /** Why the person has not attended, when it was said (SCR-A-8). */
  readonly reason?: string | undefined;
};

export type RecordMemberCallRefusal =
  | RefusalOf<'not-a-member', { case: CaseId }>
  | RefusalOf<'control-not-called', { case: CaseId }>
  | RefusalOf<'call-result-unknown', { result: string }>
  | RefusalOf<'call-reason-unknown', { reason: string }>
  | WithdrawRefusal;

/** What came of a call to a member (SCR-A-8). A wish to be left alone is carried out in the same step (SCR-A-4). */
export function recordMemberCall(
  seen: CaseSeen,
  { case: id, result, reason }: RecordMemberCall,
  context: Context,
): Decision | RecordMemberCallRefusal {
  const members = subjectOf(context.rules, 'members');
  const { opening, group } = seen.case.member;
  if (!opening || !group) return { refused: 'not-a-member', case: id };
  // A call to the control group would spoil the comparison; whoever calls us is helped and counts nowhere.
  if (groupOf(group.group, members)?.card === undefined) return { refused: 'control-not-called', case: id };
  const known = members.calls.results[result];
  if (!known) return { refused: 'call-result-unknown', result };
  if (reason !== undefined && !members.calls.reasons.includes(reason)) {
    return { refused: 'call-reason-unknown', reason };
  }
  const made: Decision = {
    facts: [
      { type: 'call.made', case: id, about: 'recall', result, ...(reason === undefined ? {} : { reason }) },
    ],
  };
  if (!known.stop) return made;
  const stop = withdraw(seen, { case: id, channel: 'phone' }, context);
  return isRefusal(stop) ? stop : joined(made, stop);
}
