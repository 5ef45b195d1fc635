import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { CourierStanding } from '../../domain/courier/courier-standing.ts';
import type { OutwardBundle, SignedBundle } from '../../domain/portal/bundle.ts';
import { sealCapsule } from '../../security/capsule.ts';
import { sha256Hex } from '../../security/digest.ts';
import type { CourierGate } from './ask-courier.ts';
import type { CourierParts, CourierStopped, RoundTally } from './courier-parts.ts';
import { gatherOutward, type Outgoing, type Pass } from './gather-outward.ts';
import { keysToTell } from './recipient-keys.ts';

export type OutwardTally = RoundTally['outward'];

const NOTHING: OutwardTally = { bundles: 0, capsules: 0, revoked: 0, seats: 0, days: 0 };

/** Somebody booked a seat between the asking and the record: the bundle is made anew. */
const TRIES = 5;

/** Sends again, byte for byte, what was recorded and the outside has not. `lost`: a file is gone or is another one. */
export async function sendPending(
  parts: CourierParts,
  gate: CourierGate,
  book: CourierStanding,
  outwardTaken: number,
): Promise<Result<'sent' | 'lost', CourierStopped>> {
  for (const n of await parts.files.numbers()) if (n <= outwardTaken) await parts.files.remove(n);
  for (let n = outwardTaken + 1; n <= book.outward; n += 1) {
    const bundle = await parts.files.read(n);
    const known = await gate.digestOf(book.chapter, 'out', n);
    if (!known.ok) return known;
    if (!bundle || known.value !== sha256Hex(bundle.text)) return ok('lost');
    const sent = await send(parts, n, bundle);
    if (!sent.ok) return sent;
  }
  return ok('sent');
}

/**
 * Makes and sends bundles until the outside knows everything: the file first, then the record (from which on the seats it
 * gives are the outside's), then the sending. `always`: one bundle at least, so that a medium says that the inside lives.
 */
export async function sendNews(
  parts: CourierParts,
  gate: CourierGate,
  begun: CourierStanding,
  always: boolean,
): Promise<Result<OutwardTally, CourierStopped>> {
  const snapshot = begun.last === null || begun.last.completeAt === null;
  if (snapshot) {
    const anew = await gate.execute([{ row: 'courier.tell-anew', input: {} }]);
    if (!anew.ok) return anew;
  }
  let tally = NOTHING;
  let pass: Pass = { since: begun.last?.seen?.upTo, day: begun.last?.seen?.day, over: false };
  if (snapshot) pass = { over: false };
  let mark: OutwardBundle['snapshot'] = snapshot ? 'first' : undefined;
  for (let tries = 0; ;) {
    const book = await gate.book();
    if (!book.ok) return book;
    const gathered = await gatherOutward(gate, pass);
    if (!gathered.ok) return gathered;
    const going = gathered.value;
    const isLast = mark === 'more' && going.pass.over && !going.moreSeats;
    const bundle = await bundleOf(parts, book.value, going, isLast ? 'last' : mark);
    const isWanted = mark !== undefined || (always && tally.bundles === 0) || isNews(bundle, book.value);
    if (!isWanted && going.pass.over) return ok(tally);
    if (isWanted) {
      const made = await recordAndSend(parts, gate, book.value, bundle, going);
      if (!made.ok) {
        if (tries >= TRIES || !isStale(made.error)) return made;
        tries += 1;
        continue;
      }
      tries = 0;
      tally = added(tally, bundle);
    }
    pass = going.pass;
    if (isLast) mark = undefined;
    else if (mark === 'first') mark = 'more';
  }
}

async function bundleOf(
  parts: CourierParts,
  book: CourierStanding,
  { words, closed, cases }: Outgoing,
  snapshot: OutwardBundle['snapshot'],
): Promise<OutwardBundle> {
  const n = book.outward + 1;
  const at = parts.now();
  return {
    to: 'outside',
    programme: parts.programme,
    n,
    at,
    ...(snapshot ? { snapshot } : {}),
    revoked: [...new Set(cases.flatMap(({ revoked }) => revoked))],
    capsules: cases.flatMap(({ living, part }) =>
      living.map(({ locator, key }) => {
        // The number of the bundle grows with every writing, also after a restore.
        const plain = Buffer.from(JSON.stringify({ ...part, n }));
        const sealed = sealCapsule(Buffer.from(key, 'base64'), locator, 'inside', plain);
        return { locator, n, sealed: sealed.toString('base64') };
      }),
    ),
    seats: words,
    closed,
    recipientKeys: await keysToTell(parts.keys[0], book.keys, at),
    taken: book.inward,
    secured: securedOf(parts, book),
    anchors: await parts.anchors(snapshot === 'first' ? undefined : book.last?.at),
  };
}

/** What the outside may forget. Where there are no generations, in a try-out, what is taken. */
function securedOf({ tryout }: CourierParts, { kept, secured, inward }: CourierStanding): number {
  return !kept && tryout ? inward : secured;
}

function isNews(bundle: OutwardBundle, { last, keys }: CourierStanding): boolean {
  const { revoked, capsules, seats, closed, anchors } = bundle;
  if ([revoked, capsules, seats, closed, anchors].some((list) => list.length > 0)) return true;
  if (!last || bundle.taken !== last.taken || bundle.secured !== last.secured) return true;
  // One from after now waits for a clock that was set back: it would be news for ever.
  return keys.some(({ from, destroyed }) => destroyed === null && from > last.at && from <= bundle.at);
}

async function recordAndSend(
  parts: CourierParts,
  gate: CourierGate,
  { chapter }: CourierStanding,
  bundle: OutwardBundle,
  { seen }: Outgoing,
): Promise<Result<'sent', CourierStopped>> {
  const { n, taken, secured, snapshot } = bundle;
  const text = JSON.stringify(bundle);
  const signed = { text, signature: parts.sign(text) };
  await parts.files.write(n, signed);
  await parts.step?.('file-written');
  const digest = sha256Hex(text);
  const recorded = await gate.execute([
    {
      row: 'courier.record-outward',
      input: {
        chapter,
        n,
        digest,
        capsules: bundle.capsules.length,
        revoked: bundle.revoked.length,
        words: bundle.seats,
        closed: bundle.closed,
        taken,
        secured,
        snapshot,
        ...seen,
      },
    },
  ]);
  if (!recorded.ok) return recorded;
  await parts.step?.('outward-recorded');
  return send(parts, n, signed);
}

async function send(
  parts: CourierParts,
  n: number,
  bundle: SignedBundle,
): Promise<Result<'sent', CourierStopped>> {
  const sent = await parts.line.sendOutward(n, bundle);
  if (!sent.ok) return sent;
  if (sent.value.result === 'refused') return err({ type: 'outside-refused', n, why: sent.value.why });
  await parts.step?.('outward-sent');
  return ok('sent');
}

function isStale(error: CourierStopped): boolean {
  return error.type === 'gate-refused' && error.refusal.refused === 'taken';
}

function added(tally: OutwardTally, bundle: OutwardBundle): OutwardTally {
  return {
    bundles: tally.bundles + 1,
    capsules: tally.capsules + bundle.capsules.length,
    revoked: tally.revoked + bundle.revoked.length,
    seats: tally.seats + bundle.seats.length,
    days: tally.days + bundle.closed.length,
  };
}
