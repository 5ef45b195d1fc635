import type { Correction, MonthReport, ReportSupplement } from '../../../domain/reports/report.ts';
import type { Block, Cell, Paper } from '../../paper.ts';
import type { MonthReportTold } from '../../programme-papers.ts';
import { written } from '../../papers/numbers.ts';
import { toWard } from '../../papers/office.ts';
import { chiyodaOffice } from './office.ts';
import { details } from './report-details.ts';
import { numberOf, numberOver, REPORT_NUMBERS, type ReportNumber } from './report-items.ts';
import { correctionWord, itemWord } from './report-words.ts';

/**
 * 月次報告書 (DOC-14, CHI-9.1): the first page is what a section chief reads in a minute, ten items with month, total
 * and plan; behind it the months side by side, and every tabulation.
 */
export function monthReport({ report, earlier, digest, on }: MonthReportTold): Paper {
  const months = [...earlier, report];
  return {
    template: 'month-report-1',
    title: '見守り訪問業務 月次報告書',
    date: on,
    ...toWard(chiyodaOffice, [
      ['対象月', `${written.month(report.month)}分(${report.month.slice(0, 4)}年)　第${report.edition}版`],
    ]),
    blocks: [
      tenItems(report, months),
      ...remarks(report, months),
      ...charts(months),
      { kind: 'new-page' },
      ...monthByMonth(months),
      { kind: 'heading', text: '過去の月の訂正' },
      ...corrections(report.corrections),
      ...details(report.items),
    ],
    edition: `第${report.edition}版`,
    proof: `照合値 ${digest.slice(0, 16)}`,
  };
}

/** 補足報告書: what became known after the last month was closed (AMB-22, AMB-39): differences only. */
export function reportSupplement(told: {
  readonly supplement: ReportSupplement;
  readonly digest: string;
}): Paper {
  const { supplement, digest } = told;
  return {
    template: 'report-supplement-1',
    title: '見守り訪問業務 月次報告書(補足)',
    date: supplement.on,
    ...toWard(chiyodaOffice, [
      ['対象月', `${written.month(supplement.month)}分　補足 第${supplement.supplement}号`],
    ]),
    blocks:
      supplement.corrections.length === 0
        ? [
            {
              kind: 'text',
              text: '締切り後に、報告した数の訂正はありません。請求する実績のみ生じたため、本書により報告します。',
            },
          ]
        : [
            { kind: 'text', text: '締切り後に判明した差異を、下記のとおり報告します。' },
            ...corrections(supplement.corrections),
          ],
    edition: `第${supplement.edition}版`,
    proof: `照合値 ${digest.slice(0, 16)}`,
  };
}

function tenItems(report: MonthReport, months: readonly MonthReport[]): Block {
  return {
    kind: 'table',
    name: '報告10項目(単位: 件)',
    dense: true,
    columns: [
      { head: '項目', width: 11, align: 'center' },
      { head: '内容', width: 'rest' },
      { head: '今月', width: 22, align: 'right' },
      { head: '累計', width: 22, align: 'right' },
      { head: '年間計画', width: 22, align: 'right' },
      { head: '進捗', width: 18, align: 'right' },
    ],
    rows: REPORT_NUMBERS.map((number, at): readonly Cell[] => {
      const total = numberOver(months, number);
      return [
        REPORT_NUMBERS[at - 1]?.item === number.item ? '' : number.item,
        labelOf(number),
        number.item === '⑩' && !report.items.survey.held
          ? '実施なし'
          : written.number(numberOf(report.items, number)),
        number.standing ? '―' : written.number(total),
        number.plan === undefined ? '―' : written.number(number.plan),
        number.plan === undefined ? '―' : written.percent(total, number.plan),
      ];
    }),
  };
}

/** What a reader of the first page must know before adding up its numbers (CHI-9.1-2, 9.1-3). */
function remarks({ unfinished }: MonthReport, months: readonly MonthReport[]): readonly Block[] {
  const corrected = months.flatMap((month) => month.corrections).length;
  const told = [
    ...(corrected === 0
      ? []
      : [`累計は、過去の月の訂正(これまでに${written.number(corrected)}件)を含みます。`]),
    ...(unfinished === 0
      ? []
      : [
          `結果が未入力の訪問予定が${written.number(unfinished)}件あります。結果は補足報告または翌月の報告で訂正としてお知らせします。`,
        ]),
  ];
  return told.length === 0 ? [] : [{ kind: 'text', small: true, text: told.join('') }];
}

/** Small pictures for the first page: the plan of the year, and talks by month. */
export function charts(months: readonly MonthReport[]): readonly Block[] {
  const planned = REPORT_NUMBERS.flatMap((number) =>
    number.plan === undefined
      ? []
      : [{ label: number.short ?? number.label, value: numberOver(months, number), plan: number.plan }],
  );
  return [
    {
      kind: 'beside',
      left: [{ kind: 'bars', name: '年間計画に対する累計', unit: '薄い帯が計画、件', rows: planned }],
      right: [
        {
          kind: 'bars',
          name: '訪問と面談',
          unit: '月別、件',
          rows: months.map(({ month, items }) => ({
            label: `${Number(month.slice(5))}月`,
            value: items.visits.completed + items.visits.remote.online + items.visits.remote.phone,
          })),
        },
      ],
    },
  ];
}

/** Every number, month beside month, as each was reported; corrections and their sum in columns of their own. */
export function monthByMonth(months: readonly MonthReport[]): readonly Block[] {
  return [
    { kind: 'heading', text: '月別の推移(単位: 件)' },
    {
      kind: 'table',
      name: '',
      dense: true,
      columns: [
        { head: '項目', width: 'rest' },
        ...months.map(({ month }) => ({
          head: `${Number(month.slice(5))}月`,
          width: 9,
          align: 'right' as const,
        })),
        { head: '訂正', width: 10, align: 'right' },
        { head: '計', width: 11, align: 'right' },
      ],
      rows: REPORT_NUMBERS.map((number): readonly Cell[] => {
        const said = months.map(({ items }) => numberOf(items, number));
        const total = numberOver(months, number);
        const sum = said.reduce((all, one) => all + one, 0);
        return [
          `${number.item} ${labelOf(number)}`,
          ...said.map(written.number),
          number.standing ? '―' : written.number(total - sum),
          number.standing ? '―' : written.number(total),
        ];
      }),
    },
  ];
}

function corrections(told: readonly Correction[]): readonly Block[] {
  if (told.length === 0) return [{ kind: 'text', text: '訂正はありません。' }];
  return [
    {
      kind: 'table',
      name: '',
      dense: true,
      columns: [
        { head: '対象月', width: 24 },
        { head: '項目', width: 'rest' },
        { head: '報告した数', width: 18, align: 'right' },
        { head: '訂正後の数', width: 18, align: 'right' },
        { head: '差', width: 12, align: 'right' },
        { head: '理由', width: 40 },
      ],
      rows: told.map(({ month, item, from, to, reason }): readonly Cell[] => [
        written.month(month),
        itemWord(item),
        written.number(from),
        written.number(to),
        written.number(to - from),
        correctionWord(reason),
      ]),
    },
  ];
}

function labelOf({ label, part }: ReportNumber): string {
  return part ? `　${label}` : label;
}
