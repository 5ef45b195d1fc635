import type { YearMonth } from '../basics/year-month.ts';
import type { Claimed } from './billing-period.ts';

/** What inspected reports say about talks: the month's own numbers by item, and each correction of an earlier month. */
export type ReportedTalks = {
  readonly month: YearMonth;
  readonly own: ReadonlyMap<string, number>;
  readonly corrections: readonly {
    readonly month: YearMonth;
    readonly item: string;
    /** By how much the number has changed. */
    readonly by: number;
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
    for (const { item, counts } of TALK_ITEMS) {
      const invoice = lines.filter(counts).reduce((sum, one) => sum + one.quantity, 0);
      const reported = adjusts
        ? report.corrections
            .filter((one) => one.month === adjusts && one.item === item)
            .reduce((sum, { by }) => sum + by, 0)
        : (report.own.get(item) ?? 0);
      if (reported !== invoice) return { month: adjusts ?? report.month, item, report: reported, invoice };
    }
  }
  return undefined;
}

/** The numbers of the report that are paid for, by path below `items`, and the lines that make up each. */
export const TALK_ITEMS: readonly { readonly item: string; readonly counts: (one: Claimed) => boolean }[] = [
  { item: 'visits.completed', counts: ({ code }) => code === 'visit' || code === 'visit-follow-up' },
  { item: 'visits.followUp.visit', counts: ({ code }) => code === 'visit-follow-up' },
  { item: 'visits.remote.online', counts: ({ code, mode }) => isRemote(code) && mode === 'online' },
  { item: 'visits.remote.phone', counts: ({ code, mode }) => isRemote(code) && mode === 'phone' },
  { item: 'visits.followUp.remote', counts: ({ code }) => code === 'remote-follow-up' },
];

function isRemote(code: string): boolean {
  return code === 'remote' || code === 'remote-follow-up';
}
