import type { ListId } from '../../../../domain/basics/ids.ts';
import { receiveListCommand } from '../../../../gate/inside/list.ts';
import { nextList } from '../../../../gate/inside/list-expected.ts';
import { showLists, type ShownList } from '../../../../gate/inside/list-questions.ts';
import { listWords } from '../../../../programmes/words/lists.ts';
import { ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { FilterRow } from '../../filter-row.tsx';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { savedAbove } from '../../saved-filters.tsx';
import { monthsWords } from './months-words.ts';
import { noChangeAct } from './no-change-act.tsx';

/** Every list of the ward and how far it is; when the next one is expected (CHI-8.1-1 to 8.1-3). */
async function showListsPage(asking: Asking): Promise<Reply> {
  const [lists, expected] = await Promise.all([asking.answer(showLists, {}), asking.answer(nextList, {})]);
  const [kind, state] = [asking.query.get('kind'), asking.query.get('state')];
  const shown = lists.filter((one) => (!kind || one.kind === kind) && (!state || one.state === state));
  const next = expected
    ? `次の対象者一覧は${monthsWords([expected.month])}です。${dayWords(expected.dispatch)}の発送のため、${dayWords(expected.by)}までに要ります。`
    : '';
  const fresh: ListId = asking.desk.house.parts.ids.fresh('list');
  return page(
    '名簿',
    <>
      <h1>名簿</h1>
      {expected?.late ? (
        <Notice kind="warn" title="次の一覧が遅れています">
          <p>{next}区に確認してください。</p>
        </Notice>
      ) : (
        <p>{next}</p>
      )}
      {asking.may(receiveListCommand) && (
        <ButtonRow>
          <LinkButton text="区の一覧を受け取る" href="/lists/new" />
          <ActLink of={noChangeAct} given={{ list: fresh }} text="「異動なし」を記録する" />
        </ButtonRow>
      )}
      <FilterRow
        action="/lists"
        saved={await savedAbove(asking)}
        filters={[
          { name: 'kind', label: '種類', value: kind, options: optionsOf(listWords.kinds) },
          { name: 'state', label: '状態', value: state, options: optionsOf(listWords.states) },
        ]}
      />
      <DataTable
        caption="区の一覧"
        columns={COLUMNS}
        rows={shown}
        total={lists.length}
        keyOf={({ list }) => list}
        hrefOf={({ list, kind: of }) => (of === 'no-change' ? undefined : `/lists/${list}`)}
        markOf={({ state: now, openQuestions }) =>
          now === 'received' ? 'urgent' : openQuestions > 0 || now === 'staged' ? 'warn' : undefined
        }
        empty={
          lists.length === 0
            ? `一覧はまだありません。${next}`
            : 'この条件の一覧はありません。条件を「すべて」に戻してください。'
        }
      />
    </>,
  );
}

function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

const COLUMNS: readonly Column<ShownList>[] = [
  { key: 'what', head: '一覧', of: ({ kind, months }) => `${listWords.kinds[kind]} ${monthsWords(months)}` },
  { key: 'asOf', head: '時点', of: ({ asOf }) => dayWords(asOf) },
  {
    key: 'state',
    head: '状態',
    of: ({ state, kind }) => (kind === 'no-change' ? '記録済み' : listWords.states[state]),
  },
  { key: 'rows', head: '行', number: true, of: ({ rows }) => `${rows}` },
  { key: 'refused', head: '受け入れられない行', number: true, of: ({ refused }) => `${refused ?? '-'}` },
  { key: 'questions', head: '未回答の質問', number: true, of: ({ openQuestions }) => `${openQuestions}` },
  { key: 'id', head: '番号', of: ({ list }) => <span className="id">{list}</span> },
];

export const listsRoutesHere: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/lists',
    work: 'lists',
    title: '名簿',
    tab: 1,
    asks: [showLists],
    show: showListsPage,
  },
];
