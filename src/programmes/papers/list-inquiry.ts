import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { ListKind } from '../../domain/facts/list.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import { columnName } from '../../domain/intake/columns.ts';
import type { RowProblemCode } from '../../domain/intake/problems.ts';
import type { Cell, Paper } from '../paper.ts';
import { askedOfWard } from './list-inquiry-words.ts';
import { written } from './numbers.ts';
import { toWard, type Office } from './office.ts';

/** Open questions about a list of the ward. Lines and columns of the ward's own file; nothing of what stood there. */
export type ListInquiryTold = {
  readonly list: string;
  readonly kind: ListKind;
  readonly months: readonly YearMonth[];
  readonly asOf: CivilDate;
  readonly rows: number;
  readonly on: CivilDate;
  readonly questions: readonly {
    readonly line: number;
    readonly code: string;
    readonly column?: string;
    readonly due?: CivilDate;
    readonly blocks: boolean;
    /** What was wrong with a refused row: codes and columns, never what stood there. */
    readonly faults?: readonly { readonly code: RowProblemCode; readonly column?: string }[];
  }[];
};

/**
 * 照会票: a refused row is a woman without a letter, so the ward is asked, line by line, with the day by which the
 * answer is needed (design.md 6). The ward finds the person by the line of its own file (DOC-01, PII-9-4).
 */
export function listInquiry(office: Office, told: ListInquiryTold): Paper {
  const dues = told.questions.flatMap(({ due }) => due ?? []).toSorted();
  const [first] = dues;
  return {
    template: 'list-inquiry-1',
    title: '照会票',
    date: told.on,
    ...toWard(office, [
      ['照会する一覧', `${told.months.map((month) => `${written.month(month)}分`).join('、')} ${told.list}`],
      ['基準日・行数', `${written.day(told.asOf)}現在 ${written.number(told.rows)}行`],
      ['ご回答の期限', first ? written.day(first, true) : '次回の一覧の受渡しまで'],
    ]),
    blocks: [
      {
        kind: 'text',
        text: 'お預かりした一覧について、下記のとおり確認をお願いします。期限までにご回答がない行の方には、次の発送で通知をお送りできないことがあります。',
      },
      {
        kind: 'table',
        name: `照会する事項 ${written.number(told.questions.length)}件`,
        dense: true,
        columns: [
          { head: '番号', width: 11, align: 'right' },
          { head: '行', width: 15, align: 'right' },
          { head: '項目', width: 25 },
          { head: '確認をお願いしたいこと', width: 'rest' },
          { head: '期限', width: 26 },
          { head: '区のご回答', width: 34 },
        ],
        tall: 13,
        rows: told.questions.map((question, at): readonly Cell[] => [
          String(at + 1),
          question.line === 0 ? '全体' : `${written.number(question.line)}行目`,
          question.column === undefined ? '―' : (columnName(question.column) ?? question.column),
          askedOfWard(question.code, question.faults ?? []) +
            (question.blocks ? '【ご回答まで取り込めません】' : ''),
          question.due === undefined ? '―' : written.day(question.due),
          '',
        ]),
      },
      {
        kind: 'text',
        small: true,
        text: '行番号は見出しを1行目とした番号です。個人情報を含まないよう、一覧に書かれていた内容は印字していません。ご回答は手渡しまたは使送でお願いします。',
      },
      { kind: 'signatures', boxes: ['照会者(受託者)', '回答者(区)'] },
    ],
    proof: told.list,
  };
}
