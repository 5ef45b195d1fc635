import type { PieceKind } from '../facts/mailing.ts';
import type { Mail, Piece } from './mail.ts';
import type { MailingRules } from './mailing-rules.ts';

/** The letters that carry the notice itself; the recall card and packages are counted apart. */
export const NOTICE_KINDS: readonly PieceKind[] = ['notice', 'resend', 'reissue'];

/** Whether a piece stands for a sending that is under way or was made. Dropped and pulled ones never left. */
export function stands(piece: Piece): boolean {
  return piece.status !== 'dropped' && !(piece.status === 'voided' && piece.reason === 'pulled');
}

export function piecesOf(mail: Mail, ...kinds: readonly PieceKind[]): readonly Piece[] {
  return mail.pieces.filter((piece) => kinds.includes(piece.kind) && stands(piece));
}

/**
 * Whether the "once" of this kind is used up (CHI-8.1-9, 8.9-2). A planned piece counts already, so that two batches
 * never hold her at the same time. With a shared cap either of the two uses up both (AMB-10). Reissues have no cap.
 */
export function capUsed(mail: Mail, kind: 'resend' | 'recall', rules: MailingRules): boolean {
  const count = (name: 'resend' | 'recall') => piecesOf(mail, name).length;
  if (rules.caps.shared) {
    return count('resend') + count('recall') >= Math.min(rules.caps.resend, rules.caps.recall);
  }
  return count(kind) >= rules.caps[kind];
}

/** How often the post could not hand over a letter of the notice. What we called back ourselves does not count. */
export function timesUndeliverable(mail: Mail): number {
  return piecesOf(mail, ...NOTICE_KINDS).filter(
    (piece) => piece.status === 'returned' && piece.reason !== 'recalled-by-sender',
  ).length;
}

/** After the second return no letter goes by post any more; the ward is told (CHI-8.1-9, AMB-10). */
export function unreachableByPost(mail: Mail, rules: MailingRules): boolean {
  return timesUndeliverable(mail) > rules.caps.resend;
}
