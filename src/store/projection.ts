import type { Rules } from '../domain/rules.ts';
import type { StateByKind, StreamKind } from '../domain/streams.ts';

export type Cell = string | number | boolean | null;

/** A row by column name. The column `stream` is added by the machinery. */
export type ProjectionRow = Readonly<Record<string, Cell>>;

/**
 * A table that can always be made again: its rows are a pure function of the state of one stream. The rows of a stream
 * before and after a command are compared, and only the difference is written, in the command's own transaction.
 */
export type Projection<Kind extends StreamKind = StreamKind> = {
  /** Table `p_<name>`: small letters and `_`, since it stands in SQL without quotes (`closed_duty` of `closed-duty.ts`). */
  readonly name: string;
  readonly of: Kind;
  /** Columns and their types; the first is the key, unique in the whole table. */
  readonly columns: Readonly<Record<string, 'text' | 'int' | 'boolean'>>;
  readonly indexes?: readonly (readonly string[])[];
  readonly rows: (state: StateByKind[Kind], id: string, rules: Rules) => readonly ProjectionRow[];
};

/** Writes a projection down with the types of its own kind of stream. */
export function projection<Kind extends StreamKind>(made: Projection<Kind>): Projection {
  return made as unknown as Projection;
}

export function keyColumn(of: Projection): string {
  const [first] = Object.keys(of.columns);
  if (!first) throw new Error(`The projection ${of.name} has no columns`);
  return first;
}
