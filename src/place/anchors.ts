import { join } from 'node:path';
import { z } from 'zod';
import { withLivingKeys } from '../gate/living-keys.ts';
import { signCheckpoint, type Anchor } from '../security/checkpoint.ts';
import { sealChain, type ChainEnd } from '../store/seal-chain.ts';
import type { Damage } from '../store/damage.ts';
import { verify, type Verification } from '../store/verify.ts';
import { appendLine, readLines } from './ndjson-file.ts';
import type { Place } from './place.ts';

/**
 * Seals both chains and swears to how far they stand: one signed line in the outside zone and one in the second place,
 * both out of reach of whoever rules the database. The anchor also goes into manifests and onto papers.
 */
export async function anchorNow(place: Place): Promise<Anchor> {
  const { journal, access } = await sealPlace(place);
  const privatePem = await place.keys.here.read('anchor-key');
  if (!privatePem) throw new Error('The anchor key is missing from the key folder');
  const anchor = signCheckpoint(privatePem.toString('utf8'), {
    at: place.parts.now(),
    journal: { seq: journal.seq, hash: journal.hash.toString('hex') },
    access: { seq: access.seq, hash: access.hash.toString('hex') },
  });
  const [outside = '', second = ''] = anchorFiles(place);
  await bringAfter(outside, second);
  for (const path of [outside, second]) await appendLine(path, anchor);
  return anchor;
}

/** A power cut between the two files leaves the last anchor in the first one only: it follows before the next is sworn. */
async function bringAfter(outside: string, second: string): Promise<void> {
  const last = (await readLines(outside)).at(-1);
  if (typeof last !== 'object' || last === null) return;
  const line = JSON.stringify(last);
  const known = (await readLines(second)).some((one) => JSON.stringify(one) === line);
  if (!known) await appendLine(second, last);
}

/** Seals what no running transaction can come before, in both chains. */
export async function sealPlace(
  place: Place,
): Promise<{ readonly journal: ChainEnd; readonly access: ChainEnd }> {
  return {
    journal: await place.database.write((writer) => sealChain(writer, 'journal')),
    access: await place.database.write((writer) => sealChain(writer, 'access')),
  };
}

/** `mimamori verify`: both chains and the vault on one snapshot, held against each other and the anchors. */
export async function verifyPlace(place: Place): Promise<Verification> {
  const { anchors, missing } = await readAnchors(place);
  const found = await withLivingKeys(place.parts, () =>
    place.database.snapshot((reader) =>
      verify(reader, anchors, place.card.anchorPublicKey, place.ring.get()),
    ),
  );
  return missing.length === 0 ? found : { ...found, ok: false, damage: [...found.damage, ...missing] };
}

/** Where anchors stand: the outside zone and the second place. */
export function anchorFiles(place: Pick<Place, 'folders' | 'card'>): readonly string[] {
  return [place.folders.anchors, join(place.card.secondPlace, 'anchors.ndjson')];
}

const CHAIN = z.object({ seq: z.number(), hash: z.string() });
const ANCHOR = z.object({ at: z.string(), journal: CHAIN, access: CHAIN, signature: z.string() });
/** A line that is no anchor counts as one with a signature that is not ours, so that `verify` names it. */
const NO_ANCHOR: Anchor = {
  at: '',
  journal: { seq: 0, hash: '' },
  access: { seq: 0, hash: '' },
  signature: '',
};

/** The anchors of both files, each once, in the order of the chain; and what one file has and the other has not. */
async function readAnchors(
  place: Place,
): Promise<{ readonly anchors: readonly Anchor[]; readonly missing: readonly Damage[] }> {
  const found = new Map<string, Anchor>();
  const files: (readonly string[])[] = [];
  for (const path of anchorFiles(place)) {
    const lines = await readLines(path);
    files.push(lines.map((line) => JSON.stringify(line) ?? ''));
    for (const line of lines) {
      const anchor = ANCHOR.safeParse(line);
      found.set(JSON.stringify(line) ?? '', anchor.success ? anchor.data : NO_ANCHOR);
    }
  }
  const anchors = [...found.values()].toSorted(
    (a, b) => a.journal.seq - b.journal.seq || a.access.seq - b.access.seq,
  );
  return { anchors, missing: missingIn(files) };
}

/** A place swears when it is made: two empty files were emptied. A power cut can keep only the last line from the second. */
function missingIn(files: readonly (readonly string[])[]): readonly Damage[] {
  if (files.every((lines) => lines.length === 0)) {
    return [{ book: 'anchors', at: '1', what: 'every anchor is missing, in both places' }];
  }
  return files.flatMap((lines, nth) => {
    const here = new Set(lines);
    const other = files[1 - nth] ?? [];
    return other.flatMap((line, at) =>
      here.has(line) || at === other.length - 1
        ? []
        : [
            {
              book: 'anchors' as const,
              at: String(at + 1),
              what: 'one of the two places has lost this anchor',
            },
          ],
    );
  });
}
