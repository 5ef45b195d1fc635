import type { Reader, Statement } from './connection.ts';
import { text, whole } from './row.ts';
import { forStatistics } from './statistics-line.ts';

const CHUNK = 5000;

const SEALED: Statement = {
  name: 'export-sealed',
  text: `select s.seq, f.line from journal_seal s join fact f on f.ord = s.ord
         where s.seq > $1 order by s.seq limit ${CHUNK}`,
};

const OPEN: Statement = {
  name: 'export-open',
  text: 'select count(*) as rows from fact f where not exists (select 1 from journal_seal s where s.ord = f.ord)',
};

/**
 * Writes every sealed fact as one JSON line with its number first. `statistics` leaves out ids and tracking numbers
 * and rounds dates to months, so that nobody can be followed through it.
 */
export async function exportJournal(
  reader: Reader,
  options: { readonly statistics: boolean },
  write: (line: string) => Promise<void>,
): Promise<{ readonly facts: number; readonly unsealed: number }> {
  let seq = 0;
  for (;;) {
    const rows = await reader.rows(SEALED, [seq]);
    if (rows.length === 0) break;
    for (const row of rows) {
      seq = whole(row, 'seq');
      const line = `{"seq":${seq},${text(row, 'line').slice(1)}`;
      await write(options.statistics ? forStatistics(line) : line);
    }
  }
  const [open] = await reader.rows(OPEN);
  return { facts: seq, unsealed: open ? whole(open, 'rows') : 0 };
}
