import type { SheetCell, Workbook } from '../../workbook.ts';
import type { ResultsTold } from '../../programme-papers.ts';
import { ERASED } from '../../papers/batch-told.ts';
import { written } from '../../papers/numbers.ts';
import { conditionWords, resultRows, visitWords } from './results-table.ts';

/** 見守り訪問実績一覧表 as a workbook (DOC-14): the rows of the PDF, with columns of 1 that can be added up. */
export function resultsWorkbook(told: ResultsTold): Workbook {
  const rows = resultRows(told);
  const pages = new Map(told.women.map(({ token, page }) => [token, page]));
  const counted = rows.map(({ attempt, own }) => {
    if (!own) return [0, 0, 0, 0];
    const done = attempt?.result === 'completed';
    const home = attempt?.mode === 'visit';
    return [done && home, done && !home, done && attempt.followUp === true, attempt !== null && !done].map(
      Number,
    );
  });
  const sums = [0, 1, 2, 3].map((at) => counted.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const supplement = told.supplement === undefined ? '' : ` 補足 第${told.supplement}号`;
  const title = `見守り訪問実績一覧表 ${written.month(told.month)}分${supplement}`;
  const first = HEAD + 1;
  return {
    template: 'results-workbook-1',
    title,
    date: told.on,
    edition: `第${told.edition}版`,
    proof: `照合値 ${told.digest.slice(0, 16)}`,
    sheets: [
      {
        name: '実績一覧表',
        widths: [6, 14, 18, 20, 18, 13, 12, 8, 8, 10, 8, 48, 24],
        head: HEAD,
        wide: true,
        rows: [
          [{ text: title, look: 'title' }],
          COLUMNS.map((text): SheetCell => ({ text, look: 'head' })),
          ...rows.map(({ token, line, attempt, own }, at): readonly SheetCell[] => {
            const before = rows[at - 1];
            const page = pages.get(token);
            const words = line === null ? [token, ERASED, ERASED] : [line.reference, line.name, line.kana];
            return [
              { number: at + 1 },
              ...words.map((text) => ({ text })),
              { text: attempt ? written.day(attempt.date) : ERASED },
              { text: attempt?.from === undefined ? '―' : `${attempt.from}～${attempt.to ?? ''}` },
              {
                text: attempt
                  ? `${own ? '' : '訂正 '}${visitWords.result[attempt.result] ?? attempt.result}`
                  : ERASED,
              },
              ...(counted[at] ?? []).map((number) => ({ number })),
              { text: before?.token !== token && page ? conditionWords(page) : '' },
              { open: true },
            ];
          }),
          [
            { text: '計', look: 'total' },
            { text: `${written.number(told.women.length)}人`, look: 'total' },
            ...Array.from({ length: 5 }, (): SheetCell => ({ text: '', look: 'total' })),
            ...sums.map((sum): SheetCell =>
              rows.length === 0
                ? { number: 0, look: 'total' }
                : { sum, over: { way: 'down', from: first, to: HEAD + rows.length }, look: 'total' },
            ),
            { text: '', look: 'total' },
            { text: '', look: 'total' },
          ],
        ],
      },
    ],
  };
}

const HEAD = 2;
const COLUMNS = [
  '番号',
  '整理番号',
  '氏名',
  'フリガナ',
  '訪問・面談日',
  '時間',
  '結果',
  '訪問',
  '面談',
  '要フォロー',
  '未実施',
  '訪問時の様子(同意のある方)',
  '区記入欄',
];
