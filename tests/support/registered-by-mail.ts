import { date } from '../../src/domain/basics/civil-date.ts';
import type { RecordedFact } from '../../src/domain/facts.ts';
import { CASE, on } from './given.ts';

/** She has registered on the web on this day and left a mail address there. */
export function registeredByMail(day: string): readonly RecordedFact[] {
  return [
    on(day, { type: 'resident.registered', case: CASE, channel: 'web' }),
    on(day, { type: 'case.contact-changed', case: CASE, what: 'email', source: 'web', on: date(day) }),
  ];
}
