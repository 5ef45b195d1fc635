import type { ReactNode } from 'react';
import { showBalance } from '../../../../gate/inside/mailing.ts';
import { gapWords, kindWords, stateWords } from '../../../../programmes/words/mailing-room.ts';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { savedAbove } from '../../saved-filters.tsx';
import { batchName } from './batch-words.ts';
import { MonthFilter, monthIn } from './month-filter.tsx';

/** Every batch at each hand-over: both sides, and what is missing or too much (TSU-1). */
async function showBalancePage(asking: Asking): Promise<Reply> {
  const month = monthIn(asking);
  const { batches, quantities } = await asking.answer(showBalance, month ? { month } : {});
  type Batch = (typeof batches)[number];
  type Quantity = (typeof quantities)[number];
  const wrong = batches.filter(({ gaps }) => gaps.length > 0).length;
  return page(
    '過不足',
    <>
      <h1>過不足</h1>
      <p>
        {wrong === 0
          ? `${batches.length}束すべてで数が合っています。`
          : `${batches.length}束のうち${wrong}束で数が合っていません。見つかるまで刷り直さないでください。`}
      </p>
      <MonthFilter
        action="/mailing/balance"
        month={month}
        today={asking.today}
        saved={await savedAbove(asking)}
      />
      <DataTable
        caption="束ごとの数"
        columns={[
          { key: 'name', head: '束', of: batchName },
          { key: 'state', head: '段階', of: (one: Batch) => stateWords[one.state] ?? one.state },
          { key: 'planned', head: '予定', number: true, of: (one: Batch) => `${one.planned}` },
          { key: 'pieces', head: '対象', number: true, of: (one: Batch) => `${one.pieces}` },
          { key: 'dropped', head: '見送り', number: true, of: (one: Batch) => `${one.dropped}` },
          { key: 'printed', head: '印刷', number: true, of: (one: Batch) => `${one.recorded.printed}` },
          { key: 'spoiled', head: '書き損じ', number: true, of: (one: Batch) => `${one.recorded.spoiled}` },
          { key: 'pulled', head: '抜き取り', number: true, of: (one: Batch) => `${one.recorded.pulled}` },
          { key: 'posted', head: '差出し', number: true, of: (one: Batch) => `${one.recorded.posted}` },
          { key: 'way', head: '配達中', number: true, of: (one: Batch) => `${one.recorded.underWay}` },
          { key: 'delivered', head: '配達', number: true, of: (one: Batch) => `${one.recorded.delivered}` },
          { key: 'returned', head: '返戻', number: true, of: (one: Batch) => `${one.recorded.returned}` },
          {
            key: 'lost',
            head: '事故・取戻し',
            number: true,
            of: (one: Batch) => `${one.recorded.lost + one.recorded.withdrawn}`,
          },
          { key: 'gaps', head: '過不足', of: (one: Batch) => <Gaps of={one.gaps} /> },
        ]}
        rows={batches}
        keyOf={({ batch }) => batch}
        hrefOf={({ batch }) => asking.link(`/mailing/batches/${batch}`)}
        markOf={({ gaps }) => (gaps.length > 0 ? 'urgent' : undefined)}
        empty="この月の束はありません。"
      />
      <DataTable
        caption="契約の予定数量"
        columns={[
          { key: 'kind', head: '種類', of: (one: Quantity) => kindWords[one.kind as keyof typeof kindWords] },
          {
            key: 'actual',
            head: '差出し',
            number: true,
            of: (one: Quantity) => `${one.actual} / ${one.planned}通`,
          },
          { key: 'percent', head: '割合', number: true, of: (one: Quantity) => `${one.percent}%` },
          {
            key: 'warn',
            head: 'お知らせ',
            of: (one: Quantity) => (one.warn === null ? '' : `予定の${one.warn}%を超えました`),
          },
        ]}
        rows={quantities}
        keyOf={({ kind }) => kind}
        markOf={({ warn }) => (warn === null ? undefined : 'warn')}
        empty="予定数量の決まりはありません。"
      />
    </>,
  );
}

function Gaps({ of }: { readonly of: readonly string[] }): ReactNode {
  return of.length === 0 ? 'なし' : of.map((gap) => <p key={gap}>{gapWords[gap] ?? gap}</p>);
}

export const balanceScreen: Screen = {
  kind: 'screen',
  path: '/mailing/balance',
  work: 'mailing',
  title: '過不足',
  tab: 3,
  asks: [showBalance],
  show: showBalancePage,
};
