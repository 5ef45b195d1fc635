import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';
import type { CaseId, PieceId } from '../../domain/basics/ids.ts';
import type { MessageKind, PortalMessage } from '../../domain/portal/message.ts';
import type { SealedEnvelope } from '../../domain/portal/bundle.ts';
import { isClosed } from '../../domain/portal/open-invites.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import { portalMessage } from '../../gate/inside/portal-message.ts';
import { refusedEnquiry } from '../../programmes/words/portal-refused.ts';
import { envelopePsk } from '../../security/capsule.ts';
import { envelopeId, openEnvelope } from '../../security/envelope.ts';
import { callsOfMessage, enquiry, type Sender, type Wanted } from './calls-of-message.ts';
import {
  COURIER,
  readJson,
  readRefusal,
  rejectEnvelope,
  type EnvelopeDoor,
  type Taken,
} from './envelope-door.ts';
import { takeOpenEnvelope } from './take-open-envelope.ts';

/** Raw private halves of recipient keys by the name that envelopes give them. */
export type PrivateKeys = ReadonlyMap<string, Uint8Array>;

/**
 * Takes one envelope of the portal into the inside, once, however often and by however many it is brought: opened with
 * the key of her capsule, read anew, and carried out through the gate as the resident, in one transaction with the note
 * that it was taken (CHI-8.2-1, 8.14-1). What the rules refuse is kept, a person gets an enquiry, and she gets the code.
 */
export async function takeEnvelope(
  door: EnvelopeDoor,
  keys: PrivateKeys,
  sealed: SealedEnvelope,
): Promise<Taken> {
  const bytes = Buffer.from(sealed.sealed, 'base64');
  // The name it came with is not believed: what counts is what was sealed.
  const envelope = envelopeId(bytes);
  const key = keys.get(sealed.key);
  if (!key) return rejectEnvelope(door, envelope);
  return sealed.locator === undefined
    ? takeOpenEnvelope(door, key, { ...sealed, id: envelope }, bytes)
    : takeHers(door, key, { ...sealed, id: envelope, locator: sealed.locator }, bytes);
}

type Capsule = {
  readonly case: CaseId;
  readonly piece: PieceId;
  readonly copy: number;
  readonly revoked: string | null;
  readonly key: string | null;
};

async function takeHers(
  door: EnvelopeDoor,
  key: Uint8Array,
  sealed: SealedEnvelope & { readonly locator: string },
  bytes: Uint8Array,
): Promise<Taken> {
  const { id: envelope, locator, counter, form } = sealed;
  if (!/^[0-9a-f]{64}$/.test(locator)) return rejectEnvelope(door, envelope);
  const asked = await door.ask('portal.key', { locator }, COURIER);
  if (!asked.ok) return { result: 'later', refusal: asked.error };
  const [capsule] = asked.value as readonly Capsule[];
  if (!capsule?.key) return rejectEnvelope(door, envelope);
  const psk = envelopePsk(Buffer.from(capsule.key, 'base64'), locator);
  const opened = await openEnvelope(key, psk, { locator, counter, form }, bytes);
  const read = opened.ok ? portalMessage.safeParse(readJson(opened.value)) : undefined;
  if (!read?.success) return rejectEnvelope(door, envelope);
  const saidAt = earlier(sealed.at, door.now());
  const { case: id, piece, copy } = capsule;
  const sender: Sender = { case: id, piece, copy, envelope, saidAt, saidOn: dayOfInstant(saidAt) };
  const message: PortalMessage = read.data;
  const stopsOnly = isClosed(capsule);
  // A code that was replaced is in other hands perhaps: it may still stop, and do nothing else.
  return stopsOnly && !STOPS.includes(message.kind)
    ? refuse(door, message, sender, 'code-revoked')
    : carryOut(door, message, sender, callsOfMessage(message, sender, door.programme.rules));
}

const STOPS: readonly MessageKind[] = ['stop', 'loss', 'withdraw', 'cancel-booking'];

/** Tries all that was asked for; what may fail is left out when it does, and the rest is tried again. */
async function carryOut(
  door: EnvelopeDoor,
  message: PortalMessage,
  sender: Sender,
  wanted: readonly Wanted[],
  bookingRefused?: string,
): Promise<Taken> {
  const { kind } = message;
  const note = {
    ...noteOf(message, sender),
    result: 'accepted',
    ...(bookingRefused ? { code: bookingRefused, seatBack: seatOf(message) } : {}),
  };
  const done = await door.execute(
    [{ row: 'envelope.take', input: note }, ...wanted.map(({ row, input }) => ({ row, input }))],
    { actor: 'resident', key: sender.envelope },
  );
  if (done.ok) {
    const taken = { result: 'accepted', kind, case: sender.case } as const;
    return done.value.replayed
      ? { result: 'again' }
      : { ...taken, ...(bookingRefused ? { code: bookingRefused } : {}) };
  }
  const refusal = done.error;
  const vain = readRefusal(refusal);
  if (vain.result !== 'no') return vain;
  const { code } = vain;
  const failed = wanted.find((one) => one.mayFail !== undefined && meets(refusal, one));
  if (!failed) return refuse(door, message, sender, code);
  const rest = wanted.filter((one) => one !== failed);
  return carryOut(door, message, sender, rest, failed.mayFail === 'booking' ? code : bookingRefused);
}

/** Nothing of what she said is lost: her words lie in the vault, a person has an enquiry, her capsule gets the code. */
async function refuse(
  door: EnvelopeDoor,
  message: PortalMessage,
  sender: Sender,
  code: string,
): Promise<Taken> {
  const { kind } = message;
  const note = {
    ...noteOf(message, sender),
    result: 'refused',
    code,
    words: JSON.stringify(message),
    seatBack: seatOf(message),
  };
  const done = await door.execute(
    [
      { row: 'envelope.take', input: note },
      ...enquiry({ category: CATEGORIES[kind] ?? 'other', words: refusedEnquiry(message, code) }, sender).map(
        ({ row, input }) => ({ row, input }),
      ),
    ],
    { actor: 'resident', key: sender.envelope },
  );
  if (done.ok)
    return done.value.replayed ? { result: 'again' } : { result: 'refused', kind, case: sender.case, code };
  const vain = readRefusal(done.error);
  // Erased meanwhile: what she sent goes with her.
  return vain.result === 'no' ? rejectEnvelope(door, sender.envelope) : vain;
}

const CATEGORIES: Readonly<Partial<Record<MessageKind, string>>> = {
  apply: 'application',
  book: 'change',
  'move-booking': 'change',
  'cancel-booking': 'change',
  pause: 'pause',
  resume: 'pause',
  withdraw: 'stop',
  stop: 'stop',
  loss: 'loss',
  birth: 'birth',
  moved: 'move',
  'delivery-address': 'package',
  'japan-again': 'package',
  'not-received': 'delivery',
};

function noteOf({ kind }: PortalMessage, { case: id, piece, copy, envelope }: Sender): object {
  return { case: id, piece, copy, envelope, kind };
}

function seatOf(message: PortalMessage): object | undefined {
  const { booking } = { booking: undefined, ...message };
  return booking && { slot: booking.slot, seat: booking.seat, ref: booking.ref };
}

/** Whether a refusal is about this call: by its row, or by the seat or the one booking that were taken. */
function meets(refusal: GateRefusal, wanted: Wanted): boolean {
  const { row, kind } = { row: undefined, kind: undefined, ...refusal };
  if (row !== undefined) return row === wanted.row;
  return wanted.mayFail === 'booking' && (kind === 'seat' || kind === 'booking');
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
