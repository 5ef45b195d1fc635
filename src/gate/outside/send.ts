import { epochOf } from '../../domain/basics/instant.ts';
import { afterSending, seatGivenUp } from '../../domain/portal/after-sending.ts';
import { maySend } from '../../domain/portal/may-send.ts';
import type { PortalMessage } from '../../domain/portal/message.ts';
import type { OwnPart, Seat, Sent } from '../../domain/portal/own-part.ts';
import { receiptNo } from '../../domain/portal/receipt-no.ts';
import { envelopePsk } from '../../security/capsule.ts';
import { sha256, sha256Hex } from '../../security/digest.ts';
import { sealEnvelope } from '../../security/envelope.ts';
import { seal, unseal } from '../../security/sealing.ts';
import { sentOnce } from '../../store/outside/envelope.ts';
import { sendAtOnce } from '../../store/outside/send-at-once.ts';
import {
  afterWriting,
  herSessionNow,
  herSessionOf,
  jsonIn,
  paddedJson,
  sealedOwnPart,
  type HerSession,
} from './her-session.ts';
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

/** As often as two presses, tabs or telephones of hers may meet at the same moment. */
const MOST_MEETINGS = 20;

/**
 * See `OutsideGate.send`. What was read when the request came is written over that and over nothing else: of two presses
 * of a button the second reads again and finds the first.
 */
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
  const known = herSessionOf(session);
  const quick = known && (await sendHers(parts, known, { message, wish, recipient }));
  // Whatever speaks against it is decided on what is there now.
  if (quick?.result === 'sent') return quick;
  for (let meeting = 0; meeting < MOST_MEETINGS; meeting += 1) {
    const hers = await herSessionNow(parts, session);
    const outcome =
      (await sentBefore(parts, hers, wish)) ?? (await sendHers(parts, hers, { message, wish, recipient }));
    if (outcome) return outcome;
  }
  throw new Error('Her own part was written by others all the time');
}

const ALWAYS: readonly PortalMessage['kind'][] = ['stop', 'loss'];

type Sending = {
  readonly message: PortalMessage;
  readonly wish: SendWish;
  readonly recipient: Buffer;
};

/** What this press of a button has sent before. */
async function sentBefore(
  { store }: OutsideParts,
  { session, locator, key }: HerSession,
  wish: SendWish,
): Promise<SendOutcome | undefined> {
  const once = onceHash(locator, wish.once);
  const sealed = await sentOnce(store.single, locator, once);
  if (!sealed) return undefined;
  const sent = jsonIn(unseal(key, sealed, onceBound(locator, once))) as Sent;
  return { result: 'sent', sent, session };
}

/** Nothing when something of hers was written since it was read. */
async function sendHers(
  parts: OutsideParts,
  hers: HerSession,
  { message, wish, recipient }: Sending,
): Promise<SendOutcome | undefined> {
  const { session, locator, key } = hers;
  const { inside, own } = session;
  const now = parts.now();
  const refusal = maySend({ inside, own, now, rules: parts.rules }, message);
  if (refusal) return { result: 'refused', code: refusal.refused };
  const take = seatOf(message, wish, own);
  if (take === 'other-seat') return { result: 'taken' };

  const name = locator.toString('hex');
  const once = onceHash(locator, wish.once);
  const label = { locator: name, counter: own.counter + 1, form: MESSAGE_FORM };
  const psk = envelopePsk(key, name);
  const { id, bytes } = sealEnvelope(recipient, psk, label, Buffer.from(JSON.stringify(message)));
  const sent: Sent = { envelope: id, kind: message.kind, at: now, no: receiptNo(id) };
  const next = afterSending(own, wish.own(sent), { message, sent, ...(take ? { took: take } : {}) });
  const givenUp = seatGivenUp(own, message);
  const held = own.hold && !next.hold && own.hold.ref !== take?.ref ? [own.hold] : [];
  const written = await sendAtOnce(parts.store.single, {
    session: hers.secrets.hash,
    now: epochOf(now),
    envelope: {
      id: Buffer.from(id, 'hex'),
      locator,
      counter: label.counter,
      form: label.form,
      key: sha256Hex(recipient).slice(0, 16),
      at: now,
      sealed: bytes,
    },
    read: { own: hers.version, inside: hers.insideVersion },
    own: sealedOwnPart(hers, next),
    once,
    receipt: seal(key, paddedJson(sent), onceBound(locator, once)),
    take,
    free: [...(givenUp ? [givenUp] : []), ...held].map(({ ref }) => ref),
    withAlone: message.kind === 'apply',
  });
  switch (written) {
    case 'sent':
      return { result: 'sent', sent, session: afterWriting(hers, next).session };
    case 'seat-gone':
      return { result: 'taken' };
    case 'meanwhile':
      return undefined;
  }
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

function onceHash(locator: Buffer, once: string): Buffer {
  return sha256(`once|${locator.toString('hex')}|`, once);
}

function onceBound(locator: Buffer, once: Buffer): string {
  return `once|${locator.toString('hex')}|${once.toString('hex')}`;
}
