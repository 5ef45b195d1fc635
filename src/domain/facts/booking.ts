import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId, BookingId, CaseId, SlotId } from '../basics/ids.ts';

/** How the talk takes place: at home, by video, or by telephone (CHI-8.8-3, 8.8-13). */
export type VisitMode = 'visit' | 'online' | 'phone';

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
  readonly reason?: string;
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
