import type { PortalMessage } from '../../domain/portal/message.ts';
import type { OwnPart, Seat, Sent } from '../../domain/portal/own-part.ts';
import type { SendOutcome } from '../../gate/outside/outside-gate.ts';
import type { OpenAsk } from './ask.ts';
import { onceOf } from './form-parts.ts';
import { callingPage } from './pages/calling.tsx';
import { faultPage } from './pages/fault.tsx';
import { go } from '../kit/server/go.ts';
import type { Reply } from './reply.ts';

/**
 * Sends one message and leads on: to `to` once it is stored, to the page that says why not otherwise. `changes`: what her
 * draft says after it; number, seat and quiet are the gate's. The mark in the form makes a double click one sending.
 */
export async function sendAndGo(
  ask: OpenAsk,
  message: PortalMessage,
  wish: {
    readonly changes?: ((sent: Sent) => Partial<OwnPart>) | undefined;
    readonly take?: Seat | undefined;
    readonly once?: string | undefined;
    readonly to: string;
    readonly taken?: string | undefined;
    /** Where a refusal leads that can be mended there. */
    readonly refused?: string | undefined;
  },
): Promise<Reply> {
  const { session, portal } = ask;
  const { own } = session;
  const outcome = await portal.gate.send(session, message, {
    once: wish.once ?? onceOf(ask),
    own: (sent) => ({ ...own, ...wish.changes?.(sent) }),
    take: wish.take,
  });
  return replyTo(outcome, ask, wish);
}

function replyTo(
  outcome: SendOutcome,
  ask: OpenAsk,
  {
    to,
    taken = '/times?taken',
    refused,
  }: { readonly to: string; readonly taken?: string | undefined; readonly refused?: string | undefined },
): Reply {
  switch (outcome.result) {
    case 'sent':
      return go(to);
    case 'taken':
      return go(taken);
    case 'refused':
      return refused === undefined ? faultPage(ask, 409, 'notTaken') : go(refused);
    case 'calling':
      return callingPage(ask);
  }
}
