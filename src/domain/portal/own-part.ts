import type { CivilDate } from '../basics/civil-date.ts';
import type { SlotId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { VisitMode } from '../facts/booking.ts';
import type { Answers } from '../forms/answers.ts';
import type { PortalLanguage } from './language.ts';
import type { MessageKind, PackagePlace, WishedPlace } from './message.ts';

/**
 * The own part of a capsule: where she stands in the form, written in her session only and sealed under her key. What
 * was sent is taken out of it: nobody can read it again. Questions asked alone are never in it.
 */
export type OwnPart = {
  /** How many envelopes were sealed for this code; the next one has the next number. */
  readonly counter: number;
  readonly language?: PortalLanguage | undefined;
  /** She left a contact (it went in an envelope), or went on without one. */
  readonly contact?: 'sent' | 'skipped' | undefined;
  /** Version of the text she agreed to, before it is sent with the application. */
  readonly consent?: { readonly version: string; readonly at: Instant } | undefined;
  readonly answers: Answers;
  /** Pages of the questionnaire she has finished. */
  readonly pages: number;
  readonly place?: WishedPlace | undefined;
  readonly packagePlace?: PackagePlace | undefined;
  /** The seat that is kept for her until `until`. */
  readonly hold?: HeldSeat | undefined;
  /** What was sent, the newest last; at most the last twenty. `no` is what she may write down and quote. */
  readonly sent: readonly Sent[];
  /** The date she took through the portal, until it is given back: what is cancelled here frees its seat at once. */
  readonly booked?: (Seat & { readonly envelope: string; readonly mode: VisitMode }) | undefined;
  /** She has told us to stop or of a loss: from this moment the link has no other words, whatever the inside part says. */
  readonly quiet?: 'grief' | 'ended' | undefined;
};

export type Seat = {
  readonly slot: SlotId;
  readonly seat: number;
  readonly ref: string;
  readonly date: CivilDate;
  readonly start: string;
};

export type HeldSeat = Seat & { readonly until: Instant };

export type Sent = {
  readonly envelope: string;
  readonly kind: MessageKind;
  readonly at: Instant;
  readonly no: string;
};

export const emptyOwnPart: OwnPart = { counter: 0, answers: {}, pages: 0, sent: [] };
