import type { CaseId, MessageId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { dueMessages, quietUntil } from './due-messages.ts';

/** Somebody or the clock wants to send what was planned. */
export type SendMessage = {
  readonly message: MessageId;
  readonly case: CaseId;
  readonly about: string;
  readonly ref?: string | undefined;
};

export type SendMessageRefusal =
  | RefusalOf<'no-such-case'>
  | RefusalOf<'message-exists'>
  | RefusalOf<'quiet-hours', { until: Instant }>
  | RefusalOf<'call-instead'>;

/**
 * The last word before a mail leaves, with her case locked: is it still due, does nothing stop it? If not, that it was
 * stopped is written down and nothing goes (design.md 3, "Sending and stopping"). One mail for one person, never two:
 * what was sent is not due again.
 */
export function sendMessage(
  state: { readonly case: CaseState },
  { message, case: id, about, ref }: SendMessage,
  { now, rules }: Context,
): Decision | SendMessageRefusal {
  const { standing, messages } = state.case;
  if (!standing.opened) return { refused: 'no-such-case' };
  if (messages.sent.some((one) => one.message === message)) return { refused: 'message-exists' };
  const what = { case: id, message, about, channel: 'email', ...(ref ? { ref } : {}) } as const;
  const due = dueMessages(state.case, now, rules).find((one) => one.about === about && one.ref === ref);
  if (!due) return { facts: [{ type: 'message.stopped', ...what, reason: 'not-due' }] };
  if (due.way === 'call') return { refused: 'call-instead' };
  const until = quietUntil(now, rules.messages);
  if (until) return { refused: 'quiet-hours', until };
  return {
    facts: [{ type: about === 'no-booking' ? 'recall.sent' : 'message.sent', ...what }],
    send: [{ queue: 'mail', ref: message, case: id }],
  };
}
