import type { CivilDate } from '../basics/civil-date.ts';
import type { SlotId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { VisitMode } from '../facts/booking.ts';
import type { PortalLanguage } from './language.ts';
import type { TellKind } from './message.ts';

/**
 * The inside part of a capsule: all that the portal may know of a woman, written by the inside only. Whoever holds her
 * letter and knows her birthday can read what is shown of it, so it holds no name, no address, no answers, and of what
 * is going on no more than date, time and kind (design.md 2, "the partner in the room").
 */
export type InsidePart = {
  /** Grows with each writing; a smaller one never replaces a greater. */
  readonly n: number;
  readonly at: Instant;
  /**
   * Which words the link speaks: `usual`; `after-birth`; `grief` after a loss (no word on the programme any more);
   * `paused`; `ended` when her last right ended, she withdrew, or the link was stopped: a neutral page with telephone.
   */
  readonly words: 'usual' | 'after-birth' | 'paused' | 'grief' | 'ended';
  /** The day after which the link shows `ended`. */
  readonly endsOn: CivilDate;
  /** Of the case; she may choose another one each time. */
  readonly language?: PortalLanguage | undefined;
  readonly registered: boolean;
  readonly answered: boolean;
  readonly booking?: PortalBooking | undefined;
  /** What offering times needs; absent when no date can be taken, `notBookable` says why. */
  readonly bookable?: PortalBookable | undefined;
  readonly notBookable?:
    | { readonly why: 'visited' | 'stopped' | 'attempts-used' | 'after-birth' | 'call' }
    /** Her 8th month is reached in the next contract: she is told from when she can book. */
    | { readonly why: 'not-yet'; readonly from: CivilDate }
    | undefined;
  /** Which of the things to tell are open to her now, in the order of `TELL_KINDS`. */
  readonly tells: readonly TellKind[];
  /** What the inside made of her last envelopes, by id. */
  readonly receipts: Readonly<Record<string, Receipt>>;
  /** A survey she is asked to answer; the token names nobody. */
  readonly survey?: { readonly survey: string; readonly form: string; readonly token: string } | undefined;
};

/**
 * `refused` carries the code of the refusal; what to do then is in the words of the portal. `bookingRefused`: her
 * application was taken, but its date was not; she chooses another one.
 */
export type Receipt =
  | { readonly result: 'accepted'; readonly bookingRefused?: string | undefined }
  | { readonly result: 'refused'; readonly code: string };

/** Her date as the inside knows it. `changeableUntil`: afterwards it is moved by telephone only. */
export type PortalBooking = {
  readonly slot: SlotId;
  readonly date: CivilDate;
  /** HH:MM */
  readonly start: string;
  readonly minutes: number;
  readonly mode: VisitMode;
  readonly changeableUntil: Instant;
  /** Its day fell out or it is no longer allowed: she is called. */
  readonly needsCall?: true | undefined;
};

/** What `slotOffers` looks at. */
export type PortalBookable = {
  readonly due: CivilDate;
  readonly month8: { readonly from: CivilDate; readonly to: CivilDate };
  readonly cohort: boolean;
  readonly born: boolean;
  /** Minutes that her visit takes at most. */
  readonly talk: number;
};
