import type { CivilDate } from '../../../domain/basics/civil-date.ts';
import type { MonthReport } from '../../../domain/reports/report.ts';
import type { Cell, Paper } from '../../paper.ts';
import { written } from '../../papers/numbers.ts';
import { toWard } from '../../papers/office.ts';
import { chiyodaOffice } from './office.ts';

/** 申込状況報告書 (DOC-13, CHI-8.2-4): month by month what came in by which way, and what became of it. */
export function applicationReport(told: {
  readonly months: readonly MonthReport[];
  readonly digest: string;
  readonly on: CivilDate;
}): Paper {
  const last = told.months.at(-1);
  const rows = told.months.map(({ month, items: { applications } }) => {
    const { web, phone, other } = applications.received;
    const { confirmed, pending, refused, cancelled, withdrawn } = applications;
    return {
      month,
      counts: [web, phone, other, web + phone + other, confirmed, refused, cancelled, withdrawn],
      pending,
    };
  });
  const sums = (rows[0]?.counts ?? []).map((_, at) =>
    rows.reduce((sum, row) => sum + (row.counts[at] ?? 0), 0),
  );
  return {
    template: 'application-report-1',
    title: '申込状況報告書',
    date: told.on,
    wide: true,
    ...toWard(chiyodaOffice, last ? [['対象月', `${written.month(last.month)}分まで`]] : []),
    blocks: [
      {
        kind: 'table',
        name: '単位: 件。受け付けた日、確定した日などの属する月に計上しています。',
        columns: [
          { head: '月', width: 'rest' },
          ...['ウェブ', '電話', 'その他', '受付計', '確定', '不受理', '取消し', '辞退', '手続中(月末)'].map(
            (head) => ({ head, width: 25, align: 'right' as const }),
          ),
        ],
        rows: rows.map(({ month, counts, pending }): readonly Cell[] => [
          written.month(month),
          ...counts.map(written.number),
          written.number(pending),
        ]),
        totals: [
          [
            { text: '計', strong: true },
            ...sums.map((sum) => ({ text: written.number(sum), strong: true as const })),
            { text: '―', strong: true },
          ],
        ],
      },
    ],
    ...(last ? { edition: `第${last.edition}版` } : {}),
    proof: `照合値 ${told.digest.slice(0, 16)}`,
  };
}
