import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId, BookingId } from '../basics/ids.ts';
import type { VisitMode } from '../facts/booking.ts';
import type { MissedReason } from '../facts/visit.ts';
import type { RecordedFact } from '../facts.ts';

export type CompletedVisit = {
  readonly booking: BookingId;
  readonly date: CivilDate;
  readonly from: string;
  readonly to: string;
  readonly mode: VisitMode;
  readonly visitor: AccountId;
  readonly pregnant: boolean;
  readonly born?: CivilDate;
  readonly followUp: boolean;
};

export type Referral = {
  readonly referral: string;
  readonly target: string;
  readonly madeOn: CivilDate;
  readonly receivedOn?: CivilDate;
};

/** What became of her visits: at most one completed (CHI-8.3-5), the missed ones, and what followed from them. */
export type Visits = {
  readonly completed?: CompletedVisit;
  readonly missed: readonly {
    readonly booking: BookingId;
    readonly date: CivilDate;
    readonly reason: MissedReason;
  }[];
  /** How often the responsible manager allowed one attempt more (CHI-8.7-2). */
  readonly capRaised: number;
  readonly referrals: readonly Referral[];
};

export const noVisits: Visits = { missed: [], capRaised: 0, referrals: [] };

export function evolveVisits(state: Visits, fact: RecordedFact): Visits {
  switch (fact.type) {
    case 'visit.completed': {
      const { booking, date, from, to, mode, visitor, pregnant, born, followUp } = fact;
      const completed = { booking, date, from, to, mode, visitor, pregnant, followUp };
      return { ...state, completed: born ? { ...completed, born } : completed };
    }
    case 'visit.missed':
      return {
        ...state,
        missed: [...state.missed, { booking: fact.booking, date: fact.date, reason: fact.reason }],
      };
    case 'visit.cap-raised':
      return { ...state, capRaised: state.capRaised + 1 };
    case 'referral.made':
      return {
        ...state,
        referrals: [
          ...state.referrals,
          { referral: fact.referral, target: fact.target, madeOn: fact.at.slice(0, 10) as CivilDate },
        ],
      };
    case 'referral.received':
      return {
        ...state,
        referrals: state.referrals.map((one) =>
          one.referral === fact.referral ? { ...one, receivedOn: fact.at.slice(0, 10) as CivilDate } : one,
        ),
      };
    default:
      return state;
  }
}
