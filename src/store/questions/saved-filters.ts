import type { AccountId, FilterId } from '../../domain/basics/ids.ts';
import type { Reader, Statement } from '../connection.ts';
import { text } from '../row.ts';

/** A filter that somebody keeps; its name is opened by `vaultItem`. */
export type SavedFilterRow = {
  readonly subject: AccountId;
  readonly vaultItem: FilterId;
  readonly filter: FilterId;
  readonly codes: string;
};

const OF_LIST: Statement = {
  name: 'saved-filters-of-list',
  text: `select filter, codes from p_saved_filter where account = $1 and page = $2 order by place`,
};

/** What an account keeps above the list of a page, the oldest first. */
export async function savedFilters(
  reader: Reader,
  account: AccountId,
  page: string,
): Promise<readonly SavedFilterRow[]> {
  return (await reader.rows(OF_LIST, [account, page])).map((row) => {
    const filter = text(row, 'filter') as FilterId;
    return { subject: account, vaultItem: filter, filter, codes: text(row, 'codes') };
  });
}
