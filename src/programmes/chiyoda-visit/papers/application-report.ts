import type { CivilDate } from '../../../domain/basics/civil-date.ts';
import type { MonthReport } from '../../../domain/reports/report.ts';
import type { Cell, Paper } from '../../paper.ts';
import { written } from '../../papers/numbers.ts';
import { toWard } from '../../papers/office.ts';
import { chiyodaOffice } from './office.ts';

const RECEIVED = ['web', 'phone', 'other'].map((way) => `applications.received.${way}`);

/** Columns that are added up over the months, with what corrections call their numbers. */
const COLUMNS: readonly { readonly head: string; readonly paths: readonly string[] }[] = [
  { head: 'ウェブ', paths: ['applications.received.web'] },
  { head: '電話', paths: ['applications.received.phone'] },
  { head: 'その他', paths: ['applications.received.other'] },
  { head: '受付計', paths: RECEIVED },
  { head: '確定', paths: ['applications.confirmed'] },
  { head: '不受理', paths: ['applications.refused'] },
  { head: '取消し', paths: ['applications.cancelled'] },
  { head: '辞退', paths: ['applications.withdrawn'] },
];

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
  const corrected = COLUMNS.map(({ paths }) => correctedBy(told.months, paths));
  const sums = COLUMNS.map((_, at) =>
    rows.reduce((sum, row) => sum + (row.counts[at] ?? 0), corrected[at] ?? 0),
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
          ...[...COLUMNS.map(({ head }) => head), '手続中(月末)'].map((head) => ({
            head,
            width: 25,
            align: 'right' as const,
          })),
        ],
        rows: rows.map(({ month, counts, pending }): readonly Cell[] => [
          written.month(month),
          ...counts.map(written.number),
          written.number(pending),
        ]),
        totals: [
          ['過去の月の訂正', ...corrected.map(written.number), '―'],
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

function correctedBy(months: readonly MonthReport[], paths: readonly string[]): number {
  const all = months.flatMap(({ corrections }) => corrections).filter(({ item }) => paths.includes(item));
  return all.reduce((sum, { from, to }) => sum + to - from, 0);
}
