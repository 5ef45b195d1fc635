import type { CivilDate } from '../basics/civil-date.ts';
import type { BookingId, CaseId, FactId } from '../basics/ids.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { RecordedFact } from '../facts.ts';
import {
  answersOfFact,
  countsOfFact,
  isHerself,
  PENDING,
  type AnswerSet,
  type Count,
} from './counts-of-fact.ts';
import { knownFacts, type OpenBooking, type SurveySeen } from './known-facts.ts';
import { monthOfFact } from './month-of-fact.ts';
import type { Source } from './report.ts';

/** A closing that has counted already: everything of its month and before that stood in the journal up to `upTo`. */
export type Reach = {
  readonly month: YearMonth;
  readonly upTo: number;
  /** It has counted what came after its month too. */
  readonly supplement: boolean;
};

export type CountWish = {
  /** The month whose own numbers are wanted; without one, only what came after `reported`. */
  readonly own?: YearMonth;
  /** Closings whose numbers the ward holds: what they did not count is late. */
  readonly reported: readonly Reach[];
  /** Closings that have opened answers; what they did not is wanted now. */
  readonly opened: readonly Reach[];
  /** Facts that a `fact.corrected` names. */
  readonly corrected: ReadonlySet<FactId>;
  /** First month of the contract: what is older counts in it. */
  readonly first: YearMonth;
  /** The text of consent to sharing with the ward (CHI-8.3-9). */
  readonly consentText: string;
};

/** How a number of a month stood when it was reported, and what came since. */
export type Standing = {
  before: number;
  late: number;
  readonly reasons: Set<string>;
  readonly sources: Source[];
};

/** Answers that must be opened, for which month, and whether they are added or taken back. */
export type WantedAnswers = AnswerSet & { readonly month: YearMonth; readonly by: 1 | -1 };

/** One attempt at a visit as the results table lists it (CHI-9.1-2). */
export type Attempt = {
  readonly booking: BookingId;
  readonly date: CivilDate;
  readonly result: string;
  readonly from?: string;
  readonly to?: string;
  readonly mode?: string;
  readonly followUp?: boolean;
  /** The form filled in at the visit. */
  readonly checklist?: string;
  /** It may be shown as a page (AMB-12). */
  readonly page: boolean;
};

/** What a count has found. `own` and its sources are of the wished month; `months` holds every month before. */
export type Counted = {
  readonly own: ReadonlyMap<string, number>;
  readonly ownSources: ReadonlyMap<string, readonly Source[]>;
  readonly months: ReadonlyMap<YearMonth, ReadonlyMap<string, Readonly<Standing>>>;
  readonly wanted: readonly WantedAnswers[];
  /** Women with an attempt that this closing reports, in the order of their first. */
  readonly women: ReadonlyMap<CaseId, readonly Attempt[]>;
  /** Dates without a word on what came of them. */
  readonly open: readonly OpenBooking[];
  /** Applications that wait at the end of the time counted. */
  readonly waiting: readonly Source[];
  readonly surveys: readonly SurveySeen[];
};

export type Counting = {
  /** The next fact, in the order of the journal, and its place there. */
  readonly add: (place: number, fact: RecordedFact) => void;
  readonly result: () => Counted;
};

/**
 * The one count behind every report: a fold over recorded facts, one at a time, which holds numbers and the ids behind
 * them and never the facts. Each step of a number falls to the first closing whose month is not before its own and
 * which had it in reach; so nothing is missed by the closings together, and nothing is counted twice (CHI-9.1-2).
 */
