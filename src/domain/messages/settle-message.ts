import type { CaseId, MessageId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

/** What became of a mail that was handed over: said by the relay, or found out by a person when there was no answer. */
export type SettleMessage = {
  readonly case: CaseId;
  readonly message: MessageId;
  readonly result: 'accepted' | 'failed';
  /** A code: why it did not leave. */
  readonly reason?: string | undefined;
};

export type SettleMessageRefusal = RefusalOf<'no-such-message'> | RefusalOf<'message-settled'>;

/** It is never sent again by itself: what failed for certain becomes a call, what nobody knows a question to a person. */
export function settleMessage(
  state: { readonly case: CaseState },
  { case: id, message, result, reason }: SettleMessage,
  _context: Context,
): Decision | SettleMessageRefusal {
  const found = state.case.messages.sent.find((one) => one.message === message);
  if (!found?.handedOver) return { refused: 'no-such-message' };
  if (found.accepted || found.status !== 'sent') return { refused: 'message-settled' };
  return {
    facts: [{ type: `message.${result}`, case: id, message, ...(reason ? { reason } : {}) }],
  };
}
