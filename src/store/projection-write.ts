import type { Rules } from '../domain/rules.ts';
import type { StateByKind, StreamKind } from '../domain/streams.ts';
import type { Statement, Writer } from './connection.ts';
import { keyColumn, type Cell, type Projection, type ProjectionRow } from './projection.ts';

/** A stream that a command changed: its state before and after. */
export type StreamChange = {
  readonly kind: StreamKind;
  readonly id: string;
  readonly before: StateByKind[StreamKind];
  readonly after: StateByKind[StreamKind];
};

/** What a change does to one projection. */
export type ProjectionChange = {
  readonly projection: Projection;
  readonly put: readonly { readonly stream: string; readonly row: ProjectionRow }[];
  readonly drop: readonly Cell[];
};

/** The rows of every projection that differ between the states before and after. */
export function projectionRows(
  all: readonly Projection[],
  changes: readonly StreamChange[],
  rules: Rules,
): readonly ProjectionChange[] {
  return all.map((projection) => {
    const put: { stream: string; row: ProjectionRow }[] = [];
    const drop: Cell[] = [];
    for (const change of changes) {
      if (change.kind === projection.of) compare(projection, change, rules, put, drop);
    }
    return { projection, put, drop };
  });
}

/** Brings every projection up to date: one statement for what came or changed, one for what went. */
export async function writeProjections(writer: Writer, changed: readonly ProjectionChange[]): Promise<void> {
  await Promise.all(
    changed.flatMap(({ projection, put, drop }) => [
      ...(drop.length > 0 ? [writer.rows(dropStatement(projection), [drop])] : []),
      ...(put.length > 0 ? [writer.rows(putStatement(projection), putValues(projection, put))] : []),
    ]),
  );
}

function compare(
  projection: Projection,
  change: StreamChange,
  rules: Rules,
  put: { stream: string; row: ProjectionRow }[],
  drop: Cell[],
): void {
  const key = keyColumn(projection);
  const was = new Map(projection.rows(change.before, change.id, rules).map((row) => [row[key] ?? null, row]));
  for (const row of projection.rows(change.after, change.id, rules)) {
    const old = was.get(row[key] ?? null);
    was.delete(row[key] ?? null);
    if (!old || !sameRow(projection, old, row)) put.push({ stream: `${change.kind}:${change.id}`, row });
  }
  drop.push(...was.keys());
}

export function sameRow(projection: Projection, a: ProjectionRow, b: ProjectionRow): boolean {
  return Object.keys(projection.columns).every((column) => (a[column] ?? null) === (b[column] ?? null));
}

/** The one statement that puts rows of a projection, many at a time. Its text is made once. */
export function putStatement(projection: Projection): Statement {
  const made = putStatements.get(projection) ?? newPutStatement(projection);
  putStatements.set(projection, made);
  return made;
}
const putStatements = new WeakMap<Projection, Statement>();

function newPutStatement(projection: Projection): Statement {
  const columns = Object.keys(projection.columns);
  const types = ['text', ...Object.values(projection.columns)];
  const arrays = types.map((type, index) => `$${index + 1}::${type}[]`).join(', ');
  const changed = ['stream', ...columns.slice(1)].map((c) => `"${c}" = excluded."${c}"`).join(', ');
  const names = ['stream', ...columns].map((column) => `"${column}"`).join(', ');
  return {
    name: `put-${projection.name}`,
    text: `insert into p_${projection.name} (${names}) select * from unnest(${arrays})
           on conflict ("${keyColumn(projection)}") do update set ${changed}`,
  };
}

export function putValues(
  projection: Projection,
  rows: readonly { readonly stream: string; readonly row: ProjectionRow }[],
): readonly unknown[] {
  const columns = Object.keys(projection.columns);
  return [
    rows.map(({ stream }) => stream),
    ...columns.map((column) => rows.map(({ row }) => row[column] ?? null)),
  ];
}

function dropStatement(projection: Projection): Statement {
  return {
    name: `drop-${projection.name}`,
    text: `delete from p_${projection.name} where "${keyColumn(projection)}" = any ($1::text[])`,
  };
}