export function countFacts(wish: CountWish): Counting {
  const { own, first, corrected } = wish;
  const reported = reachOf(wish.reported);
  const opened = reachOf(wish.opened);
  const ownCounts = new Map<string, number>();
  const ownSources = new Map<string, Source[]>();
  const months = new Map<YearMonth, Map<string, Standing>>();
  const wanted: WantedAnswers[] = [];
  const women = new Map<CaseId, Map<BookingId, Attempt>>();
  const known = knownFacts();
  const kept = new Map<FactId, RecordedFact>();
  const waiting = new Map<string, Source>();
  const pages = new Map<CaseId, { readonly month: YearMonth; readonly booking: BookingId; shown: boolean }>();

  const addCount = (place: number, month: YearMonth, fact: FactId, count: Count, reason: string) => {
    const { path, of, by } = count;
    const reach = place <= reported(month);
    if (path === PENDING && (own === undefined || month <= own)) {
      if (by > 0) waiting.set(of, { fact, place, of, by });
      else waiting.delete(of);
    }
    if (month === own && !reach) {
      ownCounts.set(path, (ownCounts.get(path) ?? 0) + by);
      entryOf(ownSources, path, () => []).push({ fact, place, of, by });
      return;
    }
    if (own !== undefined && month > own) return;
    const standing = entryOf(
      entryOf(months, month, () => new Map<string, Standing>()),
      path,
      () => ({ before: 0, late: 0, reasons: new Set<string>(), sources: [] }),
    );
    if (reach) {
      standing.before += by;
      return;
    }
    standing.late += by;
    standing.reasons.add(reason);
    standing.sources.push({ fact, place, of, by });
  };

  const addFact = (place: number, fact: RecordedFact, by: 1 | -1, source: FactId, reason: string) => {
    const month = later(monthOfFact(fact), first);
    for (const count of countsOfFact(fact, known.before)) {
      addCount(place, month, source, by === 1 ? count : { ...count, by: -count.by }, reason);
    }
    if (own === undefined || month <= own) {
      if (place > opened(month)) {
        for (const answers of answersOfFact(fact)) wanted.push({ ...answers, month, by });
      }
      if (place > reported(month)) addAttempt(fact);
    }
  };

  const addAttempt = (fact: RecordedFact) => {
    if (fact.type !== 'visit.completed' && fact.type !== 'visit.missed') return;
    entryOf(women, fact.case, () => new Map<BookingId, Attempt>()).set(fact.booking, attemptOf(fact));
  };

  const addConsent = (place: number, fact: Extract<RecordedFact, { type: 'consent.recorded' }>) => {
    const page = fact.text === wish.consentText ? pages.get(fact.case) : undefined;
    const shown = fact.answer === 'given';
    if (!page || page.shown === shown) return;
    page.shown = shown;
    const { month, booking } = page;
    const step = (path: string, by: number) =>
      addCount(place, month, fact.id, { path, of: booking, by }, `consent-${fact.answer}`);
    step('conditions.pages', shown ? 1 : -1);
    step('conditions.withheld', shown ? -1 : 1);
    const attempts = women.get(fact.case);
    const attempt = attempts?.get(booking);
    if (attempts && attempt) attempts.set(booking, { ...attempt, page: shown });
  };

  const add = (place: number, fact: RecordedFact) => {
    if (fact.type === 'fact.corrected') {
      const wrong = kept.get(fact.of);
      if (!wrong) return;
      const right = correctedFact(wrong, fact.field, fact.to);
      addFact(place, wrong, -1, fact.id, fact.reason);
      addFact(place, right, 1, fact.id, fact.reason);
      kept.set(fact.of, right);
      return;
    }
    addFact(place, fact, 1, fact.id, RECORDED_LATE);
    if (fact.type === 'consent.recorded') addConsent(place, fact);
    if (fact.type === 'visit.completed' && isHerself(fact)) {
      const month = later(monthOfFact(fact), first);
      pages.set(fact.case, { month, booking: fact.booking, shown: fact.consent !== 'refused' });
    }
    if (corrected.has(fact.id)) kept.set(fact.id, fact);
    known.add(place, fact);
  };

  return {
    add,
    result: () => ({
      own: ownCounts,
      ownSources,
      months,
      wanted,
      women: new Map([...women].map(([id, attempts]) => [id, [...attempts.values()]])),
      open: known.openBookings(),
      waiting: [...waiting.values()],
      surveys: known.surveys(),
    }),
  };
}

/** The reason of a correction that no fact gives: it was written down after its month was closed. */
export const RECORDED_LATE = 'recorded-late';

/** Up to which place a month's facts were counted by any of the closings. */
function reachOf(closings: readonly Reach[]): (month: YearMonth) => number {
  const known = new Map<YearMonth, number>();
  return (month) =>
    entryOf(known, month, () =>
      closings.reduce(
        (most, one) => (one.supplement || month <= one.month ? Math.max(most, one.upTo) : most),
        0,
      ),
    );
}

/** The fact as it should have been: `fact.corrected` names one field and gives its right value as text. */
function correctedFact(fact: RecordedFact, field: string, to: string): RecordedFact {
  const now = (fact as Readonly<Record<string, unknown>>)[field];
  const value = typeof now === 'boolean' ? to === 'true' : typeof now === 'number' ? Number(to) : to;
  return { ...fact, [field]: value };
}

function attemptOf(fact: Extract<RecordedFact, { type: 'visit.completed' | 'visit.missed' }>): Attempt {
  const { booking, date } = fact;
  if (fact.type === 'visit.missed') return { booking, date, result: fact.reason, page: false };
  const { from, to, mode, followUp, checklist } = fact;
  const herself = isHerself(fact);
  const page = herself && fact.consent !== 'refused';
  return {
    booking,
    date,
    result: herself ? 'completed' : fact.met,
    from,
    to,
    mode,
    followUp,
    checklist,
    page,
  };
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function later(month: YearMonth, first: YearMonth): YearMonth {
  return month < first ? first : month;
}
