import type { ReactNode } from 'react';

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
  const { caption, columns, rows, keyOf, hrefOf, empty, foot, markOf, choose, total = rows.length } = props;
  if (rows.length === 0) return <p className="empty">{empty}</p>;
  return (
    <div className="table" role="region" aria-label={caption} tabIndex={0}>
      <table data-list="">
        <caption>
          {caption}{' '}
          <span className="count">
            {total === rows.length ? `${total}件` : `${rows.length}件を表示 / 全${total}件`}
          </span>
        </caption>
        <thead>
          <tr>
            {choose !== undefined && <th scope="col">選ぶ</th>}
            {columns.map(({ key, head, number }) => (
              <th key={key} scope="col" className={number ? 'number' : undefined} data-column={key}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const href = hrefOf?.(row);
            return (
              <tr key={keyOf(row)} className={markOf?.(row)} data-href={href}>
                {choose !== undefined && (
                  <td>
                    <input type="checkbox" name={choose} value={keyOf(row)} aria-label="この行を選ぶ" />
                  </td>
                )}
                {columns.map(({ key, of, number }, index) =>
                  index === 0 ? (
                    <th key={key} scope="row" className={number ? 'number' : undefined}>
                      {href === undefined ? of(row) : <a href={href}>{of(row)}</a>}
                    </th>
                  ) : (
                    <td key={key} className={number ? 'number' : undefined}>
                      {of(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
        {foot !== undefined && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}
