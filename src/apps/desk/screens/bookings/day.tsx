import type { ReactNode } from 'react';
import { addDays } from '../../../../domain/basics/civil-date.ts';
import { showBookingDay } from '../../../../gate/inside/booking-questions.ts';
import { listTeam } from '../../../../gate/inside/visit-planning.ts';
import { completeVisitCommand } from '../../../../gate/inside/visit.ts';
import { MODE_WORDS } from '../../../../programmes/words/visits.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { assignVisitorAct } from './assign-act.tsx';
import { cancelBookingAct, closeDayAct } from './day-acts.tsx';
import { dayIn, mondayOf } from './days.ts';
import { visitorNames } from './visitor-names.ts';

/** Everybody who is booked on a day, with what can be done about each (CHI-8.2-2). */
async function showDay(asking: Asking): Promise<Reply> {
  const day = dayIn(asking, 'date', asking.today);
  const [rows, team] = await Promise.all([
    asking.answer(showBookingDay, { date: day }),
    asking.answer(listTeam, { on: day }),
  ]);
  const visitorOf = visitorNames(team);
  const unassigned = rows.filter(({ visitor }) => visitor === undefined).length;
  return page(
    '予約(日)',
    <>
      <h1>{dayWords(day)}の予約</h1>
      <DayLinks asking={asking} day={day} />
      {unassigned > 0 && <p>担当が決まっていない訪問: {unassigned}件</p>}
      <DataTable
        caption="予約"
        columns={[
          { key: 'name', head: '対象者', of: ({ fields }) => fields['identity.name'] ?? '(氏名なし)' },
          { key: 'start', head: '時刻', of: ({ start, slot }) => <span data-slot={slot}>{start}</span> },
          { key: 'kana', head: 'カナ', of: ({ fields }) => fields['identity.kana'] },
          {
            key: 'mode',
            head: '方法',
            of: ({ mode, attempt }) => `${MODE_WORDS[mode]}${attempt > 1 ? `(${attempt}回目)` : ''}`,
          },
          {
            key: 'visitor',
            head: '担当',
            of: ({ visitor }) => (visitor === undefined ? '未割当' : visitorOf(visitor)),
          },
          { key: 'state', head: '状態', of: ({ askAgain }) => (askAgain ? '要確認' : '予約済み') },
          { key: 'phone', head: '電話', of: ({ fields }) => fields['contact.phone'] },
          { key: 'acts', head: 'できること', of: (row) => <RowActs asking={asking} row={row} /> },
        ]}
        rows={rows}
        keyOf={({ booking }) => booking}
        hrefOf={(row) => `/cases/${row.case}`}
        markOf={({ askAgain, visitor }) => (askAgain ? 'urgent' : visitor === undefined ? 'warn' : undefined)}
        empty="この日の予約はありません。画面か電話で予約が入ると、ここに出ます。"
      />
    </>,
  );
}

type Row = {
  readonly case: string;
  readonly booking: string;
  readonly date: string;
  readonly slot: string;
};

function RowActs({ asking, row }: { readonly asking: Asking; readonly row: Row }): ReactNode {
  const { case: id, booking, date } = row;
  return (
    <div className="row-acts">
      <a className="button plain small" href={`/bookings/times/${id}`}>
        日時変更
      </a>
      {asking.may(assignVisitorAct.row) && (
        <ActLink of={assignVisitorAct} given={{ case: id, booking, date }} text="担当" />
      )}
      {asking.may(completeVisitCommand) && (
        <a className="button plain small" href={`/bookings/visit/${id}`}>
          結果
        </a>
      )}
      <ActLink of={cancelBookingAct} given={{ case: id, date }} text="取消し" />
    </div>
  );
}

function DayLinks({ asking, day }: { readonly asking: Asking; readonly day: Parameters<typeof addDays>[0] }) {
  const on = (other: typeof day) => `/bookings?date=${other}`;
  return (
    <nav className="day-links" aria-label="日を移る">
      <a href={on(addDays(day, -1))}>前の日</a>
      <a href={on(asking.today)}>本日</a>
      <a href={on(addDays(day, 1))}>次の日</a>
      <a href={`/bookings/week?from=${mondayOf(day)}`}>この週</a>
      {asking.may(closeDayAct.row) && (
        <ActLink of={closeDayAct} given={{ date: day }} text="この日を休止する" />
      )}
    </nav>
  );
}

export const dayRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/bookings',
    work: 'bookings',
    title: '予約(日)',
    tab: 1,
    asks: [showBookingDay, listTeam],
    show: showDay,
  },
];
