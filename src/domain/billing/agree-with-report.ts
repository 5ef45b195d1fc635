import type { YearMonth } from '../basics/year-month.ts';
import type { ReportItems } from '../reports/report.ts';
import type { Claimed } from './billing-period.ts';

/** What an inspected report says about talks. A supplement has no items of its own, only corrections. */
export type ReportedTalks = {
  readonly month: YearMonth;
  readonly visits?: Pick<ReportItems['visits'], 'completed' | 'remote' | 'followUp'>;
  readonly corrections: readonly {
    readonly month: YearMonth;
    readonly item: string;
    readonly from: number;
    readonly to: number;
  }[];
};

/** A number that the two ways do not agree on. */
export type Difference = {
  readonly month: YearMonth;
  readonly item: string;
  readonly report: number;
  readonly invoice: number;
};

/**
 * Holds the quantities to be billed against the report that the ward accepted: talks at home, by video and by
 * telephone, and how many of each were of women needing follow-up; the month's own and each correction of an earlier
 * one. The first number that differs, or `undefined` when all agree (CHI-10-1).
 */
export function differenceFromReport(
  claimed: readonly Claimed[],
  report: ReportedTalks,
): Difference | undefined {
  const late = [
    ...claimed.flatMap((one) => one.adjusts ?? []),
    ...report.corrections.map(({ month }) => month),
  ];
  const months = [undefined, ...[...new Set(late)].toSorted()];
  for (const adjusts of months) {
    const lines = claimed.filter((one) => one.adjusts === adjusts);
    for (const { item, reported, counts } of ITEMS) {
      const invoice = lines.filter(counts).reduce((sum, one) => sum + one.quantity, 0);
      const said = adjusts
        ? report.corrections
            .filter((one) => one.month === adjusts && one.item === item)
            .reduce((sum, { from, to }) => sum + to - from, 0)
        : report.visits && reported(report.visits);
      if ((said ?? 0) !== invoice) {
        return { month: adjusts ?? report.month, item, report: said ?? 0, invoice };
      }
    }
  }
  return undefined;
}

type Talks = NonNullable<ReportedTalks['visits']>;

const ITEMS: readonly {
  readonly item: string;
  readonly reported: (visits: Talks) => number;
  readonly counts: (one: Claimed) => boolean;
}[] = [
  {
    item: 'visits.completed',
    reported: (visits) => visits.completed,
    counts: ({ code }) => code === 'visit' || code === 'visit-follow-up',
  },
  {
    item: 'visits.followUp.visit',
    reported: (visits) => visits.followUp.visit,
    counts: ({ code }) => code === 'visit-follow-up',
  },
  {
    item: 'visits.remote.online',
    reported: (visits) => visits.remote.online,
    counts: ({ code, mode }) => isRemote(code) && mode === 'online',
  },
  {
    item: 'visits.remote.phone',
    reported: (visits) => visits.remote.phone,
    counts: ({ code, mode }) => isRemote(code) && mode === 'phone',
  },
  {
    item: 'visits.followUp.remote',
    reported: (visits) => visits.followUp.remote,
    counts: ({ code }) => code === 'remote-follow-up',
  },
];

function isRemote(code: string): boolean {
  return code === 'remote' || code === 'remote-follow-up';
}
