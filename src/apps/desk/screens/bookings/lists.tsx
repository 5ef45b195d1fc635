import { addDays } from '../../../../domain/basics/civil-date.ts';
import { listRebookings } from '../../../../gate/inside/booking-questions.ts';
import { listTeam } from '../../../../gate/inside/visit-planning.ts';
import { listOpenVisits, reviewVisitLengths } from '../../../../gate/inside/visit-questions.ts';
import { MODE_WORDS } from '../../../../programmes/words/visits.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { TypedFilter } from '../../filter-row.tsx';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { typedDay } from '../../typed-day.ts';
import { cancelBookingAct } from './day-acts.tsx';
import { visitorNames } from './visitor-names.ts';

/** Dates that cannot stay as they are: somebody calls each of these women. Printed for the telephone. */
async function showRebookings(asking: Asking): Promise<Reply> {
  const rows = await asking.answer(listRebookings, {});
  return page(
    '要確認の予約',
    <>
      <h1>要確認の予約</h1>
      <p>
        休止した日の予約と、いまの状況では訪問できなくなった予約です。電話は、記録に止める印がないことを対象者の画面で確かめてからかけます。
      </p>
      <DataTable
        caption="電話して決め直す方"
        columns={[
          { key: 'name', head: '対象者', of: ({ fields }) => fields['identity.name'] ?? '(氏名なし)' },
          { key: 'kana', head: 'カナ', of: ({ fields }) => fields['identity.kana'] },
          { key: 'date', head: '今の予約', of: ({ date, start }) => `${dayWords(date)} ${start}` },
          { key: 'mode', head: '方法', of: ({ mode }) => MODE_WORDS[mode] },
          { key: 'phone', head: '電話', of: ({ fields }) => fields['contact.phone'] ?? '記録なし' },
          {
            key: 'acts',
            head: 'できること',
            of: ({ case: id, date }) => (
              <div className="row-acts">
                <a className="button plain small" href={`/bookings/times/${id}`}>
                  日時変更
                </a>
                <ActLink of={cancelBookingAct} given={{ case: id, date }} text="取消し" />
              </div>
            ),
          },
        ]}
        rows={rows}
        keyOf={({ booking }) => booking}
        hrefOf={(row) => `/cases/${row.case}`}
        markOf={() => 'urgent'}
        empty="要確認の予約はありません。日を休止したり、転出や出産がわかると、ここに出ます。"
      />
    </>,
  );
}

/** Due within the days of the programme and not yet visited, the nearest first (CHI-8.2-3). */
async function showWorklist(asking: Asking): Promise<Reply> {
  const rows = await asking.answer(listOpenVisits, {});
  const { worklistDays } = asking.desk.programme.rules.visits;
  return page(
    '出産が近く未訪問',
    <>
      <h1>出産予定日まで{worklistDays}日以内で、まだ訪問していない方</h1>
      <DataTable
        caption="未訪問の方"
        columns={[
          { key: 'name', head: '対象者', of: ({ fields }) => fields['identity.name'] ?? '(氏名なし)' },
          { key: 'kana', head: 'カナ', of: ({ fields }) => fields['identity.kana'] },
          {
            key: 'due',
            head: '出産予定日',
            of: ({ due }) => `${dayWords(due)}${due < asking.today ? '(過ぎています)' : ''}`,
          },
          { key: 'booked', head: '予約', of: ({ booked }) => (booked ? dayWords(booked) : '予約なし') },
          { key: 'absences', head: '不在(回)', number: true, of: ({ absences }) => absences },
          { key: 'phone', head: '電話', of: ({ fields }) => fields['contact.phone'] ?? '記録なし' },
          {
            key: 'acts',
            head: 'できること',
            of: (row) => (
              <a className="button plain small" href={`/bookings/times/${row.case}`}>
                {row.booked ? '日時変更' : '予約を受ける'}
              </a>
            ),
          },
        ]}
        rows={rows}
        keyOf={(row) => row.case}
        hrefOf={(row) => `/cases/${row.case}`}
        markOf={({ booked, due }) =>
          booked === undefined ? (due < asking.today ? 'urgent' : 'warn') : undefined
        }
        empty={`出産予定日まで${worklistDays}日以内で未訪問の方はいません。`}
      />
    </>,
  );
}

const FROM = 'はじめの日';
const TO = '終わりの日';

/** Visits that took longer or shorter than usual, with the visitor's reason (CHI-8.3-6). */
async function showLengths(asking: Asking): Promise<Reply> {
  const end = typedDay(asking, 'to', TO, asking.today);
  const begin = typedDay(asking, 'from', FROM, addDays(end.value, -30));
  const problems = [begin.problem, end.problem].filter((one) => one !== undefined);
  const [from, to] = [begin.value, end.value];
  const [rows, team] = await Promise.all([
    asking.answer(reviewVisitLengths, { from, to }),
    asking.answer(listTeam, { on: asking.today }),
  ]);
  const visitorOf = visitorNames(team);
  const { ordinary, followUp } = asking.desk.programme.rules.visits.length;
  return page(
    '訪問時間の確認',
    <>
      <h1>ふだんと違う長さの訪問</h1>
      <p>
        ふだんは{ordinary.least}〜{ordinary.most}分、長めの訪問は{followUp.least}〜{followUp.most}
        分です。訪問として数えます。理由を見て、必要なら支援員と話してください。
      </p>
      <form method="get" action="/bookings/lengths" className="filters">
        <TypedFilter name="from" label={FROM} of={begin} />
        <TypedFilter name="to" label={TO} of={end} />
        <button type="submit" className="button plain small">
          絞り込む
        </button>
      </form>
      <DataTable
        caption={`${dayWords(from)}から${dayWords(to)}まで`}
        columns={[
          { key: 'date', head: '訪問日', of: ({ date }) => dayWords(date) },
          { key: 'minutes', head: '時間(分)', number: true, of: ({ minutes }) => minutes },
          { key: 'kind', head: '種類', of: ({ followUp: long }) => (long ? '長めの訪問' : 'ふだんの訪問') },
          { key: 'visitor', head: '支援員', of: ({ visitor }) => visitorOf(visitor) },
          { key: 'reason', head: '支援員の書いた理由', of: ({ reason }) => reason ?? '記録なし' },
        ]}
        rows={rows}
        keyOf={(row) => row.case}
        hrefOf={(row) => `/bookings/visit/${row.case}`}
        empty="この期間に、ふだんと違う長さの訪問はありません。"
      />
    </>,
    problems.length > 0 ? { problems, status: 422 } : {},
  );
}

export const listRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/bookings/rebook',
    work: 'bookings',
    title: '要確認',
    tab: 5,
    asks: [listRebookings],
    show: showRebookings,
  },
  {
    kind: 'screen',
    path: '/bookings/worklist',
    work: 'bookings',
    title: '出産が近く未訪問',
    tab: 6,
    asks: [listOpenVisits],
    show: showWorklist,
  },
  {
    kind: 'screen',
    path: '/bookings/lengths',
    work: 'bookings',
    title: '訪問時間',
    tab: 7,
    asks: [reviewVisitLengths, listTeam],
    show: showLengths,
  },
  cancelBookingAct,
];
