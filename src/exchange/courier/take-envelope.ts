import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';
import type { CaseId, PieceId } from '../../domain/basics/ids.ts';
import type { Result } from '../../domain/basics/result.ts';
import type { MessageKind, OpenMessage, PortalMessage } from '../../domain/portal/message.ts';
import type { SealedEnvelope } from '../../domain/portal/bundle.ts';
import { isClosed } from '../../domain/portal/open-invites.ts';
import type { Call, Receipt } from '../../gate/execute.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import { openMessage, portalMessage } from '../../gate/inside/portal-message.ts';
import type { Programme } from '../../programmes/programme.ts';
import { refusedEnquiry, STOP_BY_LETTER } from '../../programmes/words/portal-refused.ts';
import { envelopePsk } from '../../security/capsule.ts';
import { envelopeId, openEnvelope, openOpenEnvelope } from '../../security/envelope.ts';
import { callsOfMessage, enquiry, named, type Sender, type Wanted } from './calls-of-message.ts';

/** What the taking needs of a place. */
export type EnvelopeDoor = {
  readonly programme: Pick<Programme, 'rules'>;
  readonly now: () => Instant;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
  readonly execute: (calls: readonly Call[], by: By) => Promise<Result<Receipt, GateRefusal>>;
};

/** Raw private halves of recipient keys by the name that envelopes give them. */
export type PrivateKeys = ReadonlyMap<string, Uint8Array>;

/**
 * What became of an envelope. `again`: it was taken before. `later`: the place could not answer now (its database was
 * cut off); nothing was written, and the same envelope is brought again.
 */
export type Taken =
  | {
      readonly result: 'accepted' | 'refused';
      readonly kind: MessageKind | OpenMessage['kind'];
      readonly case?: CaseId;
      readonly code?: string;
    }
  | { readonly result: 'again' }
  | { readonly result: 'rejected' }
  | { readonly result: 'later'; readonly refusal: GateRefusal };

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
  if (!key) return reject(door, envelope);
  return sealed.locator === undefined
    ? takeOpen(door, key, { ...sealed, id: envelope }, bytes)
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
  if (!/^[0-9a-f]{64}$/.test(locator)) return reject(door, envelope);
  const asked = await door.ask('portal.key', { locator }, COURIER);
  if (!asked.ok) return { result: 'later', refusal: asked.error };
  const [capsule] = asked.value as readonly Capsule[];
  if (!capsule?.key) return reject(door, envelope);
  const psk = envelopePsk(Buffer.from(capsule.key, 'base64'), locator);
  const opened = await openEnvelope(key, psk, { locator, counter, form }, bytes);
  const read = opened.ok ? portalMessage.safeParse(jsonOf(opened.value)) : undefined;
  if (!read?.success) return reject(door, envelope);
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

const COURIER: By = { actor: 'system:courier' };
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
  if (isTakenAlready(refusal)) return { result: 'again' };
  if (isTrouble(refusal)) return { result: 'later', refusal };
  const code = codeOf(refusal);
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
  return isTakenAlready(done.error) ? { result: 'again' } : { result: 'later', refusal: done.error };
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

async function takeOpen(
  door: EnvelopeDoor,
  key: Uint8Array,
  { id: envelope, form }: SealedEnvelope,
  bytes: Uint8Array,
): Promise<Taken> {
  const opened = await openOpenEnvelope(key, form, bytes);
  const read = opened.ok ? openMessage.safeParse(jsonOf(opened.value)) : undefined;
  if (!read?.success) return reject(door, envelope);
  const message: OpenMessage = read.data;
  const { kind } = message;
  const take = async (calls: readonly Call[], result: 'accepted' | 'refused', code?: string) =>
    door.execute(
      [{ row: 'envelope.take-open', input: { envelope, kind, result, ...(code ? { code } : {}) } }, ...calls],
      { actor: 'resident', key: envelope },
    );
  const done = await take(await openCalls(door, message, envelope), 'accepted');
  if (done.ok) return done.value.replayed ? { result: 'again' } : { result: 'accepted', kind };
  if (isTakenAlready(done.error)) return { result: 'again' };
  if (isTrouble(done.error)) return { result: 'later', refusal: done.error };
  const code = codeOf(done.error);
  const noted = await take([], 'refused', code);
  if (noted.ok) return noted.value.replayed ? { result: 'again' } : { result: 'refused', kind, code };
  return isTakenAlready(noted.error) ? { result: 'again' } : { result: 'later', refusal: noted.error };
}

/** What needs no proof changes no case: a survey names nobody, and a stop by the letter alone is a person's to look at. */
async function openCalls(
  door: EnvelopeDoor,
  message: OpenMessage,
  envelope: string,
): Promise<readonly Call[]> {
  const inquiry = `inquiry_${named({ envelope })}`;
  const web = { inquiry, channel: 'web' };
  switch (message.kind) {
    case 'survey': {
      const { survey, token, answers } = message;
      return [{ row: 'survey.answer', input: { survey, token, answers } }];
    }
    case 'enquiry': {
      const { words, name, phone, email } = message;
      return [
        { row: 'inquiry.open', input: { ...web, category: 'other', words, caller: { name, phone, email } } },
      ];
    }
    case 'stop-by-letter': {
      const { locator, phone } = message;
      const asked = await door.ask('portal.key', { locator }, COURIER);
      const [capsule] = asked.ok ? (asked.value as readonly Capsule[]) : [];
      return [
        {
          row: 'inquiry.open',
          input: { ...web, category: 'stop', words: STOP_BY_LETTER, caller: { phone } },
        },
        ...(capsule ? [{ row: 'inquiry.identify-by-letter', input: { inquiry, case: capsule.case } }] : []),
      ];
    }
  }
}

async function reject(door: EnvelopeDoor, envelope: string): Promise<Taken> {
  const done = await door.execute([{ row: 'envelope.reject', input: { envelope } }], {
    ...COURIER,
    key: envelope,
  });
  if (done.ok) return done.value.replayed ? { result: 'again' } : { result: 'rejected' };
  return isTakenAlready(done.error) ? { result: 'again' } : { result: 'later', refusal: done.error };
}

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

function isTakenAlready(refusal: GateRefusal): boolean {
  const { kind } = { kind: undefined, ...refusal };
  return (
    refusal.refused === 'key-used-for-something-else' || (refusal.refused === 'taken' && kind === 'envelope')
  );
}

function isTrouble({ refused }: GateRefusal): boolean {
  return refused === 'connection-lost' || refused === 'disk-full';
}

/** The code that she and the person who calls her get. A seat that somebody else has is its own word. */
function codeOf(refusal: GateRefusal): string {
  const { kind } = { kind: undefined, ...refusal };
  return refusal.refused === 'taken' && typeof kind === 'string' ? `taken-${kind}` : refusal.refused;
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
