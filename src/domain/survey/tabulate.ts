import type { Answers } from '../forms/answers.ts';
import type { FormDefinition } from '../forms/form.ts';

/** How often each choice was taken; a whole number counts under its digits. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A shown table: `null` is a cell that is not shown, because few or all others would be known by it. */
export type Tabulation = {
  readonly answers: number;
  readonly table: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
};

/** Counts by question and choice; a choice that nobody took stands with 0. */
export function countAnswers(form: FormDefinition, answers: readonly Answers[]): Counts {
  return Object.fromEntries(
    form.questions.map(({ code, choices = [] }) => {
      const counts: Record<string, number> = Object.fromEntries(choices.map((choice) => [choice.code, 0]));
      for (const answer of answers) {
        const given = answer[code];
        const taken = given === undefined ? [] : typeof given === 'object' ? given : [String(given)];
        for (const one of taken) counts[one] = (counts[one] ?? 0) + 1;
      }
      return [code, counts];
    }),
  );
}

/**
 * Small-cell suppression (CHI-8.17-1): with fewer answers than `smallCell` in all nothing is shown; a cell of 1 to
 * `smallCell` - 1 is hidden, and with it the next smallest, since one hidden cell follows from the total.
 */
export function tabulate(counts: Counts, answers: number, smallCell: number): Tabulation {
  return {
    answers,
    table: Object.fromEntries(
      Object.entries(counts).map(([question, cells]) => [question, suppress(cells, answers, smallCell)]),
    ),
  };
}

function suppress(
  cells: Readonly<Record<string, number>>,
  answers: number,
  smallCell: number,
): Readonly<Record<string, number | null>> {
  const entries = Object.entries(cells).toSorted(([, a], [, b]) => a - b);
  if (answers < smallCell) return Object.fromEntries(entries.map(([cell]) => [cell, null]));
  const hidden = new Set(entries.filter(([, count]) => count > 0 && count < smallCell).map(([cell]) => cell));
  const others = entries.filter(([cell, count]) => !hidden.has(cell) && count > 0);
  const [next] = others;
  if (hidden.size === 1 && next) hidden.add(next[0]);
  return Object.fromEntries(
    Object.entries(cells).map(([cell, count]) => [cell, hidden.has(cell) ? null : count]),
  );
}
