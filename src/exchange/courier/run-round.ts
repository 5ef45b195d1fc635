import { ok, err, type Result } from '../../domain/basics/result.ts';
import type { CourierStanding } from '../../domain/courier/courier-standing.ts';
import type { ChapterReason } from '../../domain/facts/courier.ts';
import type { CourierState } from '../../domain/portal/bundle.ts';
import { courierGate, type CourierGate } from './ask-courier.ts';
import type { CourierParts, CourierStopped, RoundTally } from './courier-parts.ts';
import { destroyOldKeys, renewedKey, unknownKeys } from './recipient-keys.ts';
import { sendNews, sendPending } from './send-outward.ts';
import { takeInward } from './take-inward.ts';

export type RoundWish = {
  /** Sends one bundle at least, even if there is nothing new. */
  readonly always?: boolean;
  /** Only one direction, as a medium goes. */
  readonly only?: 'in' | 'out';
};

/**
 * One round of the courier: what both ends know is compared, what she sent is taken, what the outside must know is sent
 * (design 2, Courier). Every step can be the last one of a process: the next round finds where it was and goes on.
 */
export async function runRound(
  parts: CourierParts,
  wish: RoundWish = {},
): Promise<Result<RoundTally, CourierStopped>> {
  const done = await parts.alone(() => round(parts, wish));
  return done ?? err({ type: 'round-under-way' });
}

async function round(
  parts: CourierParts,
  { always = false, only }: RoundWish,
): Promise<Result<RoundTally, CourierStopped>> {
  const gate = courierGate(parts);
  const readied = await readyKeys(parts, gate);
  if (!readied.ok) return readied;
  const stands = await parts.line.state();
  if (!stands.ok) return stands;
  const met = await meet(parts, gate, stands.value);
  if (!met.ok) return met;
  const { book, anew } = met.value;
  let inward = { tally: NO_INWARD } as { readonly tally: RoundTally['inward'] };
  if (only !== 'out') {
    const taken = await takeInward(parts, gate, book, stands.value.inwardMade);
    if (!taken.ok) return taken;
    inward = taken.value;
    const { heardAt } = taken.value;
    const seats = await gate.seats({ most: 0, heardAt });
    if (!seats.ok) return seats;
    const calls = [
      ...(seats.value.reclaim ? [{ row: 'courier.reclaim-seats', input: { heardAt } }] : []),
      ...(seats.value.unanswered ? [{ row: 'courier.ask-again', input: {} }] : []),
    ];
    const back = calls.length > 0 ? await gate.execute(calls) : ok(undefined);
    if (!back.ok) return back;
  }
  const told = { inward: inward.tally, ...(anew ? { anew } : {}) };
  if (only === 'in') return ok({ ...told, outward: NO_OUTWARD });
  const outward = await sendNews(parts, gate, book, always);
  return outward.ok ? ok({ ...told, outward: outward.value }) : outward;
}

type Met = { readonly book: CourierStanding; readonly anew?: ChapterReason };

/** Brings both books to the same place: sends what is pending, or begins a chapter where one side knows less. */
async function meet(
  parts: CourierParts,
  gate: CourierGate,
  state: CourierState,
): Promise<Result<Met, CourierStopped>> {
  const book = await gate.book();
  if (!book.ok) return book;
  const apart = whyApart(book.value, state);
  if (apart) return begin(parts, gate, apart);
  const pending = await sendPending(parts, gate, book.value, state.outwardTaken);
  if (!pending.ok) {
    const { error } = pending;
    const lost = error.type === 'outside-refused' && error.why === 'needs-snapshot';
    return lost ? begin(parts, gate, 'outside-restored') : pending;
  }
  return pending.value === 'lost' ? begin(parts, gate, 'inside-restored') : ok({ book: book.value });
}

/** Whether both sides tell the same story of their bundles. */
function whyApart(book: CourierStanding, state: CourierState): ChapterReason | undefined {
  if (book.born !== state.born) return 'met';
  if (book.awaitsOutside || state.outwardTaken > book.outward) return 'inside-restored';
  const { last } = book;
  const wasWhole = last !== null && last.completeAt !== null && state.outwardTaken >= last.completeAt;
  if (state.needsSnapshot && wasWhole) return 'outside-restored';
  const sameEnd = state.outwardTaken === book.outward && last !== null && state.outwardDigest !== undefined;
  if (sameEnd && state.outwardDigest !== last.digest) return 'inside-restored';
  return state.inwardMade < book.inward ? 'outside-restored' : undefined;
}

async function begin(
  parts: CourierParts,
  gate: CourierGate,
  reason: ChapterReason,
): Promise<Result<Met, CourierStopped>> {
  const asked = await parts.line.state({ seats: true });
  if (!asked.ok) return asked;
  const { born, outwardTaken, inwardMade, needsSnapshot, seats = [] } = asked.value;
  const said = { born, reason, outwardTaken, inwardMade, whole: !needsSnapshot, seats };
  const begun = await gate.execute([{ row: 'courier.adopt-seats', input: said }]);
  if (!begun.ok) return begun;
  await parts.step?.('chapter-begun');
  const book = await gate.book();
  return book.ok ? ok({ book: book.value, anew: reason }) : book;
}

/** A new key lies in both places before it is written down, and is written down before the outside hears of it. */
async function readyKeys(parts: CourierParts, gate: CourierGate): Promise<Result<'ready', CourierStopped>> {
  const book = await gate.book();
  if (!book.ok) return book;
  const now = parts.now();
  const found = await unknownKeys(parts.keys, book.value.keys);
  const made = await renewedKey(parts.keys, book.value.keys, now);
  const gone = await destroyOldKeys(parts.keys, book.value.keys, now);
  const calls = [
    ...found.map((key) => ({ row: 'courier.record-key', input: { key, from: now, until: now } })),
    ...(made ? [{ row: 'courier.record-key', input: made }] : []),
    ...gone.map((key) => ({ row: 'courier.record-key-destroyed', input: { key } })),
  ];
  const done = calls.length > 0 ? await gate.execute(calls) : ok(undefined);
  return done.ok ? ok('ready') : done;
}

const NO_INWARD: RoundTally['inward'] = {
  bundles: 0,
  envelopes: 0,
  accepted: 0,
  withoutDate: 0,
  refused: {},
  rejected: 0,
  again: 0,
  bounces: 0,
  lost: 0,
};
const NO_OUTWARD: RoundTally['outward'] = { bundles: 0, capsules: 0, revoked: 0, seats: 0, days: 0 };
