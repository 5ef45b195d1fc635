import type { Closing, MonthState } from '../reports/month-state.ts';

/**
 * The oldest closing of a month whose report the ward has accepted and that no invoice counts yet: what can be billed
 * now. A closing whose report was returned is never billed; the one that took its place is.
 */
export function inspectedClosing(month: MonthState): Closing | undefined {
  const billed = Math.max(-1, ...month.invoices.map(({ upTo }) => upTo));
  return month.closings
    .filter(({ edition, upTo }) => upTo > billed && isAccepted(month, edition))
    .toSorted((a, b) => a.upTo - b.upTo)[0];
}

export function isAccepted({ reports }: MonthState, edition: number): boolean {
  return reports.some((report) => report.edition === edition && report.status === 'accepted');
}
