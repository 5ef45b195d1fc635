import type { CivilDate } from '../basics/civil-date.ts';
import type { Channel } from './case.ts';
import type { AccountId, BookingId, CaseId, SlotId } from '../basics/ids.ts';

/** How the talk takes place: at home, by video, or by telephone (CHI-8.8-3, 8.8-13). */
export type VisitMode = 'visit' | 'online' | 'phone';

/** Why a talk is not at home: at her parents', in hospital, or another reason that cannot be helped (CHI-8.8-1). */
export type RemoteReason = 'satogaeri' | 'hospital' | 'unavoidable';

type Booked = {
  readonly case: CaseId;
  readonly booking: BookingId;
  readonly slot: SlotId;
  readonly date: CivilDate;
  readonly mode: VisitMode;
  /** 1 for the first attempt, 2 for the re-visit. */
  readonly attempt: number;
  readonly requestedBy: 'herself' | 'staff' | 'ward';
  readonly outsideMonth8: boolean;
  /** Why it is not at home: `satogaeri`, `hospital`, `unavoidable` (CHI-8.8-1). */
  readonly reason?: string;
  /** Who asked is `requestedBy`, how is `channel`, when is `at` (CHI-4.2-6). */
  readonly channel?: Channel;
  /** What she was shown: the date is the due date or after it (CHI-8.16-6). */
  readonly notice?: 'on-due-date' | 'after-due-date';
  /** Noted by the operator for a date after the due date (AMB-36). */
  readonly stillPregnant?: true;
  /** The missed booking this one repeats (CHI-8.7-1). */
  readonly revisitOf?: BookingId;
};

export type BookingFact =
  | ({ readonly type: 'booking.made' } & Booked)
  | ({ readonly type: 'booking.moved' } & Booked)
  | {
      readonly type: 'booking.cancelled';
      readonly case: CaseId;
      readonly booking: BookingId;
      readonly slot: SlotId;
      readonly date: CivilDate;
      readonly reason: string;
    }
  | {
      readonly type: 'visit.assigned';
      readonly case: CaseId;
      readonly booking: BookingId;
      readonly visitor: AccountId;
    };

/** The slot book's days: how many visitors are on duty at which times, and days that fall out (CHI-8.16-7, 6.2-2). */
export type DayFact =
  | {
      readonly type: 'day.opened';
      readonly date: CivilDate;
      /** Start times, HH:MM. */
      readonly starts: readonly string[];
      /** Seats of each start time: those the inside gives away, and those it handed to the portal. */
      readonly inside: number;
      readonly outside: number;
    }
  | { readonly type: 'day.closed'; readonly date: CivilDate; readonly reason: string };
