import { showList, showListQuestions } from '../../../../gate/inside/list-questions.ts';
import { planOfList, type PlannedLine } from '../../../../gate/inside/list-review.ts';
import { listWords } from '../../../../programmes/words/lists.ts';
import type { Asking } from '../../asking.ts';
import { codesOf, optionsOf } from '../../code-words.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { FilterRow } from '../../filter-row.tsx';
import { givenId } from '../../given-id.ts';
import { listPiece } from '../../list-piece.ts';
import { NotHere } from '../../not-here.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { savedAbove } from '../../saved-filters.tsx';
import { monthsWords } from './months-words.ts';

const SHOWN = 200;

/** What the list tells otherwise than the ledger and the delivery before: lines, parts, warnings, and who is missing. */
async function showDifferences(asking: Asking): Promise<Reply> {
  const id = givenId(asking.params, 'list');
  const piece = listPiece(asking, { list: 'lines', size: SHOWN });
  const does = codesOf(listWords.does).find((one) => one === asking.query.get('does'));
  const [list, plan, questions] = await Promise.all([
    asking.answer(showList, { list: id }),
    asking.answer(planOfList, { list: id, does, skip: piece.from, limit: SHOWN }),
    asking.answer(showListQuestions, { list: id, answered: true }),
  ]);
  if (!list || !plan) throw new NotHere();
  const missing = questions.filter(({ code }) => code === 'missing-from-list');
  return page(
    '前回との違い',
    <>
      <h1>
        台帳・前回との違い {listWords.kinds[list.kind]} {monthsWords(list.months)}
      </h1>
      <p>
        新しく登録 {plan.opened}件、変更 {plan.changed}件、変更なし {plan.unchanged}件、取り込まない{' '}
        {plan.leftOut}
        件、受け入れられない行 {plan.refused}件、今回いない方 {missing.length}人
      </p>
      <FilterRow
        action={`/lists/${id}/differences`}
        saved={await savedAbove(asking)}
        filters={[
          {
            name: 'does',
            label: '内容',
            value: does ?? null,
            options: optionsOf(listWords.does),
          },
        ]}
      />
      <DataTable
        caption="違いのある行"
        columns={COLUMNS}
        rows={plan.lines}
        piece={piece}
        total={plan.lineCount}
        keyOf={({ line }) => `${line}`}
        hrefOf={({ case: about }) => about && `/cases/${about}`}
        markOf={({ warnings }) => (warnings.length > 0 ? 'warn' : undefined)}
        empty={does ? `「${listWords.does[does]}」行はありません。` : '違いのある行はありません。'}
      />
      <DataTable
        caption="前回いて今回いない方"
        columns={MISSING}
        rows={missing}
        keyOf={({ case: about }) => about ?? ''}
        hrefOf={({ case: about }) => about && `/cases/${about}`}
        empty="前回いて今回いない方はいません。"
      />
    </>,
    { back: { text: '一覧に戻る', href: `/lists/${id}` } },
  );
}

const COLUMNS: readonly Column<PlannedLine>[] = [
  { key: 'line', head: '行', of: ({ line }) => `${line}行目` },
  { key: 'does', head: '台帳では', of: ({ does }) => listWords.does[does] },
  {
    key: 'parts',
    head: '前回と違うところ',
    of: ({ parts }) => parts.map((part) => listWords.parts[part]).join('、'),
  },
  {
    key: 'warnings',
    head: '取り違えに注意',
    of: ({ warnings }) => warnings.map((warning) => listWords.warnings[warning]).join('。'),
  },
];

const MISSING: readonly Column<{ readonly case: string | undefined; readonly answer: string | undefined }>[] =
  [
    { key: 'case', head: '対象者', of: ({ case: about }) => <span className="id">{about}</span> },
    { key: 'answer', head: '区の回答', of: ({ answer }) => (answer ? '受けました' : '確認中') },
  ];

export const differencesRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/lists/:list/differences',
    work: 'lists',
    title: '前回との違い',
    asks: [planOfList],
    show: showDifferences,
  },
];
