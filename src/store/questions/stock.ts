import type { Reader, Statement } from '../connection.ts';
import { text, whole } from '../row.ts';

export type StockLine = { readonly status: string; readonly expiry: string; readonly sets: number };

const BALANCE: Statement = {
  name: 'stock-balance',
  text: 'select status, expiry, count(*) as sets from p_voucher_set group by status, expiry order by status, expiry',
};

/** How many sets are in, out and destroyed, by expiry. Their sum is what was ever received. */
export async function stockBalance(reader: Reader): Promise<readonly StockLine[]> {
  const rows = await reader.rows(BALANCE);
  return rows.map((row) => ({
    status: text(row, 'status'),
    expiry: text(row, 'expiry'),
    sets: whole(row, 'sets'),
  }));
}
