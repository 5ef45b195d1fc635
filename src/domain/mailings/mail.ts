import type { CivilDate } from '../basics/civil-date.ts';
import type { BatchId, PieceId } from '../basics/ids.ts';
import type { PieceKind, ReturnReason } from '../facts/mailing.ts';
import type { RecordedFact } from '../facts.ts';

/** One letter, card or package on its way. */
export type Piece = {
  readonly piece: PieceId;
  readonly batch: BatchId;
  readonly kind: PieceKind;
  readonly copy: number;
  readonly printedOn: CivilDate;
  readonly status: 'printed' | 'voided' | 'posted' | 'delivered' | 'returned' | 'lost' | 'withdrawn';
  readonly tracking?: string;
  readonly postedOn?: CivilDate;
  /** The day it reached its status. */
  readonly on: CivilDate;
  readonly reason?: ReturnReason | string;
};

/** All mail of one case, oldest piece first. */
export type Mail = { readonly pieces: readonly Piece[] };

export const noMail: Mail = { pieces: [] };

export function evolveMail(state: Mail, fact: RecordedFact): Mail {
  const day = fact.at.slice(0, 10) as CivilDate;
  switch (fact.type) {
    case 'piece.printed':
      return {
        ...state,
        pieces: [
          ...state.pieces,
          {
            piece: fact.piece,
            batch: fact.batch,
            kind: fact.kind,
            copy: fact.copy,
            printedOn: day,
            status: 'printed',
            on: day,
          },
        ],
      };
    case 'piece.voided':
      return change(state, fact.piece, { status: 'voided', on: day, reason: fact.reason });
    case 'piece.posted':
      return change(state, fact.piece, {
        status: 'posted',
        on: day,
        postedOn: day,
        ...(fact.tracking ? { tracking: fact.tracking } : {}),
      });
    case 'piece.delivered':
      return change(state, fact.piece, { status: 'delivered', on: fact.on });
    case 'piece.lost':
      return change(state, fact.piece, { status: 'lost', on: fact.on });
    case 'piece.withdrawn':
      return change(state, fact.piece, { status: 'withdrawn', on: fact.on });
    case 'piece.returned':
      return change(state, fact.piece, { status: 'returned', on: fact.on, reason: fact.reason });
    default:
      return state;
  }
}

function change(state: Mail, id: PieceId, to: Partial<Piece>): Mail {
  return {
    ...state,
    pieces: state.pieces.map((piece) => (piece.piece === id ? { ...piece, ...to } : piece)),
  };
}
