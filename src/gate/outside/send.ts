import { epochOf, type Instant } from '../../domain/basics/instant.ts';
import { afterSending, seatGivenUp } from '../../domain/portal/after-sending.ts';
import { maySend } from '../../domain/portal/may-send.ts';
import type { PortalMessage } from '../../domain/portal/message.ts';
import type { OwnPart, Seat, Sent } from '../../domain/portal/own-part.ts';
import { receiptNo } from '../../domain/portal/receipt-no.ts';
import { envelopePsk } from '../../security/capsule.ts';
import { sha256, sha256Hex } from '../../security/digest.ts';
import { sealEnvelope } from '../../security/envelope.ts';
import { seal, unseal } from '../../security/sealing.ts';
import { secretsOfCookie } from '../../security/session-cookie.ts';
import type { Writer } from '../../store/connection.ts';
import { addEnvelope, rememberOnce, sentOnce } from '../../store/outside/envelope.ts';
import { freeSeat, takeSeat } from '../../store/outside/seat.ts';
import { findSessionAlone, keepAloneSealed } from '../../store/outside/session.ts';
import { herSession, herSessionOf, jsonIn, paddedJson, writeHers, type HerSession } from './her-session.ts';
import type { OpenSession, SendOutcome } from './outside-gate.ts';
import type { OutsideParts } from './outside-parts.ts';
import { footing, isCalling } from './standing.ts';

export type SendWish = {
  readonly once: string;
  readonly own: (sent: Sent) => OwnPart;
  readonly take?: Seat | undefined;
};

/** Version of the messages as they are written here; the same for all, for what it is stays inside. */
export const MESSAGE_FORM = 'portal/1';

/** Rolls the transaction back: somebody else has the seat. */
class SeatGone extends Error {}

/** See `OutsideGate.send`. Her capsule's row is locked first: of two presses of a button the second finds the first. */
export async function send(
  parts: OutsideParts,
  session: OpenSession,
  message: PortalMessage,
  wish: SendWish,
): Promise<SendOutcome> {
  const { standing } = await footing(parts);
  const silent = await isCalling(parts);
  const recipient = standing.recipient?.key;
  // What stops us is taken even when nothing else is: it acts here at once.
  if (!recipient || (silent && !ALWAYS.includes(message.kind))) return { result: 'calling' };
  const secrets = secretsOfCookie(parts.keys.secret, session.cookie);
  if (!secrets) throw new Error('The session has ended');
  try {
    return await parts.store.write(async (writer) => {
      const now = parts.now();
      // The lock comes first: what is looked up behind it sees what another press of the button has just sent.
      const [row, before] = await Promise.all([
        findSessionAlone(writer, secrets.hash, epochOf(now)),
        sentOnceOf(writer, herSessionOf(session), wish.once),
      ]);
      const hers = row && herSession(row, secrets, session.cookie);
      if (!hers) throw new Error('The session has ended');
      return sendHers(parts, writer, hers, { message, wish, now, recipient, before });
    });
  } catch (error) {
    if (error instanceof SeatGone) return { result: 'taken' };
    throw error;
  }
}

const ALWAYS: readonly PortalMessage['kind'][] = ['stop', 'loss'];

type Sending = {
  readonly message: PortalMessage;
  readonly wish: SendWish;
  readonly now: Instant;
  readonly recipient: Buffer;
  /** What this press has sent before, if it was looked up already. */
  readonly before: { readonly sealed: Buffer | undefined } | undefined;
};

async function sentOnceOf(
  writer: Writer,
  hers: HerSession | undefined,
  once: string,
): Promise<Sending['before']> {
  return hers && { sealed: await sentOnce(writer, hers.locator, onceHash(hers.locator, once)) };
}

function onceHash(locator: Buffer, once: string): Buffer {
  return sha256(`once|${locator.toString('hex')}|`, once);
}

async function sendHers(
  parts: OutsideParts,
  writer: Writer,
  hers: HerSession,
  { message, wish, now, recipient, before }: Sending,
): Promise<SendOutcome> {
  const { session, locator, key } = hers;
  const { inside, own } = session;
  const name = locator.toString('hex');
  const once = onceHash(locator, wish.once);
  const { sealed } = before ?? { sealed: await sentOnce(writer, locator, once) };
  if (sealed) {
    return { result: 'sent', sent: jsonIn(unseal(key, sealed, onceBound(name, once))) as Sent, session };
  }
  const refusal = maySend({ inside, own, now, rules: parts.rules }, message);
  if (refusal) return { result: 'refused', code: refusal.refused };
  const take = seatOf(message, wish, own);
  if (take === 'other-seat') return { result: 'taken' };

  const label = { locator: name, counter: own.counter + 1, form: MESSAGE_FORM };
  const psk = envelopePsk(key, name);
  const { id, bytes } = await sealEnvelope(recipient, psk, label, Buffer.from(JSON.stringify(message)));
  const sent: Sent = { envelope: id, kind: message.kind, at: now, no: receiptNo(id) };
  const next = afterSending(own, wish.own(sent), { message, sent, ...(take ? { took: take } : {}) });
  const givenUp = seatGivenUp(own, message);
  const envelope = Buffer.from(id, 'hex');
  const [got, written] = await Promise.all([
    take ? takeSeat(writer, take, envelope, epochOf(now)) : true,
    writeHers(writer, hers, next, now),
    addEnvelope(writer, {
      id: envelope,
      locator,
      counter: label.counter,
      form: label.form,
      key: sha256Hex(recipient).slice(0, 16),
      at: now,
      sealed: bytes,
    }),
    rememberOnce(writer, locator, once, seal(key, paddedJson(sent), onceBound(name, once)), epochOf(now)),
    ...(givenUp ? [freeSeat(writer, givenUp)] : []),
    ...(own.hold && !next.hold && own.hold.ref !== take?.ref ? [freeSeat(writer, own.hold)] : []),
    ...(message.kind === 'apply' ? [keepAloneSealed(writer, hers.secrets.hash, undefined)] : []),
  ]);
  if (!got) throw new SeatGone();
  if (!written) throw new Error('Her own part was not written');
  return { result: 'sent', sent, session: { ...session, own: next } };
}

/** The seat a message takes: the one that is kept for her under the reference the message names, and no other. */
function seatOf(message: PortalMessage, { take }: SendWish, own: OwnPart): Seat | 'other-seat' | undefined {
  const choice = 'booking' in message ? message.booking : undefined;
  if (!choice) return undefined;
  const { hold } = own;
  const same = (one: Pick<Seat, 'slot' | 'seat' | 'ref'> | undefined) =>
    one?.slot === choice.slot && one.seat === choice.seat && one.ref === choice.ref;
  return hold && take && same(take) && same(hold) ? hold : 'other-seat';
}

function onceBound(locator: string, once: Buffer): string {
  return `once|${locator}|${once.toString('hex')}`;
}
