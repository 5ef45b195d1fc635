import type { CaseId } from '../basics/ids.ts';
import type { Order } from '../decision.ts';
import type { Mail, Piece } from '../mailings/mail.ts';
import { verdictOf, waysOfPiece, type Named, type StopWord } from './what-stops-what.ts';

/** Stops that let a letter go once it is posted: the table says "unposted" (design.md section 4). */
const LETS_POSTED_GO: readonly StopWord[] = ['birth'];

/**
 * What a new stop does to the paper under way (AMB-38): every piece that it stops and that is printed is pulled by a
 * named person; one that is posted and not yet delivered opens the duty "ask the post office to give it back, or say
 * why not". One order a piece; which of the two it is says the status of the piece when the order is taken up.
 */
export function pullOrders(mail: Mail, stop: StopWord, named: Named, of: CaseId): readonly Order[] {
  return mail.pieces
    .filter((piece) => isUnderWay(piece, stop) && isStopped(piece, stop, named))
    .map((piece) => ({ queue: 'pull-piece', ref: piece.piece, case: of }));
}

/** A change of what is printed on a letter: printed ones may not leave, a person pulls them and they are printed again. */
export function outdatedOrders(mail: Mail, of: CaseId): readonly Order[] {
  return mail.pieces
    .filter((piece) => piece.status === 'printed')
    .map(({ piece }) => ({ queue: 'pull-piece', ref: piece, case: of }));
}

/** The same for a change of where her package goes. */
export function outdatedPackages(mail: Mail, of: CaseId): readonly Order[] {
  return outdatedOrders(
    { ...mail, pieces: mail.pieces.filter(({ kind }) => kind.startsWith('package')) },
    of,
  );
}

function isUnderWay(piece: Piece, stop: StopWord): boolean {
  return piece.status === 'printed' || (piece.status === 'posted' && !LETS_POSTED_GO.includes(stop));
}

function isStopped(piece: Piece, stop: StopWord, named: Named): boolean {
  const moment = piece.status === 'printed' ? 'print' : 'post';
  return waysOfPiece(piece.kind, moment).some((way) => typeof verdictOf(stop, way, named) === 'string');
}
