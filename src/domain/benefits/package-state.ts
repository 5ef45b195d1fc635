import type { Mail, Piece } from '../mailings/mail.ts';

/** All dispatches of her package, first, again, or on request. */
export function packagesOf(mail: Mail): readonly Piece[] {
  return mail.pieces.filter((piece) => piece.kind.startsWith('package'));
}

/** Confirmed receipt, once and for all (CHI-8.4-12, 10.2-5). */
export function isReceived(mail: Mail): boolean {
  return packagesOf(mail).some((piece) => piece.status === 'delivered');
}

/** Planned, packed or with the post: not to be started a second time. */
export function onItsWay(mail: Mail): boolean {
  return packagesOf(mail).some(
    ({ status }) => status === 'planned' || status === 'printed' || status === 'posted',
  );
}
