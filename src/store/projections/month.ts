import { projection } from '../projection.ts';

/** One row a closing of a month or an annual report, with where its report has come to. */
export const monthProjection = projection({
  name: 'month',
  of: 'month',
  columns: {
    key: 'text',
    period: 'text',
    edition: 'int',
    closed_at: 'text',
    up_to: 'int',
    digest: 'text',
    lines: 'int',
    report: 'text',
    report_on: 'text',
  },
  rows: ({ closings, reports }, period) => {
    const editions = [...new Set([...closings, ...reports].map(({ edition }) => edition))].toSorted(
      (a, b) => a - b,
    );
    return editions.map((edition) => {
      const closing = closings.find((one) => one.edition === edition);
      const report = reports.find((one) => one.edition === edition);
      return {
        key: `${period}/${edition}`,
        period,
        edition,
        closed_at: closing?.at ?? null,
        up_to: closing?.upTo ?? null,
        digest: closing?.digest ?? report?.digest ?? null,
        lines: closing?.lines.length ?? 0,
        report: report?.status ?? null,
        report_on: report?.on ?? null,
      };
    });
  },
});
