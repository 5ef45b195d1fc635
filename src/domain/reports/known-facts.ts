import type { CivilDate } from '../basics/civil-date.ts';
import type { BookingId, CaseId, FactId } from '../basics/ids.ts';
import { dayOfInstant } from '../basics/instant.ts';
import type { RecordedFact } from '../facts.ts';
import type { Answers } from '../forms/answers.ts';
import type { Before } from './counts-of-fact.ts';
import type { Source } from './report.ts';

/** A date without a word on what came of it. */
export type OpenBooking = {
  readonly booking: BookingId;
  /** The fact that made the date, or moved it last. */
  readonly fact: FactId;
  readonly place: number;
  readonly date: CivilDate;
};

/** One holding of the survey as the journal tells it; an answer names nobody. */
export type SurveySeen = {
  readonly survey: string;
  readonly form: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  closedOn?: CivilDate;
  readonly answers: Answers[];
  /** The facts of these answers. */
  readonly sources: Source[];
};

/** What counts must know of earlier facts, kept as small as it can be. */
export function knownFacts(): {
  readonly add: (place: number, fact: RecordedFact) => void;
  readonly before: Before;
  readonly openBookings: () => readonly OpenBooking[];
  readonly surveys: () => readonly SurveySeen[];
} {
  const revisits = new Set<string>();
  const pending = new Set<string>();
  const followUp = new Map<CaseId, { now: boolean; since: CivilDate; first: boolean }>();
  const open = new Map<BookingId, OpenBooking>();
  const surveys = new Map<string, SurveySeen>();
  return {
    before: {
      isRevisit: (booking) => revisits.has(booking),
      isPending: (application) => pending.has(application),
      followUpOn: (id, day) => {
        const her = followUp.get(id);
        return her !== undefined && (her.since <= day ? her.now : her.first);
      },
    },
    add: (place, fact) => {
      switch (fact.type) {
        case 'case.opened':
          if (fact.followUp === undefined) return;
          followUp.set(fact.case, {
            now: fact.followUp,
            since: dayOfInstant(fact.at),
            first: fact.followUp,
          });
          return;
        case 'case.follow-up-decided': {
          const her = followUp.get(fact.case);
          if (her) followUp.set(fact.case, { ...her, now: fact.to, since: fact.on });
          return;
        }
        case 'application.received':
          pending.add(fact.application);
          return;
        case 'application.matched':
        case 'application.refused':
        case 'application.cancelled':
          pending.delete(fact.application);
          return;
        case 'booking.made':
        case 'booking.moved':
          if (fact.attempt > 1) revisits.add(fact.booking);
          open.set(fact.booking, { booking: fact.booking, fact: fact.id, place, date: fact.date });
          return;
        case 'booking.cancelled':
        case 'visit.completed':
        case 'visit.missed':
          open.delete(fact.booking);
          return;
        case 'survey.opened': {
          const { survey, form, from, to } = fact;
          surveys.set(survey, { survey, form, from, to, answers: [], sources: [] });
          return;
        }
        case 'survey.answered': {
          const held = surveys.get(fact.survey);
          held?.answers.push(fact.answers);
          held?.sources.push({ fact: fact.id, place, of: fact.survey, by: 1 });
          return;
        }
        case 'survey.closed': {
          const held = surveys.get(fact.survey);
          if (held) held.closedOn = dayOfInstant(fact.at);
          return;
        }
        default:
      }
    },
    openBookings: () => [...open.values()],
    surveys: () => [...surveys.values()],
  };
}
