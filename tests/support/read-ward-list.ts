import assert from 'node:assert/strict';
import { parseYearMonth, type YearMonth } from '../../src/domain/basics/year-month.ts';
import { STANDARD_WEEKS } from '../../src/domain/calendar/pregnancy.ts';
import type { RowProblem } from '../../src/domain/intake/problems.ts';
import { readList, type ListRequest, type ReadList } from '../../src/exchange/intake/read-list.ts';
import { change, followUp, PASSWORD, target, wardFile, type Cells } from './ward-file.ts';

export function month(text: string): YearMonth {
  const read = parseYearMonth(text);
  assert.ok(read.ok);
  return read.value;
}

/** A request for the targets list of those who reach the 8th month in May 2026, in 千代田区. */
export function asking(changes: Partial<ListRequest> = {}): ListRequest {
  return {
    kind: 'targets',
    password: PASSWORD,
    months: [month('2026-05')],
    settings: { municipality: '千代田区', weeks: STANDARD_WEEKS },
    ...changes,
  };
}

/** Writes a list of rows, reads it back, and fails where the whole file is refused. */
export async function readRows(
  rows: readonly Cells[],
  changes: Partial<ListRequest> = {},
): Promise<ReadList> {
  const read = await readList(await wardFile(rows, { encoding: 'utf-8' }), asking(changes));
  assert.ok(read.ok, 'the whole list was refused');
  return read.value;
}

/** Codes and columns of problems, for comparing. */
export function marks(problems: readonly RowProblem[]): readonly string[] {
  return problems.map(({ code, column }) => (column === undefined ? code : `${code} ${column}`));
}

/** What became of a row; {} is: taken without a word. */
export type Fate = {
  readonly refused?: readonly string[];
  readonly asked?: readonly string[];
  readonly noted?: readonly string[];
};

/** Reads one row between three sound ones, which keep the file from being refused as a whole. */
export async function fateOf(row: Cells, kind: ListRequest['kind']): Promise<Fate> {
  const sound = { targets: target, 'follow-up': followUp, changes: change }[kind];
  const list = await readRows([sound(901), sound(902), row, sound(903)], { kind });
  const refused = list.refused.find(({ line }) => line === 4);
  if (refused !== undefined) return { refused: marks(refused.problems) };
  const taken = list.rows.find(({ line }) => line === 4);
  assert.ok(taken, 'the row is neither accepted nor refused');
  const asked = marks(taken.questions);
  const noted = marks(taken.notes);
  return { ...(asked.length > 0 && { asked }), ...(noted.length > 0 && { noted }) };
}

/** What a fate is called in the title of a trap. */
export function outcome({ refused, asked, noted }: Fate): string {
  if (refused !== undefined) return 'refused';
  if (asked !== undefined) return 'taken with a question';
  return noted === undefined ? 'taken' : 'taken and noted';
}
