import { dayOfInstant } from '../basics/instant.ts';
import { monthContaining, type YearMonth } from '../basics/year-month.ts';
import type { RecordedFact } from '../facts.ts';

/**
 * The month a fact belongs to: that of its own day, however late it was entered. A visit has its date (`date`), what
 * was told for a day has that day (`on`), everything else the moment it happened (`at`). Decided here and nowhere else.
 */
export function monthOfFact(fact: RecordedFact): YearMonth {
  switch (fact.type) {
    case 'visit.completed':
    case 'visit.missed':
      return monthContaining(fact.date);
    default:
      return monthContaining(dayOfInstant(fact.at));
  }
}
