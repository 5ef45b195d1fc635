import type { CaseId, MessageId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { quietUntil, stillDue } from './due-messages.ts';

export type HandOverMessage = { readonly case: CaseId; readonly message: MessageId };

export type HandOverMessageRefusal =
  | RefusalOf<'no-such-message'>
  | RefusalOf<'message-handed-over'>
  | RefusalOf<'quiet-hours', { until: Instant }>;

/**
 * The last step before the act: with her case locked the rule is asked once more, and what a stop, a new date or a
 * bounce has overtaken since it was ordered is stopped. Handed over is said once for a message, so that the act is done
 * at most once; what became of it is told with `settle-message.ts`.
 */
export function handOverMessage(
  state: { readonly case: CaseState },
  { case: id, message }: HandOverMessage,
  { now, rules }: Context,
): Decision | HandOverMessageRefusal {
  const ordered = state.case.messages.sent.find((one) => one.message === message && one.status === 'sent');
  if (!ordered) return { refused: 'no-such-message' };
  if (ordered.handedOver) return { refused: 'message-handed-over' };
  const { about, channel, ref } = ordered;
  if (!stillDue(state.case, ordered, now, rules)) {
    const what = { case: id, message, about, channel, ...(ref ? { ref } : {}) };
    return { facts: [{ type: 'message.stopped', ...what, reason: 'not-due' }] };
  }
  const until = quietUntil(now, rules.messages);
  if (until) return { refused: 'quiet-hours', until };
  return { facts: [{ type: 'message.handed-over', case: id, message }] };
}
