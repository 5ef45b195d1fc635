import type { CivilDate } from './basics/civil-date.ts';
import type {
  AccountId,
  ApplicationId,
  BatchId,
  BookingId,
  CaseId,
  InquiryId,
  JobId,
  ListId,
  MatterId,
  PersonId,
  SlotId,
} from './basics/ids.ts';
import type { Instant } from './basics/instant.ts';
import type { NewFact } from './facts.ts';
import type { SeatName, SeatWord } from './portal/bundle.ts';

/** Who a value in the vault belongs to: the woman of a case, a person just being entered, or one of our own people. */
export type Subject = CaseId | PersonId | AccountId | MatterId | ApplicationId | InquiryId;

/** A value for the vault: one section of one person, field by field. `item` tells several of a kind apart. */
export type Keep = {
  readonly of: Subject;
  readonly section: SectionName;
  readonly item?: string;
  readonly value: Readonly<Record<string, string>>;
};

/** The compartments of the vault. Which role may open which field stands in `security/fields.ts`. */
export type SectionName =
  | 'identity'
  | 'reference'
  | 'address'
  | 'mail-address'
  | 'delivery-address'
  | 'contact'
  | 'language'
  | 'remarks'
  | 'background'
  | 'answers'
  /** Somebody who applied without a code, until a person has found out who she is (CHI-8.2-1). */
  | 'applicant'
  | 'visit'
  /** Her line of a closed month's results table and her page of item 4, as they were frozen (CHI-9.1-2, 9.1-7). */
  | 'report-line'
  | 'consultation'
  | 'inquiry'
  | 'invite'
  /** What she sent by her link and what could not be carried out, word for word. */
  | 'portal'
  | 'handover'
  | 'staff'
  /** Hashes of passwords and secrets of second factors: nobody reads them, our own sign-in compares. */
  | 'sign-in'
  | 'ward-person'
  /** What one of us keeps for herself, such as how she calls a filter of a list. */
  | 'own';

/** A key that nobody else may hold: a seat, a voucher serial, a tracking number, an invoice number, a woman's one booking. */
export type Claim = { readonly kind: ClaimKind; readonly key: string };

export type ClaimKind =
  | 'seat'
  | 'serial'
  | 'tracking'
  | 'invoice-no'
  | 'booking'
  | 'visitor-time'
  | 'resend'
  | 'list-digest'
  | 'list-open'
  | 'reference'
  | 'person-account'
  | 'survey-answer'
  | 'receipt'
  | 'envelope'
  /** A printed copy in a print file: in one only, ever. */
  | 'print-copy';

/**
 * What is done to the slot book, in the same transaction as the facts. The inside gives only seats that it owns; of the
 * outside's it keeps a mirror, and `free` of one goes there as a word with the next bundle.
 * `hold` and `take` of a slot without a free seat refuse the whole with `taken`; `ref` is the booking, opaque to all
 * others, and taking a seat that is held under the same `ref` uses up the hold.
 */
export type SeatAct =
  | { readonly act: 'hold'; readonly slot: SlotId; readonly ref: BookingId; readonly until: Instant }
  /** `outside`: the seat that she took there, and under which reference the outside knows it. */
  | {
      readonly act: 'take';
      readonly slot: SlotId;
      readonly ref: BookingId;
      readonly outside?: OutsideSeat | undefined;
    }
  | { readonly act: 'free'; readonly slot: SlotId; readonly ref: BookingId }
  | {
      readonly act: 'open';
      readonly slot: SlotId;
      readonly date: CivilDate;
      readonly start: string;
      readonly inside: number;
      readonly outside: number;
    }
  | { readonly act: 'close'; readonly date: CivilDate }
  | OwnershipAct;

/**
 * What moves seats between inside and outside. `tell` stands with the bundle that says it: seats of the inside among its
 * `give` words are the outside's from this commit on, and if one is no longer as said the whole is refused with `taken`.
 */
export type OwnershipAct =
  /**
   * The outside says that it gave this seat away; nobody is booked by it (what she wished was refused). The next outward
   * bundle tells who has the seat, or that it is free again.
   */
  | { readonly act: 'heard'; readonly slot: SlotId; readonly outside: OutsideSeat }
  | {
      readonly act: 'tell';
      readonly bundle: number;
      readonly words: readonly SeatWord[];
      readonly closed: readonly CivilDate[];
    }
  /** The outside has closed these seats, as it was asked to. */
  | { readonly act: 'dropped'; readonly seats: readonly SeatName[] }
  /** So many free seats of the outside are asked back. */
  | { readonly act: 'ask-back'; readonly slot: SlotId; readonly seats: number }
  /** The outside can give nothing of these days any more, and all that it gave was heard: what is free is the inside's. */
  | { readonly act: 'reclaim'; readonly from: CivilDate; readonly to: CivilDate }
  /** After a restore: these seats are the outside's. `only`: of what it was told of before `from` on, only these. */
  | {
      readonly act: 'adopt';
      readonly seats: readonly (SeatName & { readonly date: CivilDate; readonly start: string })[];
      readonly only: boolean;
      readonly from: CivilDate;
    }
  /** The outside shall hear of all its seats anew. */
  | { readonly act: 'tell-all' }
  /** Seats that were asked back and did not come are asked for again. */
  | { readonly act: 'ask-again' };

/** A seat of the outside, and the opaque reference under which it is taken there. */
export type OutsideSeat = { readonly seat: number; readonly ref: string };

/** An order for a queue: ids only, never a decision. The rule is asked again when it is carried out. */
export type Order = {
  readonly queue: 'print' | 'mail' | 'call' | 'ward-notice' | 'pull-piece';
  readonly ref: string;
  readonly case?: CaseId;
};

/** Parts of a list on their way under its key: the file, its checked rows, words of answers. */
export type Stage = {
  readonly list: ListId;
  readonly parts: readonly { readonly part: number; readonly text: string }[];
};

/** One stretch of a print file, as base64. */
export type PrintPart = { readonly part: number; readonly base64: string };

/** Pages of printed copies, kept under a batch key until its date. */
export type PrintOf = {
  readonly batch: BatchId;
  readonly file: number;
  readonly parts: readonly PrintPart[];
};

/** Work of many transactions that begins with this commit. `input` holds ids only. */
export type StartJob = {
  readonly job: JobId;
  readonly kind: string;
  readonly input: string;
  readonly total: number;
};

/**
 * What a decision gives back when it says yes. `facts` go to the journal; `keep` to the vault; `claim` is taken and
 * `release` given back in the same transaction; `seats` changes the slot book; `link` says whose case this is; `forget` erases persons; `unseal`
 * destroys list keys, `unprint` those of print files. Everything or nothing is written.
 */
export type Decision = {
  readonly facts: readonly NewFact[];
  readonly keep?: readonly Keep[];
  readonly claim?: readonly Claim[];
  readonly release?: readonly Claim[];
  readonly seats?: readonly SeatAct[];
  readonly send?: readonly Order[];
  readonly link?: readonly { readonly subject: Exclude<Subject, PersonId>; readonly person: PersonId }[];
  readonly forget?: readonly PersonId[];
  readonly unseal?: readonly ListId[];
  readonly stage?: readonly Stage[];
  readonly start?: readonly StartJob[];
  readonly print?: readonly PrintOf[];
  readonly unprint?: readonly Omit<PrintOf, 'parts'>[];
};
