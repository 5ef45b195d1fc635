import type { ReactNode } from 'react';
import { addDays, type CivilDate } from '../../../../domain/basics/civil-date.ts';
import { showReserve } from '../../../../gate/inside/booking-questions.ts';
import { showBookingWeek } from '../../../../gate/inside/booking-view.ts';
import { listTeam } from '../../../../gate/inside/visit-planning.ts';
import { MODE_WORDS } from '../../../../programmes/words/visits.ts';
import type { Asking } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { dayIn, daysFrom, mondayOf } from './days.ts';
import { slotWords } from './slot-words.ts';
import { visitorNames } from './visitor-names.ts';

/**
 * A week: rows by visitor with the unassigned first, columns by day, and the free times of each day by their state
 * (CHI-6.2-2). Everything stands there in words; `data-week`, `data-booking`, `data-slot` are for what drags.
 */
async function showWeek(asking: Asking): Promise<Reply> {
  const from = mondayOf(dayIn(asking, 'from', asking.today));
  const days = daysFrom(from, 6);
  const range = { from, to: addDays(from, 5) };
  const [booked, slots, team] = await Promise.all([
    asking.answer(showBookingWeek, range),
    asking.answer(showReserve, range),
    asking.answer(listTeam, { on: from }),
  ]);
  const nameOfVisitor = visitorNames(team);
  const visitors: readonly string[] = [
    ...new Set<string>([
      ...team.filter(({ lacks }) => lacks.length === 0).map(({ visitor }) => visitor),
      ...booked.flatMap(({ visitor }) => visitor ?? []),
    ]),
  ];
  const cell = (day: CivilDate, visitor: string | undefined) =>
    booked.filter((one) => one.date === day && one.visitor === visitor);
  return page(
    '予約(週)',
    <>
      <h1>{dayWords(from)}からの週</h1>
      <nav className="day-links" aria-label="週を移る">
        <a href={`/bookings/week?from=${addDays(from, -7)}`}>前の週</a>
        <a href="/bookings/week">今週</a>
        <a href={`/bookings/week?from=${addDays(from, 7)}`}>次の週</a>
      </nav>
      <p>
        予約 {booked.length}件、うち担当未定 {booked.filter(({ visitor }) => !visitor).length}件、要確認{' '}
        {booked.filter(({ askAgain }) => askAgain).length}件
      </p>
      <div className="table week" role="region" aria-label="週の予約" tabIndex={0}>
        <table data-week={from}>
          <caption>支援員ごとの予約と空き</caption>
          <thead>
            <tr>
              <th scope="col">支援員</th>
              {days.map((day) => (
                <th key={day} scope="col" data-day={day}>
                  <a href={`/bookings?date=${day}`}>{shortDay(day)}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">空き</th>
              {days.map((day) => (
                <td key={day} data-day={day}>
                  <Slots of={slots.filter(({ date }) => date === day)} />
                </td>
              ))}
            </tr>
            {[undefined, ...visitors].map((visitor) => (
              <tr key={visitor ?? 'none'} data-visitor={visitor ?? ''}>
                <th scope="row">{visitor === undefined ? '未割当' : nameOfVisitor(visitor)}</th>
                {days.map((day) => (
                  <td key={day} data-day={day} data-visitor={visitor ?? ''}>
                    <Bookings of={cell(day, visitor)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>,
  );
}

type Slot = Parameters<typeof slotWords>[0] & { readonly slot: string; readonly start: string };

function Slots({ of }: { readonly of: readonly Slot[] }): ReactNode {
  if (of.length === 0) return <span className="none">受付なし</span>;
  return (
    <ul>
      {of.map((one) => (
        <li key={one.slot} className={one.closed ? 'closed' : one.free > 0 ? 'free' : 'full'}>
          <span data-slot={!one.closed && one.free > 0 ? one.slot : undefined}>
            {one.start} {slotWords(one)}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Booked = {
  readonly case: string;
  readonly booking: string;
  readonly slot: string;
  readonly date: CivilDate;
  readonly start: string;
  readonly mode: keyof typeof MODE_WORDS;
  readonly askAgain: boolean;
  readonly followUp: boolean;
  readonly version: number;
  readonly fields: Readonly<Record<string, string>>;
};

function Bookings({ of }: { readonly of: readonly Booked[] }): ReactNode {
  if (of.length === 0) return <span className="none">なし</span>;
  return (
    <ul>
      {of.map((one) => (
        <li key={one.booking} className={one.askAgain ? 'again' : 'booked'}>
          <a
            href={`/bookings/times/${one.case}`}
            data-booking={one.booking}
            data-case={one.case}
            data-at={one.slot}
            data-shown={one.version}
          >
            {one.start} {one.fields['identity.kana'] ?? one.fields['identity.name'] ?? '(氏名なし)'}
          </a>
          {one.mode !== 'visit' && <span className="mark">{MODE_WORDS[one.mode]}</span>}
          {one.followUp && <span className="mark">長め</span>}
          {one.askAgain && <span className="mark">要確認</span>}
        </li>
      ))}
    </ul>
  );
}

/** 6月10日(水): the year stands above. */
function shortDay(day: CivilDate): string {
  return dayWords(day).replace(/^\d+年/, '');
}

export const weekRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/bookings/week',
    work: 'bookings',
    title: '予約(週)',
    tab: 2,
    asks: [showBookingWeek, showReserve, listTeam],
    show: showWeek,
  },
];
