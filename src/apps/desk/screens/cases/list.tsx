import { WHAT_STOPS_WHAT, type StopWord } from '../../../../domain/standing/what-stops-what.ts';
import { listOfCases } from '../../../../gate/inside/case-questions.ts';
import { caseActWords } from '../../../../programmes/words/case-acts.ts';
import { stopWords } from '../../../../programmes/words/stops.ts';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { FilterRow, TypedFilter } from '../../filter-row.tsx';
import { listPiece } from '../../list-piece.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { savedAbove } from '../../saved-filters.tsx';
import { typedMonth } from '../../typed-day.ts';
import { Marks } from './marks.tsx';
import { optionsOf } from '../../code-words.ts';

/** Every name of a page is opened and remembered: no more of them than somebody reads. */
const SHOWN = 100;
const MONTH = '8か月に達する月';
const STATES = Object.keys(caseActWords.states) as (keyof typeof caseActWords.states)[];
const STOPS = Object.keys(WHAT_STOPS_WHAT) as StopWord[];

/** Everybody of the programme by kana, filtered by month, stop and state; printable as it stands (CHI-8.1-7). */
async function showList(asking: Asking): Promise<Reply> {
  const { query } = asking;
  const month = typedMonth(asking, 'month', MONTH);
  const stop = STOPS.find((one) => one === query.get('stop'));
  const state = STATES.find((one) => one === query.get('state'));
  const piece = listPiece(asking, { list: 'cases', size: SHOWN });
  const { cases, left } = await asking.answer(listOfCases, {
    month: month.value,
    stop,
    state,
    order: 'kana',
    skip: piece.from,
    limit: SHOWN,
  });
  const filtered = month.value !== undefined || stop !== undefined || state !== undefined;
  return page(
    '対象者',
    <>
      <h1>対象者</h1>
      <FilterRow
        action="/cases"
        saved={await savedAbove(asking)}
        also={{ month: month.value }}
        filters={[
          { name: 'state', label: '状態', options: optionsOf(caseActWords.states), value: state ?? null },
          { name: 'stop', label: '停止', options: optionsOf(stopWords), value: stop ?? null },
        ]}
      >
        <TypedFilter name="month" label={MONTH} example="2026-09、R8.9" of={month} />
      </FilterRow>
      <DataTable
        caption="対象者の一覧(五十音順)"
        columns={COLUMNS}
        rows={cases}
        keyOf={(row) => row.case}
        hrefOf={(row) => `/cases/${row.case}`}
        total={left}
        piece={piece}
        markOf={(row) => (row.protected ? 'urgent' : row.stops.length > 0 ? 'warn' : undefined)}
        empty={
          filtered
            ? 'この条件に当てはまる方はいません。条件を変えてください。'
            : 'まだ対象者がいません。区の名簿を取り込むと、ここに出ます。'
        }
      />
    </>,
    month.problem ? { problems: [month.problem], status: 422 } : {},
  );
}

type Row = {
  readonly case: string;
  readonly due: string;
  readonly month8: string;
  readonly stops: readonly { readonly words: string }[];
  readonly followUp: boolean;
  readonly followUpProposed: boolean;
  readonly protected: boolean;
  readonly registered: boolean;
  readonly closed?: string;
  readonly fields: Readonly<Record<string, string>>;
};

const COLUMNS: readonly Column<Row>[] = [
  { key: 'kana', head: 'カナ', of: ({ fields }) => fields['identity.kana'] ?? '(なし)' },
  { key: 'name', head: '氏名', of: ({ fields }) => fields['identity.name'] ?? '' },
  {
    key: 'born',
    head: '生年月日',
    of: ({ fields }) => {
      const born = fields['identity.birthDate'];
      return born === undefined ? '' : dayWords(born);
    },
  },
  { key: 'due', head: '出産予定日', of: ({ due }) => dayWords(due) },
  {
    key: 'state',
    head: '状態',
    of: ({ closed, stops, registered, followUpProposed }) =>
      [
        closed === undefined ? '' : '終了',
        ...stops.map(({ words }) => words),
        closed === undefined && stops.length === 0 ? (registered ? '登録済み' : '未登録') : '',
        followUpProposed ? '要フォローの判断待ち' : '',
      ]
        .filter((one) => one !== '')
        .join('、'),
  },
  {
    key: 'marks',
    head: '注意',
    of: (row) => <Marks of={{ protected: row.protected, followUp: row.followUp }} />,
  },
];

export const caseListScreen: Screen = {
  kind: 'screen',
  path: '/cases',
  work: 'cases',
  title: '対象者',
  tab: 1,
  asks: [listOfCases],
  show: showList,
};
