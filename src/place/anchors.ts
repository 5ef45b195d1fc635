import { join } from 'node:path';
import { z } from 'zod';
import { withLivingKeys } from '../gate/living-keys.ts';
import { signCheckpoint, type Anchor } from '../security/checkpoint.ts';
import { sealChain, type ChainEnd } from '../store/seal-chain.ts';
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
  for (const path of anchorFiles(place)) await appendLine(path, anchor);
  return anchor;
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
  const anchors = await readAnchors(place);
  return withLivingKeys(place.parts, () =>
    place.database.snapshot((reader) =>
      verify(reader, anchors, place.card.anchorPublicKey, place.ring.get()),
    ),
  );
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

/** The anchors of both files, each once, in the order of the chain. */
async function readAnchors(place: Place): Promise<readonly Anchor[]> {
  const found = new Map<string, Anchor>();
  for (const path of anchorFiles(place)) {
    for (const line of await readLines(path)) {
      const anchor = ANCHOR.safeParse(line);
      found.set(JSON.stringify(line) ?? '', anchor.success ? anchor.data : NO_ANCHOR);
    }
  }
  return [...found.values()].toSorted((a, b) => a.journal.seq - b.journal.seq || a.access.seq - b.access.seq);
}
