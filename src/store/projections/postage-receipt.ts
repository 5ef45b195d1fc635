import { projection } from '../projection.ts';

/** One row a receipt of the post office: what is claimed of the ward stands on it (CHI-10.3-1). */
export const postageReceiptProjection = projection({
  name: 'postage_receipt',
  of: 'batch',
  columns: { key: 'text', batch: 'text', receipt: 'text', posted_on: 'text', pieces: 'int', yen: 'int' },
  indexes: [['batch'], ['posted_on']],
  rows: ({ receipts }, id) =>
    receipts.map(({ receipt, on, pieces, amount }) => ({
      key: `${id}/${on}`,
      batch: id,
      receipt,
      posted_on: on,
      pieces,
      yen: amount,
    })),
});
