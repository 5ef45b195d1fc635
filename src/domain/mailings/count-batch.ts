import type { BatchId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { CountStage } from '../facts/mailing.ts';
import type { Counts } from './batch.ts';
import { membersOf, type BatchWithCases } from './batch-members.ts';
import type { Piece } from './mail.ts';
import { isUnprinted } from './sample-batch.ts';

/** What was counted by hand: sheets from the printer, envelopes, spoiled and pulled sheets, pieces given to the post. */
export type CountBatch = { readonly batch: BatchId; readonly stage: CountStage } & Counts;

export type CountBatchRefusal =
  | RefusalOf<'batch-not-released', { batch: BatchId }>
  | RefusalOf<'batch-closed', { batch: BatchId }>
  | RefusalOf<'batch-not-counted', { batch: BatchId }>
  | RefusalOf<'batch-incomplete', { pieces: number; found: number }>
  | RefusalOf<'batch-unprinted', { left: number }>
  | RefusalOf<'batch-unenclosed', { left: number }>
  | RefusalOf<'batch-unposted', { left: number }>
  | RefusalOf<
      'counts-unbalanced',
      { of: keyof Counts; counted: number; accounted: number; difference: number }
    >
  | RefusalOf<'counts-differ', { of: keyof Counts; counted: number; recorded: number; difference: number }>;

/**
 * Counts a batch at a hand-over. First the hand's own numbers must balance, then each must be the one that the facts
 * give; the refusal names the difference (Tsukuba 2018: 25 envelopes short were "not printed" and printed again).
 * Enclosed: printed = enclosed + spoiled + pulled. Posted: printed = posted + spoiled + pulled.
 */
export function countBatch(
  state: BatchWithCases,
  command: CountBatch,
  _context: Context,
): Decision | CountBatchRefusal {
  const { batch, stage, printed, enclosed, spoiled, pulled, posted } = command;
  const { fixed, releasedOn, counted } = state.batch;
  if (!fixed || !releasedOn) return { refused: 'batch-not-released', batch };
  if (counted?.stage === 'posted') return { refused: 'batch-closed', batch };
  if (stage === 'posted' && !counted) return { refused: 'batch-not-counted', batch };
  const { pieces } = membersOf(state, batch);
  if (pieces.length !== fixed.pieces) {
    return { refused: 'batch-incomplete', pieces: fixed.pieces, found: pieces.length };
  }
  const unprinted = pieces.filter((piece) => isUnprinted(piece)).length;
  if (unprinted > 0) return { refused: 'batch-unprinted', left: unprinted };
  const inHand = pieces.filter((piece) => piece.status === 'printed');
  const left = inHand.filter((piece) => !piece.enclosed).length;
  // Once somebody has begun to scan, every envelope is scanned: half a count is no count.
  if (stage === 'enclosed' && left > 0 && left < inHand.length) return { refused: 'batch-unenclosed', left };
  const unposted = inHand.length;
  if (stage === 'posted' && unposted > 0) return { refused: 'batch-unposted', left: unposted };

  const accounted = (stage === 'enclosed' ? enclosed : posted) + spoiled + pulled;
  if (printed !== accounted) {
    return {
      refused: 'counts-unbalanced',
      of: 'printed',
      counted: printed,
      accounted,
      difference: printed - accounted,
    };
  }
  const recorded = recordedCounts(pieces);
  const hand: Counts = { printed, enclosed, spoiled, pulled, posted };
  for (const name of ['printed', 'spoiled', 'pulled', 'posted', 'enclosed'] as const) {
    if (hand[name] !== recorded[name]) {
      return {
        refused: 'counts-differ',
        of: name,
        counted: hand[name],
        recorded: recorded[name],
        difference: hand[name] - recorded[name],
      };
    }
  }
  return { facts: [{ type: 'batch.counted', batch, stage, ...hand }] };
}

/** The counts as the facts of the pieces give them. What is enclosed is printed and in hand, or has left. */
export function recordedCounts(pieces: readonly Piece[]): Counts {
  const left = pieces.filter((piece) => piece.postedOn !== undefined).length;
  const inHand = pieces.filter((piece) => piece.status === 'printed').length;
  return {
    printed: sum(pieces.map((piece) => piece.copy)),
    enclosed: inHand + left,
    spoiled: sum(pieces.map((piece) => piece.spoiled)),
    pulled: pieces.filter((piece) => piece.status === 'voided' && piece.reason === 'pulled').length,
    posted: left,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
