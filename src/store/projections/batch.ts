import type { BatchState } from '../../domain/mailings/batch.ts';
import { projection } from '../projection.ts';

/** One row a batch: where it stands, on which word of the ward, and its counts by hand. */
export const batchProjection = projection({
  name: 'batch',
  of: 'batch',
  columns: {
    batch: 'text',
    kind: 'text',
    month: 'text',
    state: 'text',
    begun_on: 'text',
    planned: 'int',
    against: 'text',
    as_of: 'text',
    reason: 'text',
    fixed_on: 'text',
    pieces: 'int',
    dropped: 'int',
    samples: 'int',
    /** Copies printed before this many samplings are condemned. */
    clean_from: 'int',
    released_on: 'text',
    word_on: 'text',
    printed: 'int',
    enclosed: 'int',
    spoiled: 'int',
    pulled: 'int',
    posted: 'int',
    receipted: 'int',
    receipt_yen: 'int',
  },
  indexes: [['month'], ['state']],
  rows: (batch, id) =>
    batch.begun
      ? [
          {
            batch: id,
            kind: batch.begun.kind,
            month: batch.begun.month,
            state: stateOf(batch),
            begun_on: batch.begun.on,
            planned: batch.begun.planned,
            against: batch.word?.against ?? null,
            as_of: batch.word?.asOf ?? null,
            reason: batch.word?.reason ?? null,
            fixed_on: batch.fixed?.on ?? null,
            pieces: batch.fixed?.pieces ?? null,
            dropped: batch.fixed?.dropped ?? null,
            samples: batch.samples,
            clean_from: batch.cleanFrom,
            released_on: batch.releasedOn ?? null,
            word_on: batch.wordOn ?? null,
            printed: batch.counted?.printed ?? null,
            enclosed: batch.counted?.enclosed ?? null,
            spoiled: batch.counted?.spoiled ?? null,
            pulled: batch.counted?.pulled ?? null,
            posted: batch.counted?.posted ?? null,
            receipted: total(batch.receipts.map(({ pieces }) => pieces)),
            receipt_yen: total(batch.receipts.map(({ amount }) => amount)),
          },
        ]
      : [],
});

function stateOf({ fixed, samples, clean, releasedOn, counted }: BatchState): string {
  if (counted?.stage === 'posted') return 'closed';
  if (samples > 0 && !clean) return 'blocked';
  if (counted) return 'counted';
  if (releasedOn) return 'released';
  if (samples > 0) return 'sampled';
  return fixed ? 'fixed' : 'planning';
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
