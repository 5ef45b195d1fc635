import type { BatchId, CaseId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { BatchState } from './batch.ts';
import type { DropReason } from './due-mail.ts';
import type { Piece } from './mail.ts';
import { whyNoLonger } from './why-not-due.ts';

export type PieceOfBatch = { readonly batch: BatchId; readonly case: CaseId; readonly piece: PieceId };

export type ReadyPieceRefusal =
  | RefusalOf<'piece-not-in-hand', { piece: PieceId }>
  | RefusalOf<'piece-not-sampled', { piece: PieceId; copy: number }>
  | RefusalOf<'piece-outdated', { piece: PieceId }>
  | RefusalOf<'pull-this-piece', { piece: PieceId; why: DropReason }>;

/**
 * A printed piece that may still go: nothing has stopped it since printing, what stands on it is still right, and two
 * people have compared copies of its printing. Asked when it is put into its envelope, when it gets its label and when
 * it is posted (AMB-38): what a stop reached is pulled, whatever stage it is at.
 */
export function readyPiece(
  state: { readonly case: CaseState; readonly batch: BatchState },
  { batch, piece }: PieceOfBatch,
  { today, rules }: Pick<Context, 'today' | 'rules'>,
): Piece | ReadyPieceRefusal {
  const { clean, samples } = state.batch;
  const found = state.case.mail.pieces.find((other) => other.piece === piece && other.batch === batch);
  if (found?.status !== 'printed') return { refused: 'piece-not-in-hand', piece };
  const why = whyNoLonger(state.case, found, today, rules, 'post');
  if (why) return { refused: 'pull-this-piece', piece, why };
  if (found.outdated) return { refused: 'piece-outdated', piece };
  if (!clean || found.round >= samples) return { refused: 'piece-not-sampled', piece, copy: found.copy };
  return found;
}
