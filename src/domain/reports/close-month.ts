import { addDays, type CivilDate } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { addMonths, firstDay, monthContaining, type YearMonth } from '../basics/year-month.ts';
import type { Context } from '../context.ts';
import type { Decision, Keep } from '../decision.ts';
import type { LineProof } from '../facts/closing.ts';
import type { Rules } from '../rules.ts';
import type { MonthState } from './month-state.ts';
import { isSupplement } from './report-period.ts';

/** What was counted while nobody could write anything: `gathered` by the gate, decided on here. */
export type CloseMonth = {
  readonly month: YearMonth;
  /** Of the contract's last month, after it was closed. */
  readonly supplement: boolean;
  readonly gathered?: GatheredMonth | undefined;
};

export type GatheredMonth = {
  readonly edition: number;
  /** The last place of the journal. */
  readonly upTo: number;
  readonly tabulated: Readonly<Record<string, number>>;
  readonly lines: readonly LineProof[];
  readonly linesDigest: string;
  /** Of the frozen JSON. */
  readonly digest: string;
  readonly corrections: number;
  /** It brings something to bill that no earlier closing had seen. */
  readonly newToBill: boolean;
  /** The pages with names, for the vault of each woman. */
  readonly keep: readonly Keep[];
};

export type CloseMonthRefusal =
  | RefusalOf<'month-outside-contract', { from: YearMonth; to: YearMonth }>
  | RefusalOf<'month-not-over', { from: string }>
  | RefusalOf<'month-before-open', { month: YearMonth }>
  | RefusalOf<'month-closed-already', { month: YearMonth }>
  | RefusalOf<'no-supplement-yet', { month: YearMonth }>
  | RefusalOf<'nothing-to-supplement'>
  | RefusalOf<'month-not-counted'>;

export type ClosingSeen = {
  readonly month: MonthState;
  readonly previous: MonthState;
  readonly next: MonthState;
};

/**
 * Closes a month (CHI-9.1-2): freezes its numbers by digest. A month is closed once, in order, after its end; the last
 * one on its own last day from the closing hour on (CHI-9.1-3, AMB-22), and after that by dated supplements (AMB-39).
 * A report that the ward returned is closed again as a new edition, as long as the next month is open.
 */
export function closeMonth(
  seen: ClosingSeen,
  { month, supplement, gathered }: CloseMonth,
  context: Context,
): Decision | CloseMonthRefusal {
  const refused = mayNotClose(seen, { month, supplement }, context);
  if (refused) return refused;
  const edition = seen.month.closings.length + 1;
  if (gathered?.edition !== edition) return { refused: 'month-not-counted' };
  if (supplement && gathered.corrections === 0 && !gathered.newToBill)
    return { refused: 'nothing-to-supplement' };
  const { upTo, tabulated, lines, linesDigest, digest, keep } = gathered;
  return {
    facts: [{ type: 'month.closed', month, edition, digest, upTo, tabulated, lines, linesDigest }],
    keep,
  };
}

/** Why the month cannot be closed now; asked before anything is counted. */
export function mayNotClose(
  { month: state, previous, next }: ClosingSeen,
  { month, supplement }: Pick<CloseMonth, 'month' | 'supplement'>,
  { now, rules }: Pick<Context, 'now' | 'rules'>,
): CloseMonthRefusal | undefined {
  const [from, to] = [monthContaining(rules.contract.from), monthContaining(rules.contract.to)];
  if (month < from || month > to) return { refused: 'month-outside-contract', from, to };
  const begins = closesFrom(month, rules);
  if (now < begins) return { refused: 'month-not-over', from: begins.slice(0, 16).replace('T', ' ') };
  if (month > from && previous.closings.length === 0) {
    return { refused: 'month-before-open', month: addMonths(month, -1) };
  }
  const last = state.closings.at(-1);
  if (supplement) {
    return last && isSupplement(month, last.edition + 1, rules)
      ? undefined
      : { refused: 'no-supplement-yet', month: to };
  }
  if (!last) return undefined;
  if (month === to) return { refused: 'month-closed-already', month };
  const returned = state.reports.some(
    (report) => report.edition === last.edition && report.status === 'returned',
  );
  return returned && next.closings.length === 0 ? undefined : { refused: 'month-closed-already', month };
}

/** From when on a month may be closed: after its last day, the contract's last month from the closing hour of that day. */
export function closesFrom(month: YearMonth, { contract, reports }: Rules): ReturnType<typeof instantAt> {
  const after: CivilDate = firstDay(addMonths(month, 1));
  return month === monthContaining(contract.to)
    ? instantAt(addDays(after, -1), reports.lastMonthClosesAt)
    : instantAt(after, '00:00');
}
