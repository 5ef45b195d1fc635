import { addDays } from '../../../../domain/basics/civil-date.ts';
import { showReserve } from '../../../../gate/inside/booking-questions.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { askSeatsBackAct, closeDayAct, openDayAct } from './day-acts.tsx';
import { dayIn } from './days.ts';
import { slotWords } from './slot-words.ts';

const DAYS = 14;

/** How full the times of two weeks are, with a warning where no reserve is left (CHI-6.2-2). */
async function showCapacity(asking: Asking): Promise<Reply> {
  const from = dayIn(asking, 'from', asking.today);
  const to = addDays(from, DAYS - 1);
  const slots = await asking.answer(showReserve, { from, to });
  const days = [...new Set(slots.map(({ date }) => date))].map((date) => {
    const times = slots.filter((slot) => slot.date === date);
    const sum = (of: (slot: (typeof slots)[number]) => number) =>
      times.reduce((total, slot) => total + of(slot), 0);
    return {
      date,
      times,
      closed: times.every(({ closed }) => closed),
      seats: sum(({ seats }) => seats),
      taken: sum(({ taken }) => taken),
      free: sum(({ free }) => free),
      tight: times.some((slot) => 'warning' in slot),
    };
  });
  const mayOpen = asking.may(openDayAct.row);
  const mayAsk = asking.may(askSeatsBackAct.row);
  return page(
    '枠',
    <>
      <h1>
        枠 {dayWords(from)}から{dayWords(to)}まで
      </h1>
      <nav className="day-links" aria-label="期間を移る">
        <a href={`/bookings/capacity?from=${addDays(from, -DAYS)}`}>前の2週間</a>
        <a href="/bookings/capacity">本日から</a>
        <a href={`/bookings/capacity?from=${addDays(from, DAYS)}`}>次の2週間</a>
        {mayOpen && <ActLink of={openDayAct} given={{}} text="訪問の時刻を開く" />}
      </nav>
      <DataTable
        caption="日ごとの枠"
        columns={[
          { key: 'date', head: '日', of: ({ date }) => dayWords(date) },
          {
            key: 'state',
            head: '状態',
            of: ({ closed, tight }) => (closed ? '休止' : tight ? '余裕のない時刻あり' : '余裕あり'),
          },
          { key: 'seats', head: '席(席)', number: true, of: ({ seats }) => seats },
          { key: 'taken', head: '予約(件)', number: true, of: ({ taken }) => taken },
          { key: 'free', head: '電話の空き(席)', number: true, of: ({ free }) => free },
          {
            key: 'times',
            head: '時刻ごと',
            of: ({ times }) => (
              <ul className="slots">
                {times.map((slot) => (
                  <li key={slot.slot} className={slot.closed ? 'closed' : slot.free > 0 ? 'free' : 'full'}>
                    {slot.start} {slotWords(slot)}
                    {mayAsk && !slot.closed && slot.free === 0 && slot.seats > slot.taken && (
                      <>
                        {' '}
                        <ActLink of={askSeatsBackAct} given={{ slot: slot.slot }} text="席を戻す" />
                      </>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
          ...(mayOpen
            ? [
                {
                  key: 'acts',
                  head: 'できること',
                  of: ({ date, closed }: { readonly date: string; readonly closed: boolean }) =>
                    closed ? (
                      <a className="button plain small" href={`/do/booking.open-day?date=${date}`}>
                        もう一度開く
                      </a>
                    ) : (
                      <ActLink of={closeDayAct} given={{ date }} text="休止する" />
                    ),
                },
              ]
            : []),
        ]}
        rows={days}
        keyOf={({ date }) => date}
        hrefOf={({ date }) => asking.link(`/bookings?date=${date}`)}
        markOf={({ closed, tight }) => (closed ? 'urgent' : tight ? 'warn' : undefined)}
        empty="この期間に開いた時刻はまだありません。業務責任者が支援員の人数を入れて開くと、ここに出ます。"
      />
    </>,
  );
}

export const capacityRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/bookings/capacity',
    work: 'bookings',
    title: '枠',
    tab: 3,
    asks: [showReserve],
    show: showCapacity,
  },
  openDayAct,
  closeDayAct,
  askSeatsBackAct,
];
