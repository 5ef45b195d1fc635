import type { Result } from '../../domain/basics/result.ts';
import type { RowProblem, RowProblemCode } from '../../domain/intake/problems.ts';
import { characterFault, hasLostCharacter } from './characters.ts';
import { excelDamage, type CellKind } from './excel-damage.ts';
import type { TableRow } from './table.ts';

/** A row while it is read: what refuses it, what a person must answer, what is only worth knowing. */
export type RowDraft = {
  readonly row: TableRow;
  readonly refusals: RowProblem[];
  readonly questions: RowProblem[];
  readonly notes: RowProblem[];
};

/** How the text of a column becomes a value. */
export type CellForm<T> = {
  readonly kind: CellKind;
  /** Stands on paper: its 外字 and lost characters are asked about, and the ward answers "print as …". */
  readonly printed?: boolean;
  readonly lineFeeds?: boolean;
  /** Characters. */
  readonly max: number;
  readonly parse: (text: string) => Result<T, RowProblemCode>;
};

/**
 * - `must`: a letter cannot do without it; blank or unreadable refuses the row.
 * - `should`: blank or unreadable is a question.
 * - `may`: blank is an answer; unreadable is a question.
 * A refused row is a woman without a letter, so nothing refuses that a letter does not need.
 */
export type Need = 'must' | 'should' | 'may';

export function draftOf(row: TableRow): RowDraft {
  const draft: RowDraft = { row, refusals: [], questions: [], notes: [] };
  // Complete as it stands, but nobody can see whether the last cell was longer.
  if (!row.ended) ask(draft, 'last-line-unended');
  return draft;
}

/** Reads one cell and writes down what is wrong with it. Undefined: there is no value that may be used. */
export function read<T>(draft: RowDraft, column: string, form: CellForm<T>, need: Need): T | undefined {
  const written = draft.row.cell(column) ?? '';
  const complain = need === 'must' ? refuse : ask;
  if (written === '') {
    if (need !== 'may') complain(draft, 'blank', column);
    return undefined;
  }
  const text = /^['’]./.test(written) ? written.slice(1).trimStart() : written;
  if (text !== written) ask(draft, 'apostrophe', column);
  const fault = faultOf(text, form);
  if (fault === 'honorific' || fault === 'gaiji') ask(draft, fault, column);
  else if (fault !== undefined) {
    complain(draft, fault, column);
    return undefined;
  }
  if (form.printed === true && hasLostCharacter(text)) ask(draft, 'character-lost', column);
  const value = form.parse(text);
  if (value.ok) return value.value;
  complain(draft, value.error, column);
  return undefined;
}

export function refuse(draft: RowDraft, code: RowProblemCode, column?: string): void {
  draft.refusals.push(problem(draft, code, column));
}

export function ask(draft: RowDraft, code: RowProblemCode, column?: string): void {
  draft.questions.push(problem(draft, code, column));
}

export function note(draft: RowDraft, code: RowProblemCode, column?: string): void {
  draft.notes.push(problem(draft, code, column));
}

function problem(draft: RowDraft, code: RowProblemCode, column: string | undefined): RowProblem {
  return { line: draft.row.line, code, ...(column !== undefined && { column }) };
}

function faultOf<T>(text: string, form: CellForm<T>): RowProblemCode | undefined {
  if (text.length > form.max) return 'cell-too-long';
  const character = characterFault(text);
  const allowed =
    (character === 'line-feed' && form.lineFeeds === true) ||
    (character === 'gaiji' && form.printed !== true);
  return character === undefined || allowed ? excelDamage(text, form.kind) : character;
}
