import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { isProgrammeDay } from '../../domain/calendar/programme-days.ts';
import type { Hands } from './hands.ts';
import type { Office } from './office.ts';
import { STAFF } from './staff.ts';

/** A duty that was not done by the end of its last day. */
export type Breach = {
  readonly duty: string;
  readonly kind: string;
  readonly due: CivilDate;
  readonly seen: CivilDate;
};

type Shown = {
  readonly key: string;
  readonly kind: string;
  readonly due: CivilDate;
  readonly overdue: boolean;
};

/** In the evening the manager looks at the list of what is due: nothing may be overdue (B-02). */
export function eveningRound(hands: Hands, breaches: Map<string, Breach>): Office {
  return {
    name: 'evening-round',
    time: '19:00',
    open: (day) => isProgrammeDay(day, hands.rules.mailing.calendar),
    work: async () => {
      const shown = await hands.ask<readonly Shown[]>({ actor: STAFF.manager }, 'duty.list', { limit: 1000 });
      for (const { key, kind, due, overdue } of shown) {
        if (overdue && !breaches.has(key)) {
          breaches.set(key, { duty: key, kind, due, seen: hands.clock.today() });
        }
      }
    },
  };
}
