import type { Reader, Statement } from './connection.ts';
import { text, whole } from './row.ts';

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

const ID = /^[a-z]+_[a-z0-9-]+$/;
const MOMENT = /^(\d{4}-\d{2})-\d{2}(T.*)?$/;
/** A day within a longer word, such as the key of a duty. */
const DAY_INSIDE = /(\d{4}-\d{2})-\d{2}/g;
const LEFT_OUT: ReadonlySet<string> = new Set([
  'seq',
  'id',
  // Numbers that lead on to somebody: the row of the ward's list, the line of the reception book, the day of a generation.
  'line',
  'no',
  'generation',
  'tracking',
  'serials',
  // Words of people that may name a paper, a day or a batch.
  'ref',
  'evidence',
  'receipt',
  'receipts',
  'sha256',
  'recordedAt',
  'holder',
]);

function forStatistics(line: string): string {
  const fact: Record<string, unknown> = JSON.parse(line);
  const kept = Object.entries(fact).flatMap(([name, value]) => {
    const told = LEFT_OUT.has(name) ? undefined : withoutTraces(value);
    return told === undefined ? [] : [[name, told] as const];
  });
  return JSON.stringify(Object.fromEntries(kept));
}

function withoutTraces(value: unknown): unknown {
  if (typeof value === 'string') {
    if (ID.test(value)) return undefined;
    return MOMENT.exec(value)?.[1] ?? value.replace(DAY_INSIDE, '$1');
  }
  if (Array.isArray(value)) return value.map(withoutTraces).filter((one) => one !== undefined);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => {
        const told = LEFT_OUT.has(name) ? undefined : withoutTraces(inner);
        return told === undefined ? [] : [[name, told] as const];
      }),
    );
  }
  return value;
}
