import type { Question } from '../../../domain/forms/form.ts';
import type { ByForm, FormTally, Tally } from '../../../domain/reports/report.ts';
import type { Block, Cell, TableBlock } from '../../paper.ts';
import { written } from '../../papers/numbers.ts';
import { formWords } from './form-words.ts';

/** How often each answer was given, form by form and version by version (CHI-9.1-8 to 9.1-10). */
export function formTables(forms: ByForm): readonly Block[] {
  const named = Object.entries(forms);
  if (named.length === 0) return [{ kind: 'text', text: '今月は該当がありません。' }];
  return named.map(([name, tally]) => formTable(name, tally));
}

function formTable(name: string, { answers, erased, questions }: FormTally): TableBlock {
  const gone = erased === 0 ? '' : `(うち消去済みのため集計できないもの ${written.number(erased)}件)`;
  return {
    ...tallyTable(questions, answers - erased, name),
    name: `${formWords.definition(name)?.title ?? name} 第${name.split('/')[1] ?? '―'}版 集計した件数 ${written.number(answers)}件${gone}`,
  };
}

/** Counts by question and choice; `null` is a count that is not shown because few gave it. */
export function tallyTable(
  questions: Readonly<Record<string, Readonly<Record<string, number | null>> | Tally>>,
  answers: number,
  form: string,
): TableBlock {
  return {
    kind: 'table',
    name: '',
    dense: true,
    columns: [
      { head: '番号', width: 24 },
      { head: '問い・答え', width: 'rest' },
      { head: '件数(件)', width: 24, align: 'right' },
      { head: '割合', width: 18, align: 'right' },
    ],
    rows: Object.entries(questions).flatMap(([code, tally]): readonly (readonly Cell[])[] => {
      const question = formWords.question(form, code);
      const choices = inOrder(question, tally);
      return [
        [
          { text: code, strong: true, down: choices.length + 1 },
          { text: question?.label ?? code, strong: true, span: 3 },
        ],
        ...choices.map(([choice, count]): readonly Cell[] => [
          '',
          `　${formWords.choice(question, choice)}`,
          count === null ? '非表示' : written.number(count),
          count === null ? '―' : written.percent(count, answers),
        ]),
      ];
    }),
  };
}

/** The same counts as rows of a sheet: item, code, question, answer, count. */
export function tallyRows(
  item: string,
  forms: Readonly<Record<string, Pick<FormTally, 'questions'>>>,
): readonly (readonly [item: string, code: string, question: string, answer: string, count: number])[] {
  return Object.entries(forms).flatMap(([name, { questions }]) =>
    Object.entries(questions).flatMap(([code, tally]) => {
      const question = formWords.question(name, code);
      return inOrder(question, tally).map(
        ([choice, count]) =>
          [item, code, question?.label ?? code, formWords.choice(question, choice), count] as const,
      );
    }),
  );
}

/** In the order of the form, whatever the order of the counts. */
function inOrder<Count>(
  question: Question | undefined,
  tally: Readonly<Record<string, Count>>,
): readonly (readonly [string, Count])[] {
  const codes = question?.choices?.map(({ code }) => code) ?? [];
  const rank = (code: string) => (codes.includes(code) ? codes.indexOf(code) : codes.length);
  return Object.entries(tally).toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
