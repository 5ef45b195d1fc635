import type { CivilDate } from '../basics/civil-date.ts';

/** The conditions of CHI-4, CHI-8.3-5 and CHI-8.5, each judged and shown by itself. */
export type ConditionCode =
  | 'opened'
  | 'residence'
  | 'month-8-window'
  | 'pregnant'
  | 'visit-period'
  | 'notice-arrived'
  | 'not-yet-visited'
  | 'recall-group';

/** Why a condition has its result. A sentence for each stands in `programmes/words/eligibility.ts`. */
export type ConditionWhy =
  | 'opened'
  | 'not-opened'
  | 'designated-by-ward'
  | 'carried-over'
  | 'listed-by-ward'
  | 'reference-day-after-list'
  | 'no-date-told'
  | 'settled-by-then'
  | 'settled-later'
  | 'moved-out'
  | 'lives-in-ward'
  | 'inside-window'
  | 'outside-window'
  | 'as-told'
  | 'past-due-date'
  | 'born'
  | 'born-but-cohort'
  | 'born-early'
  | 'born-early-ask-ward'
  | 'stopped'
  | 'inside-period'
  | 'before-first-day'
  | 'after-contract'
  | 'not-early'
  | 'arrived'
  | 'not-arrived'
  | 'not-visited'
  | 'visited'
  | 'booked'
  | 'not-sent'
  | 'returned'
  | 'not-applied'
  | 'not-booked';

/**
 * One condition with its result (CHI-4-1: every condition is kept, with the date it was judged for). `unknown` is
 * never taken as yes or no: a person asks. `waived`: the ward or a clause lets her pass without it.
 */
export type Condition = {
  readonly code: ConditionCode;
  /** Requirement in `docs/requirements.md`. */
  readonly clause: string;
  readonly result: 'met' | 'unmet' | 'unknown' | 'waived';
  /** The day it was judged for. */
  readonly on: CivilDate;
  readonly why: ConditionWhy;
};

/** A label that lists and refusals show. `notice-only-next-contract`: she is visited under the next contract (CHI-4.1-3). */
export type TargetLabel = 'notice-only-next-contract' | 'designated-by-ward' | 'carried-over';

/** Whether she is a target: all conditions met or waived (次の要件をすべて満たす者), and each of them by itself. */
export type Target = {
  readonly eligible: boolean;
  readonly conditions: readonly Condition[];
  readonly label?: TargetLabel;
};

export function target(conditions: readonly Condition[], label?: TargetLabel): Target {
  const eligible = conditions.every(({ result }) => result === 'met' || result === 'waived');
  return { eligible, conditions, ...(label ? { label } : {}) };
}

/** Makes the conditions of one clause and day; `judged` is result and reason. */
export function condition(
  code: ConditionCode,
  clause: string,
  on: CivilDate,
  [result, why]: Judged,
): Condition {
  return { code, clause, result, on, why };
}

export type Judged = readonly [Condition['result'], ConditionWhy];
