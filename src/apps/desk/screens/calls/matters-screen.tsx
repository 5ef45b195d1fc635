import { listMatters } from '../../../../gate/inside/matter.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { FilterRow } from '../../filter-row.tsx';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { savedAbove } from '../../saved-filters.tsx';
import { wardMatterActs } from './matter-acts.ts';

async function showMatters(asking: Asking): Promise<Reply> {
  const all = asking.query.get('which') === '';
  const rows = await asking.answer(listMatters, { onlyOpen: !all });
  return page(
    '区への確認',
    <>
      <h1>区への確認・報告</h1>
      <div className="calls-record">
        {asking.may(wardMatterActs.askGeneral.row) && (
          <ActLink of={wardMatterActs.askGeneral} given={{}} text="尋ねたことを記録" />
        )}
        {asking.may(wardMatterActs.tellGeneral.row) && (
          <ActLink of={wardMatterActs.tellGeneral} given={{}} text="伝えたことを記録" />
        )}
      </div>
      <p>一人の方についての確認は、対象者の画面から記録します。</p>
      <FilterRow
        action="/calls/matters"
        saved={await savedAbove(asking)}
        filters={[
          {
            name: 'which',
            label: '表示',
            options: [{ value: 'open', label: '回答待ちだけ' }],
            value: all ? '' : 'open',
          },
        ]}
      />
      <DataTable
        caption={all ? '区への確認・報告(古い順)' : '区の回答を待っているもの(古い順)'}
        columns={[
          { key: 'about', head: '用件', of: ({ about }) => callWords.matters[about] ?? about },
          { key: 'begun', head: '伝えた日', of: ({ begun }) => dayWords(begun.slice(0, 10)) },
          {
            key: 'answer',
            head: '回答',
            of: ({ answer, answered }) =>
              answer === undefined
                ? '回答待ち'
                : `${callWords.matterAnswers[answer] ?? answer}(${dayWords((answered ?? '').slice(0, 10))})`,
          },
          {
            key: 'case',
            head: '対象者',
            of: ({ case: id }) => (id === undefined ? '—' : <a href={`/cases/${id}`}>対象者の画面</a>),
          },
          {
            key: 'do',
            head: 'すること',
            of: ({ matter, open }) =>
              open && asking.may(wardMatterActs.answer.row) ? (
                <ActLink of={wardMatterActs.answer} given={{ matter }} text="区の回答を記録" />
              ) : (
                ''
              ),
          },
        ]}
        rows={rows}
        keyOf={({ matter }) => matter}
        empty="区の回答を待っているものはありません。"
      />
    </>,
  );
}

/** `/calls/matters`: the ward's word, by function, channel, time and reference. */
export const mattersScreen: Screen = {
  kind: 'screen',
  path: '/calls/matters',
  work: 'calls',
  title: '区への確認',
  tab: 9,
  asks: [listMatters],
  show: showMatters,
};
