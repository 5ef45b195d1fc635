import type { CivilDate } from '../../../domain/basics/civil-date.ts';
import type { ConditionPage, ResultLine } from '../../../domain/reports/report-line.ts';
import type { Block, Cell, Paper } from '../../paper.ts';
import type { ResultsTold, WomanTold } from '../../programme-papers.ts';
import { ERASED } from '../../papers/batch-told.ts';
import { written } from '../../papers/numbers.ts';
import { toWard } from '../../papers/office.ts';
import { formWords } from './form-words.ts';
import { chiyodaOffice } from './office.ts';

/** A row of the table: an attempt of a woman, or the one line of an erased woman. */
export type ResultRow = {
  readonly token: string;
  readonly line: ResultLine | null;
  readonly attempt: ResultLine['attempts'][number] | null;
  /** It is of the month itself. What was put right of an earlier month stands here too and counts there (CHI-9.1-2). */
  readonly own: boolean;
};

/** How a way and an outcome of a visit are called on papers. */
export const visitWords: {
  readonly mode: Readonly<Record<string, string>>;
  readonly result: Readonly<Record<string, string>>;
} = {
  mode: { visit: '訪問', online: 'オンライン', phone: '電話' },
  result: {
    completed: '実施',
    absent: '不在',
    'others-only': '本人以外のみ',
    refused: '辞退',
    'visitor-side': '訪問者の都合',
    closure: '業務の休止',
    'wrong-address': '住所相違',
    hospital: '入院',
    born: '出産',
    moved: '転出',
  },
};

/** 見守り訪問実績一覧表 (DOC-14, CHI-9.1-2): a line an attempt, woman by woman, then her condition (CHI-9.1-7). */
export function resultsTable(told: ResultsTold): Paper {
  return {
    template: 'results-table-1',
    title: '見守り訪問実績一覧表',
    date: told.on,
    wide: true,
    ...toWard(chiyodaOffice, [
      [
        '対象月',
        told.supplement === undefined
          ? `${written.month(told.month)}分　第${told.edition}版`
          : `${written.month(told.month)}分　補足 第${told.supplement}号(締切り後に変わった方のみ)`,
      ],
    ]),
    blocks: [
      attemptsTable(told),
      {
        kind: 'text',
        small: true,
        text: told.women.some(({ line }) => line === null)
          ? '締切りの時点で確定した内容です。その後に消去した方は氏名等を印字せず、人数には含めていますが、件数には含めていません。月次報告書の数には、その方の分も含まれています。'
          : '締切りの時点で確定した内容です。',
      },
      { kind: 'heading', text: '④ 訪問時の様子(区への提供に同意のある方)' },
      conditionsTable(told.women),
    ],
    edition: `第${told.edition}版`,
    proof: `照合値 ${told.digest.slice(0, 16)}`,
  };
}

/** Rows of the results table, as PDF and workbook share them: numbers are numbers still. */
export function resultRows({ women, month }: Pick<ResultsTold, 'women' | 'month'>): readonly ResultRow[] {
  return women.flatMap(({ token, line }): readonly ResultRow[] =>
    line === null
      ? [{ token, line, attempt: null, own: true }]
      : line.attempts.map((attempt) => ({ token, line, attempt, own: attempt.date.startsWith(month) })),
  );
}

/** The sums under the table: from the very rows above it. */
export function resultSums(told: Pick<ResultsTold, 'women' | 'month'>): string {
  const { women } = told;
  const rows = resultRows(told);
  const attempts = rows.flatMap(({ attempt, own }) => (attempt && own ? [attempt] : []));
  const earlier = rows.filter(({ own }) => !own).length;
  const done = attempts.filter(({ result }) => result === 'completed');
  const home = done.filter(({ mode }) => mode === 'visit').length;
  const followUp = done.filter((one) => one.followUp === true).length;
  const erased = women.filter(({ line }) => line === null).length;
  return (
    `${written.number(women.length)}人(うち消去済み ${written.number(erased)}人) ` +
    `実施 ${written.number(done.length)}件(訪問 ${written.number(home)}件、面談 ${written.number(done.length - home)}件、` +
    `要フォロー ${written.number(followUp)}件) 未実施 ${written.number(attempts.length - done.length)}件` +
    (earlier > 0 ? ` 前の月の訂正 ${written.number(earlier)}行(件数には含めません)` : '')
  );
}

function attemptsTable(told: ResultsTold): Block {
  return {
    kind: 'table',
    name: '',
    dense: true,
    columns: [
      { head: '番号', width: 12, align: 'right' },
      { head: '整理番号', width: 32 },
      { head: '氏名', width: 'rest' },
      { head: 'フリガナ', width: 'rest' },
      { head: '訪問・面談日', width: 34 },
      { head: '時間', width: 26, align: 'center' },
      { head: '方法', width: 22, align: 'center' },
      { head: '要フォロー', width: 20, align: 'center' },
      { head: '結果', width: 26, align: 'center' },
    ],
    rows: resultRows(told).map(({ token, line, attempt, own }, at): readonly Cell[] =>
      line === null || attempt === null
        ? [String(at + 1), token, { text: ERASED, span: 7 }]
        : [
            String(at + 1),
            line.reference,
            line.name,
            line.kana,
            written.day(attempt.date),
            attempt.from === undefined ? '―' : `${attempt.from}～${attempt.to ?? ''}`,
            attempt.mode === undefined ? '―' : (visitWords.mode[attempt.mode] ?? attempt.mode),
            attempt.followUp === true ? '○' : '',
            `${own ? '' : '訂正 '}${visitWords.result[attempt.result] ?? attempt.result}`,
          ],
    ),
    totals: [
      [
        { text: '計', strong: true },
        { text: resultSums(told), strong: true, span: 8 },
      ],
    ],
  };
}

function conditionsTable(women: readonly WomanTold[]): Block {
  const told = women.flatMap(({ line, page }) => (line && page ? [{ line, page }] : []));
  return {
    kind: 'table',
    name: '',
    dense: true,
    columns: [
      { head: '整理番号', width: 32 },
      { head: '氏名', width: 38 },
      { head: '訪問・面談日', width: 34 },
      { head: '健康面、そのほかの様子、気づいたこと', width: 'rest' },
    ],
    rows: told.map(({ line, page }): readonly Cell[] => [
      line.reference,
      line.name,
      written.day(page.date as CivilDate),
      conditionWords(page) || '特記なし',
    ]),
  };
}

/** A page in words: questions and choices as the form has them, free words as they were written. */
export function conditionWords({ form, answers }: ConditionPage): string {
  return Object.entries(answers)
    .map(([code, value]) => {
      const question = formWords.question(form, code);
      const words = question?.choices?.find((choice) => choice.code === value)?.label ?? value;
      return `${question?.label ?? code}: ${words}`;
    })
    .join('\n');
}
