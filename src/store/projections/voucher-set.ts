import { allSets } from '../../domain/benefits/stock.ts';
import { projection } from '../projection.ts';

/** One row a voucher set, by serial. */
export const voucherSetProjection = projection({
  name: 'voucher_set',
  of: 'stock',
  columns: { serial: 'text', expiry: 'text', status: 'text', piece: 'text' },
  indexes: [['status', 'expiry']],
  rows: (stock) =>
    allSets(stock).map(({ serial, expiry, status, piece }) => ({
      serial,
      expiry,
      status,
      piece: piece ?? null,
    })),
});
