import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { CourierStanding } from '../../domain/courier/courier-standing.ts';
import type { MessageId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { InwardBundle } from '../../domain/portal/bundle.ts';
import { sha256Hex } from '../../security/digest.ts';
import type { CourierGate } from './ask-courier.ts';
import type { CourierParts, CourierStopped, RoundTally } from './courier-parts.ts';
import { readInward } from './read-bundle.ts';
import { privateKeys } from './recipient-keys.ts';

export type InwardTally = RoundTally['inward'];

/** `heardAt`: at this moment everything that the outside had given away was here. */
export type InwardTaken = { readonly tally: InwardTally; readonly heardAt?: Instant };

const NOTHING: InwardTally = {
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

/** A bundle with so many envelopes may have left others behind. */
const FULL = 200;

/**
 * Takes every bundle that waits, one by one as n + 1: first its envelopes, each once by its id whatever happens, then the
 * bundle itself. A crash in between brings the same bundle again.
 */
export async function takeInward(
  parts: CourierParts,
  gate: CourierGate,
  book: CourierStanding,
  inwardMade: number,
): Promise<Result<InwardTaken, CourierStopped>> {
  const keys = await privateKeys(parts.keys[0]);
  let tally = NOTHING;
  let last: InwardBundle | undefined;
  for (let n = book.inward + 1; ; n += 1) {
    const asked = parts.now();
    const fetched = await parts.line.fetchInward(n);
    if (!fetched.ok) return fetched;
    if (!fetched.value) {
      if (n > inwardMade || parts.line.waits) return ok({ tally, ...heardAt(parts, last, asked) });
      // Secured by a generation younger than the one that this place was made from: the outside has forgotten it.
      const skipped = await record(gate, book, { n, digest: sha256Hex(''), envelopes: 0 });
      if (!skipped.ok) return skipped;
      tally = { ...tally, lost: tally.lost + 1 };
      continue;
    }
    await parts.step?.('inward-fetched');
    const { programme, outsidePublic } = parts;
    const read = readInward(fetched.value, { n, programme, outsidePublic });
    if (!read.ok) return read;
    last = read.value;
    const taken = await takeAll(parts, read.value, keys, tally);
    if (!taken.ok) return taken;
    const { envelopes, dropped } = read.value;
    const recorded = await record(gate, book, {
      n,
      digest: sha256Hex(fetched.value.text),
      envelopes: envelopes.length,
      ...(dropped && dropped.length > 0 ? { dropped } : {}),
    });
    if (!recorded.ok) return recorded;
    await parts.step?.('inward-recorded');
    tally = { ...taken.value, bundles: tally.bundles + 1 };
  }
}

async function takeAll(
  parts: CourierParts,
  { envelopes, bounces }: InwardBundle,
  keys: ReadonlyMap<string, Uint8Array>,
  before: InwardTally,
): Promise<Result<InwardTally, CourierStopped>> {
  let tally = before;
  for (const envelope of envelopes) {
    const taken = await parts.takeEnvelope(envelope, keys);
    if (taken.result === 'later') {
      return { ok: false, error: { type: 'gate-refused', refusal: taken.refusal } };
    }
    tally = { ...tally, envelopes: tally.envelopes + 1 };
    if (taken.result === 'refused') {
      const code = taken.code ?? 'refused';
      tally = { ...tally, refused: { ...tally.refused, [code]: (tally.refused[code] ?? 0) + 1 } };
    } else tally = { ...tally, [taken.result]: tally[taken.result] + 1 };
    if (taken.result === 'accepted' && taken.code) tally = { ...tally, withoutDate: tally.withoutDate + 1 };
    await parts.step?.('envelope-taken');
  }
  for (const { message, reason } of bounces) {
    const taken = await parts.takeBounce({ message: message as MessageId, reason });
    // The bundle is brought again, and what was recorded before does nothing then.
    if (!taken.ok) return err({ type: 'gate-refused', refusal: taken.error });
    if (taken.value) tally = { ...tally, bounces: tally.bounces + 1 };
  }
  return ok(tally);
}

/** Over HTTPS the moment before the outside said that nothing waits; over a medium when it wrote a bundle with room left. */
function heardAt(
  { line }: CourierParts,
  last: InwardBundle | undefined,
  asked: Instant,
): { readonly heardAt?: Instant } {
  if (!line.waits) return { heardAt: asked };
  return last && last.envelopes.length < FULL ? { heardAt: last.at } : {};
}

function record(
  gate: CourierGate,
  { chapter }: CourierStanding,
  bundle: {
    readonly n: number;
    readonly digest: string;
    readonly envelopes: number;
    readonly dropped?: object;
  },
): ReturnType<CourierGate['execute']> {
  return gate.execute([{ row: 'courier.record-inward', input: { chapter, ...bundle } }]);
}
