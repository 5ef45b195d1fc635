import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId, BatchId, MessageId, PieceId } from '../basics/ids.ts';
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
  /** Of each copy that has one, the mark by which it is found. */
  readonly marks?: readonly { readonly copy: number; readonly mark: string }[];
  /** How many of them were voided, the pulled one not counted. */
  readonly spoiled: number;
  readonly printedOn?: CivilDate;
  /** How many samplings its batch had seen when the living copy was printed. */
  readonly round: number;
  /** What is printed on it changed after printing: it may not leave, it is voided and printed again. */
  readonly outdated?: boolean;
  /** Its living copy lies in its envelope, scanned. */
  readonly enclosed?: boolean;
  /** The number of the label that is on the envelope, before it has left. */
  readonly label?: string | undefined;
  readonly service?: PostService;
  readonly tracking?: string;
  readonly postage?: Yen;
  readonly postedOn?: CivilDate;
  readonly reason?: string;
  /** Who had it in hand last: whoever printed it, then whoever gave it to the post. Absent when a machine did. */
  readonly holder?: AccountId;
  /** 取戻し請求: whether the post was asked to give it back, and how much had been heard of her by then. */
  readonly askedBack?: { readonly asked: boolean; readonly heard: number };
  /** A person's word on a return: whether it is sent again. */
  readonly reviewed?: { readonly resend: boolean };
};

/** Whether anybody will say what became of it: a number is followed, the ward tells; a postcard just goes. */
export function isHeardOf({ tracking, service }: Piece): boolean {
  return tracking !== undefined || service === 'handed-to-ward';
}

/** A code on a printed copy: alive until it is revoked. `redeemed`: somebody came with it, so the letter has arrived. */
export type Invite = {
  readonly piece: PieceId;
  readonly copy: number;
  readonly locator?: string;
  readonly redeemed?: true;
  readonly revoked?: string;
};

/** All mail of one case, oldest piece first. */
export type Mail = {
  readonly pieces: readonly Piece[];
  /** Batches in which she was decided against before a piece was planned. */
  readonly dropped: readonly { readonly batch: BatchId; readonly reason: string; readonly on: CivilDate }[];
  readonly invites: readonly Invite[];
  /** Letters that are written again outside the caps, by the piece they replace. */
  readonly reissues: readonly { readonly piece: PieceId; readonly on: CivilDate }[];
  /** Mails by which she was asked to take a date, those that did leave (CHI-8.9-3). */
  readonly recallMails: readonly { readonly message: MessageId; readonly on: CivilDate }[];
  /** How often something was heard of her that may concern paper under way, and when last. */
  readonly heard: { readonly times: number; readonly on?: CivilDate };
};

export const noMail: Mail = {
  pieces: [],
  dropped: [],
  invites: [],
  reissues: [],
  recallMails: [],
  heard: { times: 0 },
};

/** Facts after which a piece that was right may be wrong (design.md section 4), or right again. */
const HEARD: readonly RecordedFact['type'][] = [
  'case.loss-reported',
  'case.died',
  'case.birth-reported',
  'case.moved',
  'case.protection-changed',
  'case.mail-way-named',
  'case.paused',
  'case.resumed',
  'case.withdrawn',
  'case.held',
  'case.hold-ended',
  'case.stop-lifted',
  'case.unreachable',
  'case.closed',
  'case.carried-over',
  'resident.registered',
  'booking.made',
  'visit.completed',
  'benefit.held',
  'benefit.withheld',
  'benefit.expired',
];

export function evolveMail(before: Mail, fact: RecordedFact): Mail {
  const day = fact.at.slice(0, 10) as CivilDate;
  const state = concernsPaper(fact)
    ? { ...before, heard: { times: before.heard.times + 1, on: fact.recordedAt.slice(0, 10) as CivilDate } }
    : before;
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
        enclosed: false,
        label: undefined,
        ...marked(state, fact),
        ...heldBy(fact.actor),
      });
    case 'piece.enclosed':
      return change(state, fact.piece, { enclosed: true, ...heldBy(fact.actor) });
    case 'piece.taken-out':
      return change(state, fact.piece, { enclosed: false, label: undefined });
    case 'piece.labelled':
      return change(state, fact.piece, { label: fact.tracking });
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
        ...heldBy(fact.actor),
      });
    case 'piece.asked-back':
      return change(state, fact.piece, { askedBack: { asked: fact.asked, heard: state.heard.times } });
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
        ? {
            ...state,
            invites: [
              ...state.invites,
              {
                piece: fact.piece,
                copy: fact.copy ?? 1,
                ...(fact.locator ? { locator: fact.locator } : {}),
              },
            ],
          }
        : state;
    case 'invite.redeemed':
      return {
        ...state,
        invites: state.invites.map((invite) =>
          invite.piece === fact.piece && (!fact.copy || invite.copy === fact.copy)
            ? { ...invite, redeemed: true }
            : invite,
        ),
      };
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
      return fact.channel === 'email'
        ? { ...state, recallMails: [...state.recallMails, { message: fact.message, on: day }] }
        : state;
    case 'message.stopped':
    case 'message.failed':
      return { ...state, recallMails: state.recallMails.filter(({ message }) => message !== fact.message) };
    case 'case.contact-changed':
      if (fact.what === 'delivery-address') return outdate(state, isPackage);
      return fact.what === 'mail-address' || fact.what === 'name' || fact.what === 'correction'
        ? outdate(state)
        : state;
    case 'case.mail-way-named':
    case 'case.protection-changed':
      return outdate(state);
    // The letter in a package has other words after a birth and after a loss (`template-for.ts`).
    case 'case.birth-reported':
    case 'case.loss-reported':
    case 'case.died':
      return outdate(state, isPackage);
    case 'case.moved':
      if (fact.back) return state;
      return fact.within ? outdate(state) : outdate(state, isPackage);
    default:
      return state;
  }
}

/** The marks of all its copies, the new one with them. */
function marked(
  { pieces }: Mail,
  { piece, copy, mark }: Extract<RecordedFact, { type: 'piece.printed' }>,
): Pick<Piece, 'marks'> {
  if (mark === undefined) return {};
  const earlier = pieces.find((one) => one.piece === piece)?.marks ?? [];
  return { marks: [...earlier, { copy, mark }] };
}

function change(state: Mail, id: PieceId, to: Partial<Piece>): Mail {
  return {
    ...state,
    pieces: state.pieces.map((piece) => (piece.piece === id ? { ...piece, ...to } : piece)),
  };
}

/** A new telephone number or e-mail address changes nothing about paper. */
function concernsPaper(fact: RecordedFact): boolean {
  if (fact.type === 'case.contact-changed') return fact.what !== 'phone' && fact.what !== 'email';
  return HEARD.includes(fact.type);
}

function heldBy(actor: string): { readonly holder?: AccountId } {
  return actor.startsWith('account_') ? { holder: actor as AccountId } : {};
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
function outdate(state: Mail, only: (piece: Piece) => boolean = () => true): Mail {
  return {
    ...state,
    pieces: state.pieces.map((piece) =>
      piece.status === 'printed' && only(piece) ? { ...piece, outdated: true } : piece,
    ),
  };
}

/** Her package goes where she says, so a move out or another delivery address concerns it alone (CHI-8.4-9, AMB-47). */
function isPackage({ kind }: Piece): boolean {
  return kind.startsWith('package');
}
