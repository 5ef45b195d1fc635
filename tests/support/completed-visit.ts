import { date } from '../../src/domain/basics/civil-date.ts';
import type { Recorded } from '../../src/domain/facts/fact.ts';
import type { VisitFact } from '../../src/domain/facts/visit.ts';
import { CASE, on } from './given.ts';

type CompletedVisit = Extract<VisitFact, { type: 'visit.completed' }>;

/**
 * `visit.completed` of an ordinary visit at home, on a day from 10:00 to 10:13, of a woman who is pregnant and gives
 * her consent; entered on the same day unless another is given. Say only what differs.
 */
export function completedVisit(
  day: string,
  changes: Partial<CompletedVisit> = {},
  entered = day,
): Recorded<CompletedVisit> {
  return on(entered, {
    type: 'visit.completed',
    case: CASE,
    booking: 'booking_1',
    date: date(day),
    from: '10:00',
    to: '10:13',
    mode: 'visit',
    met: 'woman',
    visitor: 'account_nurse',
    identity: 'in-person',
    pregnant: true,
    followUp: false,
    checklist: 'visit-checklist/1',
    consent: 'given',
    stamped: true,
    ...changes,
  });
}
