import type { CaseId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ReissueReason } from '../facts/mailing.ts';
import { NOTICE_KINDS, piecesOf } from './caps.ts';
import { revokeLiving } from './print-piece.ts';

export type GrantReissue = {
  readonly case: CaseId;
  readonly piece: PieceId;
  readonly reason: Exclude<ReissueReason, 'lost-in-post' | 'called-back'>;
};

export type GrantReissueRefusal =
  | RefusalOf<'piece-not-replaceable', { piece: PieceId }>
  | RefusalOf<'reissue-granted', { piece: PieceId }>;

/**
 * She lost her letter, or it never came although the post says so: it is written again, outside the caps, as a kind of
 * its own. Whoever has the old one finds a neutral page from now on. Only her latest letter can be replaced.
 */
export function grantReissue(
  state: { readonly case: CaseState },
  { case: id, piece, reason }: GrantReissue,
  _context: Context,
): Decision | GrantReissueRefusal {
  const { mail } = state.case;
  const last = piecesOf(mail, ...NOTICE_KINDS).at(-1);
  const gone = last && (last.status === 'posted' || last.status === 'delivered');
  if (!gone || last.piece !== piece) return { refused: 'piece-not-replaceable', piece };
  if (mail.reissues.some((granted) => granted.piece === piece)) return { refused: 'reissue-granted', piece };
  return {
    facts: [
      { type: 'piece.reissue-granted', piece, case: id, reason },
      ...revokeLiving(mail, id, reason, piece),
    ],
  };
}
