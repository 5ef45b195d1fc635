import { projection } from '../projection.ts';

/** One row an erasure: ordered or completed. */
export const erasureProjection = projection({
  name: 'erasure',
  of: 'erasure',
  columns: { erasure: 'text', persons: 'int', ref: 'text', ordered_at: 'text', state: 'text' },
  rows: ({ order, completed }, id) =>
    order
      ? [
          {
            erasure: id,
            persons: order.erased.length,
            ref: order.ref,
            ordered_at: order.at,
            state: completed ? 'completed' : 'ordered',
          },
        ]
      : [],
});
