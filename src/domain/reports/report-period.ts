import { monthContaining, type YearMonth } from '../basics/year-month.ts';
import type { Rules } from '../rules.ts';
import type { CountWish, Reach } from './count-facts.ts';
import type { Closing } from './month-state.ts';

/** A closing that is being made, or made again: its month and edition, and all closings that were before it. */
export type ReportPeriod = {
  readonly month: YearMonth;
  readonly edition: number;
  /** In the order in which they were made. */
  readonly earlier: readonly Closing[];
};

/** The contract's last month: its later editions are supplements, differences only (AMB-22, AMB-39). */
export function isSupplement(
  month: YearMonth,
  edition: number,
  { contract }: Pick<Rules, 'contract'>,
): boolean {
  return edition > 1 && month === monthContaining(contract.to);
}

/**
 * What a closing has to count. An edition that replaces one the ward returned tells its month anew and leaves no
 * difference to the edition before; a supplement tells only what the last month's closings before it had not counted.
 */
export function wishOf(
  { month, edition, earlier }: ReportPeriod,
  rules: Rules,
): Omit<CountWish, 'corrected'> {
  const supplement = isSupplement(month, edition, rules);
  const reach = (closing: Closing): Reach => ({
    month: closing.month,
    upTo: closing.upTo,
    supplement: isSupplement(closing.month, closing.edition, rules),
  });
  return {
    ...(supplement ? {} : { own: month }),
    reported: earlier.filter((closing) => supplement || closing.month !== month).map(reach),
    opened: earlier.map(reach),
    first: monthContaining(rules.contract.from),
    consentText: rules.forms.consent.text,
  };
}
