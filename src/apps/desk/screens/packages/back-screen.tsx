import { packagePiecesShown, type NamedPackage } from '../../../../gate/inside/package-room.ts';
import { packageWords } from '../../../../programmes/words/packages.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { returnAct } from './stock-acts.tsx';

/** Packages that came back and whose vouchers are not in the safe yet: nothing may lie about in between (CHI-8.4-14). */
async function showBack(asking: Asking): Promise<Reply> {
  const { back } = await asking.answer(packagePiecesShown, {});
  const columns: readonly Column<NamedPackage>[] = [
    { key: 'name', head: '宛名', of: ({ name }) => name },
    { key: 'what', head: '状態', of: ({ status }) => packageWords.outside[status] ?? status },
    { key: 'since', head: 'いつから', of: ({ since }) => dayWords(since) },
    { key: 'sets', head: '組', number: true, of: ({ serials }) => `${serials.length}` },
    {
      key: 'do',
      head: 'すること',
      of: (one) =>
        asking.may(returnAct.row) && (
          <ActLink of={returnAct} given={{ case: one.case, piece: one.piece }} text="金庫に戻す" />
        ),
    },
  ];
  return page(
    '戻った育児パッケージ',
    <>
      <h1>戻った育児パッケージ</h1>
      <p>返戻の記録は「発送」の返戻の画面で入れます。ここでは、入っていた商品券を2人で金庫に戻します。</p>
      <DataTable
        caption="商品券を金庫に戻していないもの"
        columns={columns}
        rows={back}
        keyOf={({ piece }) => piece}
        markOf={() => 'warn'}
        empty="金庫に戻していない商品券はありません。"
      />
    </>,
  );
}

export const backScreen: Screen = {
  kind: 'screen',
  path: '/packages/back',
  work: 'packages',
  title: '戻ったもの',
  tab: 5,
  asks: [packagePiecesShown],
  show: showBack,
};
