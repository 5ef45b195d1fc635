import { date } from '../../domain/basics/civil-date.ts';
import { reachesMonth8 } from '../../domain/calendar/pregnancy.ts';
import { labelOf } from '../../domain/eligibility/window.ts';
import type { Standing } from '../../domain/standing/standing.ts';
import { stopsOn, type StopWord } from '../../domain/standing/what-stops-what.ts';
import { projection } from '../projection.ts';

/** One row a case: where she stands, for lists, boards and batches. No name and no address. */
export const caseProjection = projection({
  name: 'case',
  of: 'case',
  columns: {
    case: 'text',
    list: 'text',
    due: 'text',
    follow_up: 'boolean',
    protected: 'boolean',
    mail_way: 'text',
    registered: 'boolean',
    visitor: 'text',
    closed: 'text',
    month8: 'text',
    stops: 'text',
    paused_until: 'text',
    moved_out: 'text',
    follow_up_proposed: 'boolean',
    label: 'text',
  },
  indexes: [['month8'], ['due'], ['list'], ['visitor']],
  rows: ({ standing, registration, bookings }, id, rules) =>
    standing.opened
      ? [
          {
            case: id,
            list: standing.opened.list ?? null,
            due: standing.due ?? null,
            follow_up: standing.followUp,
            protected: standing.protected !== undefined,
            mail_way: standing.mailWay,
            registered: registration.registeredOn !== undefined,
            visitor: bookings.active?.visitor ?? null,
            closed: standing.closed ?? null,
            month8: standing.due ? reachesMonth8(standing.due, rules.booking.weeks) : null,
            stops: stopWords(standing),
            paused_until: standing.paused?.until ?? null,
            moved_out: standing.movedOut?.on ?? null,
            follow_up_proposed: standing.followUpProposed !== undefined,
            label: labelOf(standing, rules) ?? null,
          },
        ]
      : [],
});

/** Only a move and a pause look at the day. */
const ANY_DAY = date('2026-04-01');

/**
 * Every stop that was told and not undone, between commas. A pause that is over and a move that is still to come are
 * among them: their days stand beside and the question, which knows today, looks at them.
 */
function stopWords(standing: Standing): string {
  const { paused: _pause, ...rest } = standing;
  const told: readonly StopWord[] = [
    ...stopsOn(rest, standing.movedOut?.on ?? ANY_DAY),
    ...(standing.paused ? (['pause'] as const) : []),
  ];
  return `,${told.join(',')},`;
}
