import type { CivilDate } from '../basics/civil-date.ts';
import type { BookingId, SlotId } from '../basics/ids.ts';
import type { RemoteReason, VisitMode } from '../facts/booking.ts';
import type { Answers } from '../forms/answers.ts';
import type { PortalLanguage } from './language.ts';

/** Where the talk is to be. Away before the birth with a day of return: a visit after it is offered first (CHI-8.8-7). */
export type WishedPlace = {
  readonly mode: VisitMode;
  readonly reason?: RemoteReason | undefined;
  /** 里帰り: prefecture and town, her words. */
  readonly where?: string | undefined;
  readonly returnsOn?: CivilDate | undefined;
  readonly cannotBeVisited?: boolean | undefined;
};

/** Where she will be when the package comes (CHI-8.4, 8.8-8). */
export type PackagePlace =
  | { readonly at: 'registered' }
  | {
      readonly at: 'japan';
      readonly postcode: string;
      readonly address: string;
      readonly building?: string | undefined;
    }
  | { readonly at: 'abroad' };

/** A date she takes: the seat is hers outside already, `ref` is its reference there. */
export type BookingChoice = {
  readonly slot: SlotId;
  readonly seat: number;
  readonly ref: BookingId;
  readonly place: WishedPlace;
  /** Her words on steps, pets, the entrance she prefers. */
  readonly considerations?: string | undefined;
};

/** What she may tell by the same link later. The order is that of the page. */
export const TELL_KINDS = [
  'move-booking',
  'cancel-booking',
  'pause',
  'resume',
  'withdraw',
  'birth',
  'moved',
  'delivery-address',
  'japan-again',
  'not-received',
  'contact',
  'question',
] as const;

export type TellKind = (typeof TELL_KINDS)[number];

/**
 * What goes from her session to the inside, one message an envelope. Told "at once" (stop, loss) it needs no reason. The
 * inside reads it with a schema of its own: nothing that comes from outside is believed to have this shape.
 */
export type PortalMessage =
  | {
      readonly kind: 'contact';
      readonly phone?: string | undefined;
      readonly email?: string | undefined;
      readonly language: PortalLanguage;
    }
  | {
      readonly kind: 'apply';
      readonly form: string;
      readonly consent: string;
      /** With those asked alone. */
      readonly answers: Answers;
      readonly packagePlace: PackagePlace;
      readonly booking?: BookingChoice | undefined;
      readonly language: PortalLanguage;
    }
  | { readonly kind: 'book'; readonly booking: BookingChoice; readonly language: PortalLanguage }
  | { readonly kind: 'move-booking'; readonly booking: BookingChoice }
  | { readonly kind: 'cancel-booking'; readonly reason: CancelReason; readonly callBack: boolean }
  | { readonly kind: 'pause'; readonly until: CivilDate }
  | { readonly kind: 'resume' }
  | { readonly kind: 'withdraw'; readonly package?: 'send' | 'keep' | 'decline' | undefined }
  /** 「連絡を止める」: without reason and at once. A call-back to her own confirmed contact asks what is to become. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'loss'; readonly what: 'loss' | 'child-death'; readonly on?: CivilDate | undefined }
  | { readonly kind: 'birth'; readonly on: CivilDate }
  | {
      readonly kind: 'moved';
      readonly move: 'out' | 'within';
      readonly on: CivilDate;
      readonly postcode?: string | undefined;
      readonly address?: string | undefined;
      readonly building?: string | undefined;
    }
  | { readonly kind: 'delivery-address'; readonly packagePlace: PackagePlace }
  | { readonly kind: 'japan-again'; readonly on: CivilDate }
  | { readonly kind: 'not-received'; readonly packagePlace: PackagePlace }
  | { readonly kind: 'question'; readonly words: string };

export type MessageKind = PortalMessage['kind'];

export const CANCEL_REASONS = ['health', 'hospital', 'away', 'work-or-family', 'other', 'unsaid'] as const;

export type CancelReason = (typeof CANCEL_REASONS)[number];

/**
 * What comes without a proof: an enquiry by the public form, a wish to stop by somebody who has the letter only (the
 * code's locator, no more), an anonymous answer to a survey. It never changes a case by itself; a person looks at it.
 */
export type OpenMessage =
  | {
      readonly kind: 'enquiry';
      readonly words: string;
      readonly name?: string | undefined;
      readonly phone?: string | undefined;
      readonly email?: string | undefined;
      readonly language: PortalLanguage;
    }
  | { readonly kind: 'stop-by-letter'; readonly locator: string; readonly phone?: string | undefined }
  | {
      readonly kind: 'survey';
      readonly survey: string;
      readonly token: string;
      readonly answers: Readonly<Record<string, string | number | readonly string[]>>;
    };
