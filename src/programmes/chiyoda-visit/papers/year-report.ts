import { fiscalYearLabel } from '../../../domain/calendar/fiscal-year.ts';
import type { Cell, Paper } from '../../paper.ts';
import type { YearReportTold } from '../../programme-papers.ts';
import { written } from '../../papers/numbers.ts';
import { toWard } from '../../papers/office.ts';
import { charts, monthByMonth } from './month-report.ts';
import { details } from './report-details.ts';
import { chiyodaOffice } from './office.ts';
import { numberOf, REPORT_NUMBERS } from './report-items.ts';

/** 年次報告書 (DOC-15, CHI-9.2): the ten items of the year against the plan, the months beside each other, tabulations. */
export function yearReport({ report, months, digest, on }: YearReportTold): Paper {
  return {
    template: 'year-report-1',
    title: '見守り訪問業務 年次報告書',
    date: on,
    ...toWard(chiyodaOffice, [
      ['対象年度', `${fiscalYearLabel(report.year)}(${report.year}年度)　第${report.edition}版`],
    ]),
    blocks: [
      {
        kind: 'table',
        name: '報告10項目(単位: 件)',
        dense: true,
        columns: [
          { head: '項目', width: 11, align: 'center' },
          { head: '内容', width: 'rest' },
          { head: '年度計', width: 26, align: 'right' },
          { head: '年間計画', width: 26, align: 'right' },
          { head: '進捗', width: 20, align: 'right' },
        ],
        rows: REPORT_NUMBERS.map((number, at): readonly Cell[] => {
          const total = numberOf(report.items, number);
          return [
            REPORT_NUMBERS[at - 1]?.item === number.item ? '' : number.item,
            number.part ? `　${number.label}` : number.label,
            written.number(total),
            number.plan === undefined ? '―' : written.number(number.plan),
            number.plan === undefined ? '―' : written.percent(total, number.plan),
          ];
        }),
      },
      ...charts(months),
      { kind: 'new-page' },
      ...monthByMonth(months),
      ...details(report.items),
      { kind: 'heading', text: 'もとにした月次報告' },
      {
        kind: 'table',
        name: '',
        dense: true,
        columns: [
          { head: '対象月', width: 40 },
          { head: '版', width: 20, align: 'center' },
          { head: '照合値(先頭16桁)', width: 'rest' },
          { head: '備考', width: 50 },
        ],
        rows: report.months.map(({ month, edition, digest }, at): readonly Cell[] => [
          written.month(month),
          `第${edition}版`,
          digest.slice(0, 16),
          noteOn(report.months, at, month === months.at(-1)?.month),
        ]),
      },
    ],
    edition: `第${report.edition}版`,
    proof: `照合値 ${digest.slice(0, 16)}`,
  };
}

/** Of several editions of a month the last one counts; those of the contract's last month are supplements (AMB-22). */
function noteOn(made: YearReportTold['report']['months'], at: number, last: boolean): string {
  const { month, edition } = made[at] ?? {};
  if (last) return edition === 1 ? '' : `補足 第${Number(edition) - 1}号`;
  const next = made[at + 1];
  return next?.month === month ? `第${next?.edition ?? ''}版に差替え` : '';
}
