import type { CivilDate } from '../basics/civil-date.ts';
import type { Rules } from '../rules.ts';

/** Where the reports of a month or year have come to: every edition, oldest first. */
export type ReportedPeriod = {
  /** `2026-05`, or `2026` for the year. */
  readonly period: string;
  readonly edition: number;
  readonly report: 'issued' | 'returned' | 'accepted' | null;
};

/**
 * Dated duties of the programme that facts have fulfilled, by key: a month's report that lies with the ward (CHI-9.1-2,
 * 9.1-3), the annual one (CHI-9.2-1), a survey that was opened in the contract year (CHI-8.17-1). A report the ward has
 * returned, or closed anew and not yet handed in, is due again.
 */
export function dutiesDone(
  periods: readonly ReportedPeriod[],
  surveysOpened: readonly CivilDate[],
  { contract }: Pick<Rules, 'contract'>,
): ReadonlySet<string> {
  const last = new Map<string, ReportedPeriod>();
  for (const one of periods) {
    const known = last.get(one.period);
    if (!known || known.edition < one.edition) last.set(one.period, one);
  }
  const done = new Set<string>();
  for (const { period, report } of last.values()) {
    if (report !== 'issued' && report !== 'accepted') continue;
    done.add(period.length === 4 ? 'programme/annual-report' : `programme/close-month/${period}`);
  }
  if (surveysOpened.some((day) => day >= contract.from && day <= contract.to)) {
    done.add('programme/hold-survey');
  }
  return done;
}
