import { dayOfInstant, instantAt, type Instant } from '../basics/instant.ts';
import { isProgrammeDay } from '../calendar/programme-days.ts';
import type { UrgentRules } from './urgent-rules.ts';

/**
 * Functions of the ward in the order in which they are called at a moment (CHI-8.10-2, SEC-7-7): the list of the
 * emergency manual while the offices are open; at night, on Saturdays, Sundays and holidays the night desk (宿直) first.
 */
export function wardCallOrder(now: Instant, rules: UrgentRules): readonly string[] {
  const { contacts, nightDesk, office, officeHours } = rules;
  const day = dayOfInstant(now);
  const isOpen =
    isProgrammeDay(day, office) &&
    now >= instantAt(day, officeHours.from) &&
    now < instantAt(day, officeHours.to);
  return isOpen ? contacts : [nightDesk, ...contacts.filter((one) => one !== nightDesk)];
}
