import { date } from '../../src/domain/basics/civil-date.ts';
import type { IdKind, Ids } from '../../src/domain/basics/ids.ts';
import { dayOfInstant, instantAt } from '../../src/domain/basics/instant.ts';
import { isRefusal } from '../../src/domain/basics/refusal.ts';
import { evolveCase, noCase, type CaseState } from '../../src/domain/case.ts';
import type { Context } from '../../src/domain/context.ts';
import type { Decision } from '../../src/domain/decision.ts';
import type { Actor, Recorded } from '../../src/domain/facts/fact.ts';
import type { CaseFact, PregnancyOpening } from '../../src/domain/facts/case.ts';
import type { Fact, RecordedFact } from '../../src/domain/facts.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';

/** The woman of most tests: due on 2026-08-20, month 8 from 28 May to 24 June 2026. */
export const CASE = 'case_hanako';

/** A fact that happened on a day (10:00), as the journal would give it back. */
export function on<F extends Fact>(day: string, fact: F, actor: Actor = 'account_clerk'): Recorded<F> {
  const at = instantAt(date(day), '10:00');
  count += 1;
  return { id: `fact_${count}`, v: 1, at, recordedAt: at, actor, ...fact };
}
let count = 0;

/** `case.opened` with the usual values; say only what differs. */
export function opened(
  day = '2026-04-20',
  changes: Partial<PregnancyOpening> = {},
): Recorded<Extract<CaseFact, { type: 'case.opened' }>> {
  return on(day, {
    type: 'case.opened',
    case: CASE,
    contractYear: 2026,
    list: 'list_april',
    due: date('2026-08-20'),
    followUp: false,
    origin: 'list',
    mailWay: 'registered',
    protected: false,
    ...changes,
  });
}

/** The case after these facts. */
export function given(...facts: readonly RecordedFact[]): { readonly case: CaseState } {
  return { case: facts.reduce(evolveCase, noCase) };
}

/** What a decision is told beside the state, on a day at 10:00 unless a time is given. Ids count up from 1. */
export function today(day: string, changes: Partial<Context> & { readonly time?: string } = {}): Context {
  const { time = '10:00', ...rest } = changes;
  const now = instantAt(date(day), time);
  return {
    now,
    today: dayOfInstant(now),
    actor: 'account_clerk',
    ids: countingIds(),
    rules: chiyodaVisit.rules,
    known: {},
    ...rest,
  };
}

export function countingIds(): Ids {
  const last = new Map<IdKind, number>();
  return {
    fresh: (kind) => {
      const next = (last.get(kind) ?? 0) + 1;
      last.set(kind, next);
      return `${kind}_${next}`;
    },
  };
}

/** The facts of a yes; a refusal makes the test fail with its code. */
export function factsOf(outcome: Decision | { readonly refused: string }): Decision['facts'] {
  if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.refused}`);
  return outcome.facts;
}

/** The code of a no; `decided` when it was a yes. */
export function refusalOf(outcome: Decision | { readonly refused: string }): string {
  return isRefusal(outcome) ? outcome.refused : 'decided';
}
