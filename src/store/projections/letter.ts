import { addDays } from '../../domain/basics/civil-date.ts';
import { nextLetter } from '../../domain/mailings/next-letter.ts';
import { projection } from '../projection.ts';

/**
 * One row a case: which letter comes next by her history and from which day, so that a month's work is found without
 * reading every journal. It decides nothing: `dueMail` is asked of each case that is found.
 */
export const letterProjection = projection({
  name: 'letter',
  of: 'case',
  columns: {
    case: 'text',
    next: 'text',
    due_from: 'text',
    due_until: 'text',
    mail_from: 'text',
    unreachable_on: 'text',
  },
  indexes: [['due_from'], ['mail_from'], ['unreachable_on']],
  rows: (state, id, rules) => {
    const { standing, mail, registration, bookings } = state;
    if (!standing.opened || standing.closed !== undefined) return [];
    const letter = nextLetter(state, rules);
    const { registeredOn } = registration;
    const waits = registeredOn !== undefined && bookings.bookedDates.length === 0;
    const last = mail.recallMails.at(-1)?.on ?? registeredOn;
    return [
      {
        case: id,
        next: letter.next,
        due_from: letter.next === 'none' ? null : letter.from,
        due_until: letter.next === 'none' ? null : (letter.until ?? null),
        mail_from: waits && last ? addDays(last, rules.mailing.waiting.recallMailDays) : null,
        unreachable_on: standing.unreachable ?? null,
      },
    ];
  },
});
