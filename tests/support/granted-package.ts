import { addDays, date } from '../../src/domain/basics/civil-date.ts';
import type { Recorded } from '../../src/domain/facts/fact.ts';
import type { BenefitFact } from '../../src/domain/facts/benefit.ts';
import { CASE, on } from './given.ts';

type Granted = Extract<BenefitFact, { type: 'benefit.granted' }>;

/** `benefit.granted` to a woman found pregnant at the visit of this day, due 12 days later; say only what differs. */
export function grantedPackage(day: string, changes: Partial<Granted> = {}): Recorded<Granted> {
  return on(day, {
    type: 'benefit.granted',
    case: CASE,
    reason: 'pregnant-at-visit',
    dueBy: addDays(date(day), 12),
    ...changes,
  });
}
