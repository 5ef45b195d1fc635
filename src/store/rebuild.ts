import type { RecordedFact } from '../domain/facts.ts';
import type { Rules } from '../domain/rules.ts';
import { folds, type Fold, type StreamKind } from '../domain/streams.ts';
import type { Database, Reader, Statement, Writer } from './connection.ts';
import { factOf } from './journal.ts';
import { keyColumn, type Projection, type ProjectionRow } from './projection.ts';
import { putStatement, putValues, sameRow } from './projection-write.ts';
import { text } from './row.ts';

/** A row of a projection that is not what the journal says. */
export type Difference = {
  readonly projection: string;
  readonly key: string;
  readonly what: 'missing' | 'extra' | 'differs';
};

export type RebuildCheck = {
  readonly streams: number;
  readonly rows: number;
  readonly differences: readonly Difference[];
};

const CHUNK = 2000;

const FACTS: Statement = {
  name: 'rebuild-facts',
  text: `select stream, line from fact where stream in
         (select stream from stream_head where stream > $1 and version > 0 order by stream limit ${CHUNK})
         order by stream, version`,
};

/** Makes every projection again from the journal and compares, on one snapshot, while work goes on. */
export function checkProjections(
  database: Database,
  projections: readonly Projection[],
  rules: Rules,
): Promise<RebuildCheck> {
  return database.snapshot(async (reader) => {
    const expected = new Map(projections.map((one) => [one.name, new Map<string, ProjectionRow>()]));
    let streams = 0;
    for await (const made of madeRows(reader, projections, rules)) {
      streams = made.streams;
      for (const { projection, row } of made.rows) {
        expected.get(projection.name)?.set(String(row[keyColumn(projection)]), row);
      }
    }
    const differences: Difference[] = [];
    let rows = 0;
    for (const projection of projections) {
      const should = expected.get(projection.name) ?? new Map<string, ProjectionRow>();
      rows += should.size;
      differences.push(...(await compareTable(reader, projection, should)));
    }
    return { streams, rows, differences };
  });
}

/** Fills empty projections from the journal. Used after a migration changed their shape and after a restore. */
export async function fillProjections(
  reader: Reader,
  writer: Writer,
  projections: readonly Projection[],
  rules: Rules,
): Promise<void> {
  for await (const made of madeRows(reader, projections, rules)) {
    for (const projection of projections) {
      const rows = made.rows.filter((one) => one.projection === projection);
      if (rows.length > 0) await writer.rows(putStatement(projection), putValues(projection, rows));
    }
  }
}

const EVERYBODY_WAITS: Statement = {
  name: 'rebuild-lock',
  text: 'select pg_advisory_xact_lock(7300001)::text as locked',
};

/** Makes every projection anew from the journal, in one transaction, while commands wait. */
export async function refillProjections(
  database: Database,
  projections: readonly Projection[],
  rules: Rules,
): Promise<void> {
  await database.write(async (writer) => {
    await writer.rows(EVERYBODY_WAITS);
    for (const projection of projections) {
      await writer.rows({
        name: `rebuild-empty-${projection.name}`,
        text: `delete from p_${projection.name}`,
      });
    }
    await fillProjections(writer, writer, projections, rules);
  });
}

type MadeRow = { readonly projection: Projection; readonly stream: string; readonly row: ProjectionRow };

async function* madeRows(
  reader: Reader,
  projections: readonly Projection[],
  rules: Rules,
): AsyncGenerator<{ readonly streams: number; readonly rows: readonly MadeRow[] }> {
  let after = '';
  let streams = 0;
  for (;;) {
    const found = await reader.rows(FACTS, [after]);
    if (found.length === 0) return;
    const facts = new Map<string, RecordedFact[]>();
    for (const row of found) {
      const stream = text(row, 'stream');
      const known = facts.get(stream);
      if (known) known.push(factOf(text(row, 'line')));
      else facts.set(stream, [factOf(text(row, 'line'))]);
      after = stream;
    }
    streams += facts.size;
    yield { streams, rows: [...facts].flatMap(([stream, all]) => rowsOf(stream, all, projections, rules)) };
  }
}

function rowsOf(
  stream: string,
  facts: readonly RecordedFact[],
  projections: readonly Projection[],
  rules: Rules,
): readonly MadeRow[] {
  const kind = stream.slice(0, stream.indexOf(':')) as StreamKind;
  const id = stream.slice(stream.indexOf(':') + 1);
  const fold = folds[kind] as Fold<unknown>;
  const state = facts.reduce(fold.evolve, fold.initial);
  return projections
    .filter((projection) => projection.of === kind)
    .flatMap((projection) =>
      projection.rows(state as never, id, rules).map((row) => ({ projection, stream, row })),
    );
}

async function compareTable(
  reader: Reader,
  projection: Projection,
  should: Map<string, ProjectionRow>,
): Promise<readonly Difference[]> {
  const key = keyColumn(projection);
  const differences: Difference[] = [];
  const is = await reader.rows({
    name: `rebuild-read-${projection.name}`,
    text: `select * from p_${projection.name}`,
  });
  for (const row of is) {
    const name = String(row[key]);
    const expected = should.get(name);
    should.delete(name);
    if (!expected) differences.push({ projection: projection.name, key: name, what: 'extra' });
    else if (!sameRow(projection, expected, row as ProjectionRow)) {
      differences.push({ projection: projection.name, key: name, what: 'differs' });
    }
  }
  for (const name of should.keys())
    differences.push({ projection: projection.name, key: name, what: 'missing' });
  return differences;
}
