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
  },
  indexes: [['due'], ['list'], ['visitor']],
  rows: ({ standing, registration, bookings }, id) =>
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
          },
        ]
      : [],
});
