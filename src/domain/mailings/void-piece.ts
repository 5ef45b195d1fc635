import type { BatchId, CaseId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { VoidReason } from '../facts/mailing.ts';
import type { BatchState } from './batch.ts';
import { onceClaims } from './plan-piece.ts';
import { revokeLiving } from './print-piece.ts';

export type VoidPiece = {
  readonly batch: BatchId;
  readonly case: CaseId;
  readonly piece: PieceId;
  readonly reason: VoidReason;
};

export type VoidPieceRefusal = RefusalOf<'piece-not-in-hand', { piece: PieceId }>;

/**
 * Voids a printed copy that has not been posted: spoiled or outdated (it is printed again), or pulled because a stop
 * came after printing. Its code is revoked at once; a pulled re-send or recall gives her "once" back: nothing left.
 */
export function voidPiece(
  state: { readonly case: CaseState; readonly batch: BatchState },
  { batch, case: id, piece, reason }: VoidPiece,
  _context: Context,
): Decision | VoidPieceRefusal {
  const { mail } = state.case;
  const found = mail.pieces.find((other) => other.piece === piece && other.batch === batch);
  if (found?.status === 'voided' && found.reason !== 'pulled' && reason === 'pulled') {
    // The copy was voided already, by a move or by hand, and a stop followed: it is not to be printed again.
    return {
      facts: [
        { type: 'piece.dropped', case: id, batch, piece, reason: 'stopped' },
        ...revokeLiving(mail, id, reason, piece),
      ],
      release: onceClaims(id, found.kind),
    };
  }
  if (found?.status !== 'printed') return { refused: 'piece-not-in-hand', piece };
  return {
    facts: [{ type: 'piece.voided', piece, case: id, reason }, ...revokeLiving(mail, id, reason, piece)],
    release: reason === 'pulled' ? onceClaims(id, found.kind) : [],
  };
}
