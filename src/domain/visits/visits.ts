import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId, BookingId, FactId } from '../basics/ids.ts';
import type { VisitMode } from '../facts/booking.ts';
import type { MissedReason } from '../facts/visit.ts';
import type { RecordedFact } from '../facts.ts';

export type CompletedVisit = {
  /** The fact that says so: a correction names it. */
  readonly fact: FactId;
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

export type MissedVisit = {
  readonly fact: FactId;
  readonly booking: BookingId;
  readonly date: CivilDate;
  readonly reason: MissedReason;
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
  readonly missed: readonly MissedVisit[];
  /** How often the responsible manager allowed one attempt more (CHI-8.7-2). */
  readonly capRaised: number;
  readonly referrals: readonly Referral[];
};

export const noVisits: Visits = { missed: [], capRaised: 0, referrals: [] };

export function evolveVisits(state: Visits, fact: RecordedFact): Visits {
  switch (fact.type) {
    case 'visit.completed': {
      const { booking, date, from, to, mode, visitor, pregnant, born, followUp } = fact;
      const completed = { fact: fact.id, booking, date, from, to, mode, visitor, pregnant, followUp };
      return { ...state, completed: born ? { ...completed, born } : completed };
    }
    case 'visit.missed':
      return {
        ...state,
        missed: [
          ...state.missed,
          { fact: fact.id, booking: fact.booking, date: fact.date, reason: fact.reason },
        ],
      };
    case 'fact.corrected':
      return corrected(state, fact.of, fact.field, fact.to);
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

/** Which part of a record was wrong: the words of `fact.corrected`, as reports and invoices read them too. */
export type CorrectableField = 'from' | 'to' | 'mode' | 'followUp' | 'reason';

function corrected(state: Visits, of: FactId, field: string, to: string): Visits {
  const { completed, missed } = state;
  if (completed?.fact === of) {
    return { ...state, completed: { ...completed, [field]: field === 'followUp' ? to === 'true' : to } };
  }
  return {
    ...state,
    missed: missed.map((one) => (one.fact === of ? { ...one, reason: to as MissedReason } : one)),
  };
}
