import type { CaseId, MessageId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { mayGoOut } from '../standing/what-stops-what.ts';

export type RecordBounce = { readonly case: CaseId; readonly message: MessageId; readonly reason: string };

export type RecordBounceRefusal = RefusalOf<'no-such-message'>;

/** A mail came back: the address is not used again until she gives one anew, and somebody calls her, if calls may be made. */
export function recordBounce(
  state: { readonly case: CaseState },
  { case: id, message, reason }: RecordBounce,
  { today }: Context,
): Decision | RecordBounceRefusal {
  const sent = state.case.messages.sent.find((one) => one.message === message && one.status === 'sent');
  if (!sent) return { refused: 'no-such-message' };
  const { about, channel, ref } = sent;
  return {
    facts: [{ type: 'message.bounced', case: id, message, about, channel, ...(ref ? { ref } : {}), reason }],
    ...(mayGoOut(state.case.standing, 'calls', today).goes
      ? { send: [{ queue: 'call', ref: message, case: id }] }
      : {}),
  };
}
