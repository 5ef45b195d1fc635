import type { CaseId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

export type ReviewReturn = { readonly case: CaseId; readonly piece: PieceId; readonly resend: boolean };

export type ReviewReturnRefusal =
  | RefusalOf<'piece-not-returned', { piece: PieceId }>
  | RefusalOf<'return-reviewed', { piece: PieceId }>;

/** A person's word on a return. Refused mail is never sent again without it (domain.md 3.3). */
export function reviewReturn(
  state: { readonly case: CaseState },
  { case: id, piece, resend }: ReviewReturn,
  _context: Context,
): Decision | ReviewReturnRefusal {
  const found = state.case.mail.pieces.find((other) => other.piece === piece);
  if (found?.status !== 'returned') return { refused: 'piece-not-returned', piece };
  if (found.reviewed) return { refused: 'return-reviewed', piece };
  return { facts: [{ type: 'piece.return-reviewed', piece, case: id, resend }] };
}
