import { showPostage } from '../../../../gate/inside/batch-room.ts';
import { serviceWords } from '../../../../programmes/words/mailing-room.ts';
import type { Asking } from '../../asking.ts';
import { ActLink } from '../../act-link.tsx';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { savedAbove } from '../../saved-filters.tsx';
import { receiptAct } from './batch-acts.tsx';
import { batchName } from './batch-words.ts';
import { MonthFilter, monthIn } from './month-filter.tsx';

/** The ledger of postage: what left on which day, what it cost, and the receipt it is claimed on (CHI-10.3-1). */
async function showPostagePage(asking: Asking): Promise<Reply> {
  const month = monthIn(asking);
  const rows = await asking.answer(showPostage, month ? { month } : {});
  type Row = (typeof rows)[number];
  const open = rows.filter(({ receipt }) => receipt === null).length;
  const pieces = rows.reduce((sum, row) => sum + row.pieces, 0);
  const yen = rows.reduce((sum, row) => sum + row.yen, 0);
  return page(
    '郵便料金',
    <>
      <h1>郵便料金</h1>
      {open > 0 && <p>受領証の記録がまだの差出しが{open}行あります。</p>}
      <MonthFilter
        action="/mailing/postage"
        month={month}
        today={asking.today}
        saved={await savedAbove(asking)}
      />
      <DataTable
        caption="差出しと受領証"
        columns={[
          { key: 'on', head: '差し出した日', of: ({ on }: Row) => dayWords(on) },
          { key: 'batch', head: '束', of: (row: Row) => batchName({ ...row, month: row.on.slice(0, 7) }) },
          { key: 'service', head: '方法', of: ({ service }: Row) => serviceWords[service] },
          { key: 'pieces', head: '通数', number: true, of: (row: Row) => `${row.pieces}通` },
          {
            key: 'yen',
            head: '料金',
            number: true,
            of: (row: Row) => `${row.yen.toLocaleString('ja-JP')}円`,
          },
          {
            key: 'receipt',
            head: '受領証',
            of: ({ receipt, batch }: Row) =>
              receipt ??
              (asking.may(receiptAct.row) ? (
                <ActLink of={receiptAct} given={{ batch }} text="受領証を記録する" />
              ) : (
                'まだ'
              )),
          },
        ]}
        rows={rows}
        keyOf={({ batch, on, service }) => `${batch} ${on} ${service}`}
        markOf={({ receipt }) => (receipt === null ? 'warn' : undefined)}
        empty="この期間の差出しはありません。"
        foot={
          <tr>
            <th scope="row" colSpan={3}>
              合計
            </th>
            <td className="number">{pieces}通</td>
            <td className="number">{yen.toLocaleString('ja-JP')}円</td>
            <td />
          </tr>
        }
      />
    </>,
  );
}

export const postageScreen: Screen = {
  kind: 'screen',
  path: '/mailing/postage',
  work: 'mailing',
  title: '郵便料金',
  tab: 4,
  asks: [showPostage],
  show: showPostagePage,
};
