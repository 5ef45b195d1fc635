import type { CivilDate } from '../../../domain/basics/civil-date.ts';
import type { Correction, MonthReport, ReportItems } from '../../../domain/reports/report.ts';
import type { Sheet, SheetCell, Workbook } from '../../workbook.ts';
import type { MonthReportTold, YearReportTold } from '../../programme-papers.ts';
import { written } from '../../papers/numbers.ts';
import { fiscalYearLabel } from '../../../domain/calendar/fiscal-year.ts';
import { tallyRows } from './form-tables.ts';
import { formWords } from './form-words.ts';
import { numberOf, numberOver, REPORT_NUMBERS, type ReportNumber } from './report-items.ts';
import { consultationWord, correctionWord, itemWord } from './report-words.ts';

/** 月次報告 as a workbook beside its PDF (DOC-14): the same numbers, for a ward that counts on with them. */
export function monthWorkbook({ report, earlier, digest, on }: MonthReportTold): Workbook {
  const months = [...earlier, report];
  return {
    ...book(
      'month-workbook-1',
      `見守り訪問業務 月次報告書 ${written.month(report.month)}分`,
      on,
      report.edition,
      digest,
    ),
    sheets: [
      tenItems(
        `${written.month(report.month)}分 報告10項目`,
        '今月',
        (number) => numberOf(report.items, number),
        (number) => (number.standing ? null : numberOver(months, number)),
      ),
      byMonth(months),
      tabulations(report.items),
      corrections(report.corrections),
    ],
  };
}

/** 年次報告 as a workbook (DOC-15). */
export function yearWorkbook({ report, months, digest, on }: YearReportTold): Workbook {
  const year = fiscalYearLabel(report.year);
  return {
    ...book('year-workbook-1', `見守り訪問業務 年次報告書 ${year}`, on, report.edition, digest),
    sheets: [
      tenItems(
        `${year} 報告10項目`,
        '年度計',
        (number) => numberOf(report.items, number),
        (number) => (number.standing ? null : numberOf(report.items, number)),
      ),
      byMonth(months),
      tabulations(report.items),
      corrections(months.flatMap((month) => month.corrections)),
    ],
  };
}

function book(template: string, title: string, date: CivilDate, edition: number, digest: string) {
  return { template, title, date, edition: `第${edition}版`, proof: `照合値 ${digest.slice(0, 16)}` };
}

const head = (text: string): SheetCell => ({ text, look: 'head' });
const text = (said: string): SheetCell => ({ text: said });
const NONE: SheetCell = { text: '―', look: 'dash' };
const open: SheetCell = { open: true };

function tenItems(
  title: string,
  now: string,
  said: (number: ReportNumber) => number,
  total: (number: ReportNumber) => number | null,
): Sheet {
  return {
    name: '報告10項目',
    widths: [7, 36, 12, 12, 12, 9, 30],
    head: 2,
    rows: [
      [{ text: title, look: 'title' }],
      [
        head('項目'),
        head('内容'),
        head(`${now}(件)`),
        head('累計(件)'),
        head('年間計画(件)'),
        head('進捗'),
        head('区記入欄'),
      ],
      ...REPORT_NUMBERS.map((number): readonly SheetCell[] => {
        const all = total(number);
        return [
          text(number.item),
          text(labelOf(number)),
          { number: said(number) },
          all === null ? NONE : { number: all },
          number.plan === undefined ? NONE : { number: number.plan },
          number.plan === undefined || all === null
            ? NONE
            : { number: Math.floor((all * 100) / number.plan) / 100, look: 'percent' },
          open,
        ];
      }),
    ],
  };
}

/** The months as reported, corrections beside them, and a locked sum that the ward's own program reckons again. */
function byMonth(months: readonly MonthReport[]): Sheet {
  const first = 3;
  return {
    name: '月別',
    widths: [7, 36, ...months.map(() => 7), 7, 9],
    head: 2,
    wide: true,
    rows: [
      [{ text: '月別の推移(単位: 件)', look: 'title' }],
      [
        head('項目'),
        head('内容'),
        ...months.map(({ month }) => head(`${Number(month.slice(5))}月`)),
        head('訂正'),
        head('計'),
      ],
      ...REPORT_NUMBERS.map((number): readonly SheetCell[] => {
        const said = months.map(({ items }) => numberOf(items, number));
        const total = numberOver(months, number);
        const reported = said.reduce((sum, one) => sum + one, 0);
        return [
          text(number.item),
          text(labelOf(number)),
          ...said.map((value) => ({ number: value })),
          number.standing ? NONE : { number: total - reported },
          number.standing
            ? NONE
            : { sum: total, over: { way: 'across', from: first, to: first + months.length }, look: 'total' },
        ];
      }),
    ],
  };
}

function tabulations(items: ReportItems): Sheet {
  const consultations = Object.entries(items.consultations);
  const rows: readonly (readonly SheetCell[])[] = [
    ...tallyRows('④ 訪問時の様子', {
      [formWords.conditions]: items.conditions,
    }),
    ...tallyRows('⑤ 事前アンケート', items.questionnaire),
    ...tallyRows('⑥ 見守りチェックリスト', items.checklist),
    ...tallyRows('⑦ ゆとり感の聞き取り', items.leeway),
    ...consultations.map(([code, count]) => ['⑧ 相談', '', consultationWord(code), '', count] as const),
    ['⑨ 緊急対応ケース等', '', '緊急(直ちに連絡)', '', items.urgent.u1] as const,
    ['⑨ 緊急対応ケース等', '', '当日中の連絡', '', items.urgent.u2] as const,
    ['⑨ 緊急対応ケース等', '', '要観察の連絡', '', items.urgent.u3] as const,
    ['⑨ 流産・死産等', '', '流産・死産等の連絡', '', items.urgent.loss] as const,
    [
      '⑩ 対象者アンケート',
      '',
      items.survey.held ? '回答' : '今月は実施なし',
      '',
      items.survey.answers,
    ] as const,
  ].map((row) => row.map((value) => (typeof value === 'number' ? { number: value } : text(value))));
  return {
    name: '集計',
    widths: [24, 16, 48, 40, 10],
    head: 2,
    rows: [
      [{ text: '集計(④から⑩)', look: 'title' }],
      [head('項目'), head('番号'), head('問い・区分'), head('答え'), head('件数(件)')],
      ...rows,
    ],
  };
}

function corrections(told: readonly Correction[]): Sheet {
  return {
    name: '訂正',
    widths: [16, 40, 14, 14, 10, 36],
    head: 2,
    rows: [
      [{ text: '過去の月の訂正', look: 'title' }],
      [head('対象月'), head('項目'), head('報告した数'), head('訂正後の数'), head('差'), head('理由')],
      ...told.map(({ month, item, from, to, reason }): readonly SheetCell[] => [
        text(written.month(month)),
        text(itemWord(item)),
        { number: from },
        { number: to },
        { number: to - from },
        text(correctionWord(reason)),
      ]),
    ],
  };
}

function labelOf({ label, part }: ReportNumber): string {
  return part ? `　${label}` : label;
}
