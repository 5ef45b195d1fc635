import type { PieceId } from '../basics/ids.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { BatchState } from './batch.ts';
import { readyPiece, type PieceOfBatch, type ReadyPieceRefusal } from './ready-piece.ts';

type State = { readonly case: CaseState; readonly batch: BatchState };

export type EnclosePieceRefusal =
  | RefusalOf<'batch-not-released', { batch: PieceOfBatch['batch'] }>
  | RefusalOf<'piece-enclosed', { piece: PieceId }>
  | ReadyPieceRefusal;

/**
 * Records that the sheet of one piece was scanned and put into its own envelope (Kamakura 2024: two households' cards in
 * one envelope). Each scan is a fact of its own, so that no count lives in a browser or in somebody's head.
 */
export function enclosePiece(
  state: State,
  command: PieceOfBatch,
  context: Context,
): Decision | EnclosePieceRefusal {
  const { batch, case: id, piece } = command;
  if (!state.batch.releasedOn) return { refused: 'batch-not-released', batch };
  const found = readyPiece(state, command, context);
  if (isRefusal(found)) return found;
  if (found.enclosed) return { refused: 'piece-enclosed', piece };
  return { facts: [{ type: 'piece.enclosed', piece, case: id, copy: found.copy }] };
}

export type TakeOutPieceRefusal =
  | RefusalOf<'piece-not-enclosed', { piece: PieceId }>
  | RefusalOf<'piece-not-in-hand', { piece: PieceId }>;

/** Takes a scan back: the sheet is out of its envelope again, and the label that was on it is free. */
export function takeOutPiece(
  state: State,
  { batch, case: id, piece }: PieceOfBatch,
): Decision | TakeOutPieceRefusal {
  const found = state.case.mail.pieces.find((other) => other.piece === piece && other.batch === batch);
  if (found?.status !== 'printed') return { refused: 'piece-not-in-hand', piece };
  if (!found.enclosed) return { refused: 'piece-not-enclosed', piece };
  return {
    facts: [{ type: 'piece.taken-out', piece, case: id }],
    release: found.label === undefined ? [] : [{ kind: 'tracking', key: found.label }],
  };
}
