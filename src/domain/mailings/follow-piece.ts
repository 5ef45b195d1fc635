import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { NewFact } from '../facts.ts';
import type { PieceKind, ReissueReason } from '../facts/mailing.ts';
import { NOTICE_KINDS } from './caps.ts';
import type { PieceStatus } from './mail.ts';
import { revokeLiving } from './print-piece.ts';

/** From whom we know what became of a piece. */
export type TrackingSource = 'tracking-page' | 'post-office' | 'envelope' | 'herself' | 'ward';

export type FollowPiece = {
  readonly case: CaseId;
  readonly piece: PieceId;
  readonly what: 'delivered' | 'lost' | 'withdrawn';
  readonly on: CivilDate;
  readonly source: TrackingSource;
};

export type FollowPieceRefusal =
  | RefusalOf<'piece-not-under-way', { piece: PieceId }>
  | RefusalOf<'piece-day-impossible', { on: CivilDate; from: CivilDate; to: CivilDate }>;

/** From which status a piece can come to have been delivered, lost or given back at our request. */
const BEFORE: Readonly<Record<FollowPiece['what'], readonly PieceStatus[]>> = {
  delivered: ['posted', 'lost'],
  lost: ['posted'],
  withdrawn: ['posted'],
};

/**
 * Records what became of a posted piece (CHI-8.1-7). A letter that the post lost is written again outside the caps, and
 * its code opens nothing any more; one that the post gave back at our request is not a return by her.
 */
export function followPiece(
  state: { readonly case: CaseState },
  { case: id, piece, what, on, source }: FollowPiece,
  { today }: Context,
): Decision | FollowPieceRefusal {
  const { mail } = state.case;
  const found = mail.pieces.find((other) => other.piece === piece);
  if (!found?.postedOn || !BEFORE[what].includes(found.status)) {
    return { refused: 'piece-not-under-way', piece };
  }
  if (on < found.postedOn || on > today) {
    return { refused: 'piece-day-impossible', on, from: found.postedOn, to: today };
  }
  switch (what) {
    case 'delivered':
      return { facts: [{ type: 'piece.delivered', piece, case: id, on, source }] };
    case 'withdrawn':
      return {
        facts: [
          { type: 'piece.withdrawn', piece, case: id, on, source },
          ...revokeLiving(mail, id, 'withdrawn', piece),
          ...writtenAgain(found.kind, id, piece, 'called-back'),
        ],
      };
    case 'lost':
      return {
        facts: [
          { type: 'piece.lost', piece, case: id, on, source },
          ...revokeLiving(mail, id, 'lost', piece),
          ...writtenAgain(found.kind, id, piece, 'lost-in-post'),
        ],
      };
  }
}

/** A notice that never reached her through no doing of hers is written again outside the caps, if nothing stops it then. */
export function writtenAgain(
  kind: PieceKind,
  id: CaseId,
  piece: PieceId,
  reason: ReissueReason,
): readonly NewFact[] {
  return NOTICE_KINDS.includes(kind) ? [{ type: 'piece.reissue-granted', piece, case: id, reason }] : [];
}
