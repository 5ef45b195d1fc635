import type { BatchId, PieceId } from '../basics/ids.ts';
import type { MailingRules } from './mailing-rules.ts';

type Copy = { readonly piece: PieceId; readonly copy: number };

/**
 * Which letters two people compare before a release: the first and last five and ten more (domain.md 8, Saga). Nobody
 * chooses them: the order of a hash over the batch and the copies does, the same for both people and on every reload,
 * and another one after each sampling. `copies` in the order in which they are printed.
 */
export function sampleOf<Of extends Copy>(
  copies: readonly Of[],
  batch: BatchId,
  samples: number,
  { sample }: MailingRules,
): readonly Of[] {
  const { ends, random } = sample;
  if (copies.length <= ends * 2 + random) return copies;
  const between = copies.slice(ends, -ends);
  const chosen = new Set(
    between
      .map((one) => ({ one, rank: hashOf(`${batch}/${samples}/${one.piece}.${one.copy}`) }))
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, random)
      .map(({ one }) => one),
  );
  return [...copies.slice(0, ends), ...between.filter((one) => chosen.has(one)), ...copies.slice(-ends)];
}

/** FNV-1a with the mixing of murmur at its end: neighbours do not stay neighbours. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
