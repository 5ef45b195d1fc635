import type { AccountId, BatchId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { membersOf, type BatchWithCases } from './batch-members.ts';
import type { MailingRules } from './mailing-rules.ts';
import type { Piece } from './mail.ts';

export type SampleBatch = {
  readonly batch: BatchId;
  /** How many letters two people compared with the ward's list, and how many of them were not right. */
  readonly sampled: number;
  readonly differing: number;
};

export type SampleBatchRefusal =
  | RefusalOf<'batch-not-fixed', { batch: BatchId }>
  | RefusalOf<'batch-incomplete', { pieces: number; found: number }>
  | RefusalOf<'batch-unprinted', { left: number }>
  | RefusalOf<'batch-blocked', { left: number }>
  | RefusalOf<'sample-too-small', { sampled: number; least: number }>
  | RefusalOf<'sample-impossible', { sampled: number; differing: number; most: number }>;

/**
 * Records the comparison of a sample by two people before the release (Saga: all 1,000 addresses shifted by a row).
 * One wrong letter blocks the batch until every copy has been voided, printed anew and sampled again. Copies printed
 * after a sampling need one of their own.
 */
export function sampleBatch(
  state: BatchWithCases,
  { batch, sampled, differing }: SampleBatch,
  { actor, second, rules }: Context,
): Decision | SampleBatchRefusal {
  const { fixed } = state.batch;
  if (!fixed) return { refused: 'batch-not-fixed', batch };
  const { pieces } = membersOf(state, batch);
  if (pieces.length !== fixed.pieces) {
    return { refused: 'batch-incomplete', pieces: fixed.pieces, found: pieces.length };
  }
  const left = pieces.filter((piece) => isUnprinted(piece)).length;
  if (left > 0) return { refused: 'batch-unprinted', left };
  const inHand = pieces.filter((piece) => piece.status === 'printed');
  const condemned = inHand.filter((piece) => piece.round < state.batch.cleanFrom).length;
  if (condemned > 0) return { refused: 'batch-blocked', left: condemned };
  const fresh = inHand.filter((piece) => piece.round >= state.batch.samples).length;
  const least = Math.max(1, sampleSize(fresh, rules.mailing));
  if (sampled < least) return { refused: 'sample-too-small', sampled, least };
  if (sampled > inHand.length || differing > sampled) {
    return { refused: 'sample-impossible', sampled, differing, most: inHand.length };
  }
  const witnesses = [actor, second].filter((one): one is AccountId => one !== undefined);
  return { facts: [{ type: 'batch.sampled', batch, witnesses, sampled, differing }] };
}

/** First and last five and ten at random (domain.md 8), or all of a smaller batch: a batch of one is not waved through. */
export function sampleSize(pieces: number, { sample }: MailingRules): number {
  return Math.min(pieces, sample.ends * 2 + sample.random);
}

/** Planned and not yet printed, or voided and to be printed again. */
export function isUnprinted(piece: Piece): boolean {
  return piece.status === 'planned' || (piece.status === 'voided' && piece.reason !== 'pulled');
}
