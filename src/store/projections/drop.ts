import { projection } from '../projection.ts';

/** One row a woman that a batch left out, with the reason the mailing room may read (CHI-4.3-1). */
export const dropProjection = projection({
  name: 'drop',
  of: 'case',
  columns: { id: 'text', case: 'text', batch: 'text', reason: 'text', since: 'text' },
  indexes: [['batch']],
  rows: ({ mail }, id) => [
    ...mail.dropped.map(({ batch, reason, on }) => row(id, batch, reason, on)),
    ...mail.pieces.flatMap(({ status, batch, reason, on }) =>
      status === 'dropped' ? [row(id, batch, reason ?? 'not-due', on)] : [],
    ),
  ],
});

function row(id: string, batch: string, reason: string, since: string) {
  return { id: `${id}/${batch}`, case: id, batch, reason, since };
}
