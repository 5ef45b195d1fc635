import type { ReactNode } from 'react';
import { safeShown, type SafeStretch } from '../../../../gate/inside/package-room.ts';
import { packageWords } from '../../../../programmes/words/packages.ts';
import { ButtonRow } from '../../../kit/still/button.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { countAct, destroyAct, receiveAct } from './stock-acts.tsx';

/** The safe and its book: what came in is what lies there, what is outside, and what was destroyed (CHI-8.4-14). */
async function showStock(asking: Asking): Promise<Reply> {
  const safe = await asking.answer(safeShown, {});
  const { received, inSafe, out, destroyed, counted, worth } = safe;
  const acts = [receiveAct, countAct, destroyAct].filter(({ row }) => asking.may(row));
  const outside = safe.outside.reduce((sum, { sets }) => sum + sets, 0);
  return page(
    '商品券の在庫',
    <>
      <h1>商品券の在庫</h1>
      {counted && !counted.fitted && (
        <Notice kind="urgent" title="金庫の数が帳簿と合っていません">
          <p>
            {dayWords(counted.on)}に数えた{counted.counted}
            組は、帳簿と違いました。原因を確かめ、2人で数え直して合うまで、封入できません。
          </p>
        </Notice>
      )}
      <ButtonRow>
        {acts.map((one) => (
          <ActLink key={one.name} of={one} given={{}} text={one.title} />
        ))}
      </ButtonRow>
      <table className="sums">
        <caption>受け入れた数の行き先</caption>
        <tbody>
          <Sum term="金庫にあるもの" sets={inSafe} worth={worth} />
          {safe.outside.map(({ status, sets }) => (
            <Sum key={status} term={packageWords.outside[status] ?? status} sets={sets} worth={worth} />
          ))}
          <Sum term="廃棄したもの" sets={destroyed} worth={worth} />
        </tbody>
        <tfoot>
          <Sum term="合計" sets={inSafe + outside + destroyed} worth={worth} />
          <Sum term="受け入れた数" sets={received} worth={worth} />
        </tfoot>
      </table>
      <p role="status">
        {inSafe + outside + destroyed === received && outside === out
          ? '受け入れた数と行き先の合計は合っています。'
          : '受け入れた数と行き先の合計が合いません。業務責任者に知らせてください。'}
      </p>
      <p>
        前回の確認:{' '}
        {counted
          ? `${dayWords(counted.on)} ${counted.counted}組(帳簿と${counted.fitted ? '合いました' : '違いました'})`
          : 'まだ数えていません'}
        {safe.tooOld > 0 && ` / 有効期限が近く送れないもの ${safe.tooOld}組`}
      </p>
      <DataTable
        caption="金庫にある番号"
        columns={COLUMNS}
        rows={safe.stretches}
        keyOf={({ from }) => from}
        empty="金庫に商品券はありません。納品されたら、2人で数えて受け入れてください。"
      />
    </>,
  );
}

function Sum({
  term,
  sets,
  worth,
}: {
  readonly term: string;
  readonly sets: number;
  readonly worth: number;
}): ReactNode {
  return (
    <tr>
      <th scope="row">{term}</th>
      <td className="number">{sets.toLocaleString('ja-JP')}組</td>
      <td className="number">{(sets * worth).toLocaleString('ja-JP')}円</td>
    </tr>
  );
}

const COLUMNS: readonly Column<SafeStretch>[] = [
  {
    key: 'serials',
    head: '番号',
    of: ({ from, to }) => <span className="id">{from === to ? from : `${from} 〜 ${to}`}</span>,
  },
  { key: 'count', head: '組', number: true, of: ({ count }) => `${count}` },
  { key: 'expiry', head: '有効期限', of: ({ expiry }) => dayWords(expiry) },
];

export const stockScreen: Screen = {
  kind: 'screen',
  path: '/packages/stock',
  work: 'packages',
  title: '商品券の在庫',
  tab: 4,
  asks: [safeShown],
  show: showStock,
};
