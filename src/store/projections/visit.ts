import { minutesOf } from '../../domain/booking/slot.ts';
import { daysOfWeeks } from '../../domain/calendar/pregnancy.ts';
import { attempts } from '../../domain/visits/attempts.ts';
import { isCohort, visitGround } from '../../domain/visits/visit-ground.ts';
import { projection } from '../projection.ts';

/**
 * One row a case: whether her one visit is still to come, when it best takes place, and how it went. `stage`: `open`
 * (a visit can be booked), `done`, or `over` (no visit any more).
 */
export const visitProjection = projection({
  name: 'visit',
  of: 'case',
  columns: {
    case: 'text',
    due: 'text',
    month8_from: 'text',
    month8_to: 'text',
    cohort: 'boolean',
    born: 'boolean',
    follow_up: 'boolean',
    stage: 'text',
    booked: 'text',
    absences: 'int',
    visited_on: 'text',
    mode: 'text',
    visitor: 'text',
    minutes: 'int',
    length_odd: 'boolean',
    open_referrals: 'int',
  },
  indexes: [['stage', 'due'], ['visited_on']],
  rows: (state, id, rules) => {
    const { standing, visits, bookings } = state;
    const { due } = standing;
    if (!due) return [];
    const month8 = daysOfWeeks(due, rules.booking.weeks.month8);
    const done = visits.completed;
    const minutes = done ? minutesOf(done.to) - minutesOf(done.from) : undefined;
    const usual = done?.followUp ? rules.visits.length.followUp : rules.visits.length.ordinary;
    const over = 'refused' in visitGround(state, due, rules);
    return [
      {
        case: id,
        due,
        month8_from: month8.from,
        month8_to: month8.to,
        cohort: isCohort(standing, rules),
        born: standing.birth !== undefined,
        follow_up: standing.followUp,
        stage: done ? 'done' : over ? 'over' : 'open',
        booked: bookings.active?.date ?? null,
        absences: attempts(visits, rules.visits).next - 1,
        visited_on: done?.date ?? null,
        mode: done?.mode ?? null,
        visitor: done?.visitor ?? null,
        minutes: minutes ?? null,
        length_odd: minutes !== undefined && (minutes < usual.least || minutes > usual.most),
        open_referrals: visits.referrals.filter((one) => one.receivedOn === undefined).length,
      },
    ];
  },
});
