import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, PieceId } from '../basics/ids.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ReturnReason } from '../facts/mailing.ts';
import { NOTICE_KINDS, unreachableByPost } from './caps.ts';
import { writtenAgain, type FollowPieceRefusal, type TrackingSource } from './follow-piece.ts';
import { revokeLiving } from './print-piece.ts';

export type ReturnPiece = {
  readonly case: CaseId;
  readonly piece: PieceId;
  readonly on: CivilDate;
  readonly reason: ReturnReason;
  readonly source: TrackingSource;
};

export type ReturnPieceRefusal = FollowPieceRefusal;

/**
 * Records a piece that came back. Its code is revoked. The first return of a notice waits for the next month's
 * dispatch (CHI-8.1-8); the second ends all letters: she cannot be reached by post and the ward is told (CHI-8.1-9).
 */
export function returnPiece(
  state: { readonly case: CaseState },
  { case: id, piece, on, reason, source }: ReturnPiece,
  { today, rules }: Context,
): Decision | ReturnPieceRefusal {
  const { mail, standing } = state.case;
  const found = mail.pieces.find((other) => other.piece === piece);
  const canReturn =
    found && (found.status === 'posted' || found.status === 'delivered' || found.status === 'lost');
  if (!canReturn || !found.postedOn) return { refused: 'piece-not-under-way', piece };
  if (on < found.postedOn || on > today) {
    return { refused: 'piece-day-impossible', on, from: found.postedOn, to: today };
  }
  const after = {
    ...mail,
    pieces: mail.pieces.map((other) =>
      other.piece === piece ? { ...other, status: 'returned' as const, reason } : other,
    ),
  };
  const ends =
    NOTICE_KINDS.includes(found.kind) &&
    standing.unreachable === undefined &&
    unreachableByPost(after, rules.mailing);
  return {
    facts: [
      { type: 'piece.returned', piece, case: id, on, reason, source },
      ...revokeLiving(mail, id, 'returned', piece),
      ...(reason === 'recalled-by-sender' ? writtenAgain(found.kind, id, piece, 'called-back') : []),
      ...(ends ? [{ type: 'case.unreachable', case: id, on } as const] : []),
    ],
    send: ends ? [{ queue: 'ward-notice', ref: piece, case: id }] : [],
  };
}
