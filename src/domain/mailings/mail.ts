import type { CivilDate } from '../basics/civil-date.ts';
import type { BatchId, PieceId } from '../basics/ids.ts';
import type { Yen } from '../basics/yen.ts';
import type { PieceKind, PostService } from '../facts/mailing.ts';
import type { RecordedFact } from '../facts.ts';

export type PieceStatus =
  | 'planned'
  | 'dropped'
  | 'printed'
  | 'voided'
  | 'posted'
  | 'delivered'
  | 'returned'
  | 'lost'
  | 'withdrawn';

/** One letter, card or package on its way. A copy that is voided and printed again stays the same piece. */
export type Piece = {
  readonly piece: PieceId;
  readonly batch: BatchId;
  readonly kind: PieceKind;
  readonly status: PieceStatus;
  /** The day it reached its status. */
  readonly on: CivilDate;
  /** How many copies were printed so far; the last one is the living one. */
  readonly copy: number;
  /** How many of them were voided, the pulled one not counted. */
  readonly spoiled: number;
  readonly printedOn?: CivilDate;
  /** How many samplings its batch had seen when the living copy was printed. */
  readonly round: number;
  /** What is printed on it changed after printing: it may not leave, it is voided and printed again. */
  readonly outdated?: boolean;
  readonly service?: PostService;
  readonly tracking?: string;
  readonly postage?: Yen;
  readonly postedOn?: CivilDate;
  readonly reason?: string;
  /** A person's word on a return: whether it is sent again. */
  readonly reviewed?: { readonly resend: boolean };
};

/** A code on a printed copy: alive until it is revoked. */
export type Invite = { readonly piece: PieceId; readonly copy: number; readonly revoked?: string };

/** All mail of one case, oldest piece first. */
export type Mail = {
  readonly pieces: readonly Piece[];
  /** Batches in which she was decided against before a piece was planned. */
  readonly dropped: readonly { readonly batch: BatchId; readonly reason: string; readonly on: CivilDate }[];
  readonly invites: readonly Invite[];
  /** Letters that are written again outside the caps, by the piece they replace. */
  readonly reissues: readonly { readonly piece: PieceId; readonly on: CivilDate }[];
  /** Days on which she was asked by e-mail to take a date (CHI-8.9-3). */
  readonly recallMails: readonly CivilDate[];
};

export const noMail: Mail = { pieces: [], dropped: [], invites: [], reissues: [], recallMails: [] };

export function evolveMail(state: Mail, fact: RecordedFact): Mail {
  const day = fact.at.slice(0, 10) as CivilDate;
  switch (fact.type) {
    case 'piece.planned': {
      const { piece, batch, kind } = fact;
      const planned: Piece = {
        piece,
        batch,
        kind,
        status: 'planned',
        on: day,
        copy: 0,
        spoiled: 0,
        round: 0,
      };
      return { ...state, pieces: [...state.pieces, planned] };
    }
    case 'piece.dropped':
      return fact.piece
        ? change(state, fact.piece, { status: 'dropped', on: day, reason: fact.reason })
        : { ...state, dropped: [...state.dropped, { batch: fact.batch, reason: fact.reason, on: day }] };
    case 'piece.printed':
      return change(state, fact.piece, {
        status: 'printed',
        on: day,
        copy: fact.copy,
        printedOn: day,
        round: fact.round ?? 0,
        outdated: false,
      });
    case 'piece.voided':
      return voided(state, fact.piece, fact.reason, day);
    case 'piece.posted':
      return change(state, fact.piece, {
        status: 'posted',
        on: day,
        postedOn: day,
        service: fact.service,
        postage: fact.postage,
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
    case 'piece.return-reviewed':
      return change(state, fact.piece, { reviewed: { resend: fact.resend } });
    case 'piece.reissue-granted':
      return { ...state, reissues: [...state.reissues, { piece: fact.piece, on: day }] };
    case 'invite.issued':
      return fact.piece
        ? { ...state, invites: [...state.invites, { piece: fact.piece, copy: fact.copy ?? 1 }] }
        : state;
    case 'invite.revoked':
      return {
        ...state,
        invites: state.invites.map((invite) =>
          !invite.revoked &&
          (!fact.piece || invite.piece === fact.piece) &&
          (!fact.copy || invite.copy === fact.copy)
            ? { ...invite, revoked: fact.reason }
            : invite,
        ),
      };
    case 'recall.sent':
      return fact.channel === 'email' ? { ...state, recallMails: [...state.recallMails, day] } : state;
    case 'case.contact-changed':
      return fact.what === 'mail-address' || fact.what === 'name' || fact.what === 'correction'
        ? outdate(state)
        : state;
    case 'case.mail-way-named':
    case 'case.protection-changed':
      return outdate(state);
    case 'case.moved':
      return fact.within ? outdate(state) : state;
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

function voided(state: Mail, id: PieceId, reason: string, on: CivilDate): Mail {
  return {
    ...state,
    pieces: state.pieces.map((piece) =>
      piece.piece === id
        ? {
            ...piece,
            status: 'voided',
            on,
            reason,
            spoiled: reason === 'pulled' ? piece.spoiled : piece.spoiled + 1,
          }
        : piece,
    ),
  };
}

/** Where she lives, her name or the way of her mail changed: what is printed and not posted is wrong now. */
function outdate(state: Mail): Mail {
  return {
    ...state,
    pieces: state.pieces.map((piece) => (piece.status === 'printed' ? { ...piece, outdated: true } : piece)),
  };
}
