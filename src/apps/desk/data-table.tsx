import type { ReactNode } from 'react';
import type { ListPiece } from './list-piece.ts';

/** A column of a list. `of` gives what stands in the cell. */
export type Column<Row> = {
  readonly key: string;
  readonly head: string;
  readonly of: (row: Row) => ReactNode;
  /** Numbers stand right, with their unit in the head. */
  readonly number?: boolean | undefined;
};

export type DataTableProps<Row> = {
  /** What the list is, for who listens. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Where Enter and a click lead. */
  readonly hrefOf?: ((row: Row) => string | undefined) | undefined;
  /** How many there are in all, when not every row is shown. */
  readonly total?: number | undefined;
  /** The rows are one piece of a long list, which goes on: as the reader comes near its end, or by its links. */
  readonly piece?: ListPiece | undefined;
  /** Said when there is nothing: honest, and when there will be something. */
  readonly empty: string;
  readonly foot?: ReactNode;
  readonly markOf?: ((row: Row) => 'urgent' | 'warn' | undefined) | undefined;
  /** The list can be chosen from with the space key; the ids are sent under this name. */
  readonly choose?: string | undefined;
};

/**
 * A list of the desk: head that stays, count "of how many", keys `j` `k` Enter and space (`assets/desk.js`), a print view
 * of its own by the style sheet. The first cell of a row is its heading and carries the link.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, columns, rows, piece, empty, foot, choose, total = rows.length } = props;
  if (rows.length === 0) return <Empty text={empty} piece={piece} />;
  const from = piece?.from ?? 0;
  const next = piece && from + rows.length < total ? piece.hrefAt(from + rows.length) : undefined;
  return (
    <>
      <div className="table" role="region" aria-label={caption} tabIndex={0}>
        <table
          data-list={piece?.list ?? ''}
          data-total={piece && total}
          data-from={piece && from}
          data-more={next}
          aria-rowcount={piece && total + 1}
        >
          <caption>
            {caption} <span className="count">{countWords(from, rows.length, total)}</span>
          </caption>
          <thead>
            <tr aria-rowindex={piece && 1}>
              {choose !== undefined && <th scope="col">選ぶ</th>}
              {columns.map(({ key, head, number }) => (
                <th key={key} scope="col" className={number ? 'number' : undefined} data-column={key}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, nth) => (
              <OneRow key={props.keyOf(row)} of={props} row={row} index={from + nth + 2} />
            ))}
          </tbody>
          {foot !== undefined && <tfoot>{foot}</tfoot>}
        </table>
      </div>
      {piece && (from > 0 || next !== undefined) && (
        <nav className="pages" aria-label={`${caption}の続き`}>
          {from > 0 && (
            <a href={piece.hrefAt(Math.max(0, from - piece.size))}>前の{Math.min(from, piece.size)}件</a>
          )}{' '}
          {next !== undefined && (
            <a href={next} rel="next">
              次の{Math.min(piece.size, total - from - rows.length)}件
            </a>
          )}
        </nav>
      )}
    </>
  );
}

function OneRow<Row>({
  of: { columns, keyOf, hrefOf, markOf, piece, choose },
  row,
  index: at,
}: {
  readonly of: DataTableProps<Row>;
  readonly row: Row;
  readonly index: number;
}): ReactNode {
  const href = hrefOf?.(row);
  return (
    <tr className={markOf?.(row)} data-href={href} data-row={piece && keyOf(row)} aria-rowindex={piece && at}>
      {choose !== undefined && (
        <td>
          <input type="checkbox" name={choose} value={keyOf(row)} aria-label="この行を選ぶ" />
        </td>
      )}
      {columns.map(({ key, of, number }, index) =>
        index === 0 ? (
          <th key={key} scope="row" className={classOf(number, of(row))}>
            {href === undefined ? of(row) : <a href={href}>{of(row)}</a>}
          </th>
        ) : (
          <td key={key} className={classOf(number, of(row))}>
            {of(row)}
          </td>
        ),
      )}
    </tr>
  );
}

/** A day stands in one piece: broken before its last sign it is hard to read down a column. */
function classOf(number: boolean | undefined, content: ReactNode): string | undefined {
  if (number) return 'number';
  return typeof content === 'string' && DAY.test(content) ? 'day' : undefined;
}

const DAY = /^\d{4}年\d{1,2}月\d{1,2}日\(.\)( \d{1,2}:\d{2})?$/;

/** A list may have become shorter while somebody read it: then its end is said, and not that nobody is there. */
function Empty({ text, piece }: { readonly text: string; readonly piece: ListPiece | undefined }): ReactNode {
  if (!piece || piece.from === 0) return <p className="empty">{text}</p>;
  return (
    <p className="empty" data-list={piece.list}>
      この先に行はありません。
      <a href={piece.hrefAt(0)}>一覧のはじめに戻ってください</a>。
    </p>
  );
}

function countWords(from: number, shown: number, total: number): string {
  const all = `${total.toLocaleString('ja-JP')}件`;
  if (shown === total) return all;
  if (from === 0) return `${shown.toLocaleString('ja-JP')}件を表示 / 全${all}`;
  return `${from + 1}〜${from + shown}件目を表示 / 全${all}`;
}
