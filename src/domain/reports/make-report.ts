import type { CivilDate } from '../basics/civil-date.ts';
import { sha256 } from '../basics/sha256.ts';
import { addMonths, monthContaining, type YearMonth } from '../basics/year-month.ts';
import type { LineProof } from '../facts/closing.ts';
import type { Rules } from '../rules.ts';
import { RECORDED_LATE, type Counted } from './count-facts.ts';
import { PENDING } from './counts-of-fact.ts';
import { latestSurveySources } from './latest-survey.ts';
import { makeItems } from './make-items.ts';
import { isSupplement, type ReportPeriod } from './report-period.ts';
import type { Correction, MonthReport, ReportSources, ReportSupplement, Source } from './report.ts';

/** What a report is made of besides the count: the tabulated answers of this closing, the proofs of its lines, its day. */
export type Frozen = {
  readonly tabulated: Readonly<Record<string, number>>;
  readonly lines: readonly LineProof[];
  readonly linesDigest: string;
  readonly on: CivilDate;
};

export type MadeReport = {
  readonly report: MonthReport | ReportSupplement;
  /** The bytes that are frozen: their SHA-256 is `digest`. */
  readonly json: string;
  readonly digest: string;
  readonly sources: ReportSources;
};

/**
 * The report of one closing, out of what the journal said up to it and what the closings froze: the same bytes whenever
 * it is made (CHI-9.1-2).
 */
export function makeReport(
  period: ReportPeriod,
  counted: Counted,
  frozen: Frozen,
  programme: string,
  rules: Rules,
): MadeReport {
  const { month, edition } = period;
  const supplement = isSupplement(month, edition, rules);
  const counts = allMonths(period, counted, frozen.tabulated, supplement);
  const corrections = correctionsOf(counts, supplement ? undefined : month);
  const lines = { count: frozen.lines.length, digest: frozen.linesDigest };
  const head = { month, edition, programme };
  const numbers = counts.own;
  numbers.set(PENDING, balance(counts, month));
  const unfinished = counted.open.filter(({ date }) => monthContaining(date) === month);
  const report: MonthReport | ReportSupplement = supplement
    ? { month, edition, supplement: edition - 1, on: frozen.on, programme, corrections, lines }
    : {
        ...head,
        items: makeItems(numbers, counted.surveys, { from: month, to: month }, rules),
        corrections,
        unfinished: unfinished.length,
        lines,
      };
  const json = reportText(report);
  return {
    report,
    json,
    digest: sha256(json),
    sources: {
      ...sourcesOf(counted, supplement ? undefined : month),
      ...(supplement
        ? {}
        : {
            ...latestSurveySources(counted.surveys, month),
            [PENDING]: counted.waiting,
            unfinished: unfinished.map(({ booking: of, fact, place }) => ({ fact, place, of, by: 1 })),
          }),
    },
  };
}

/** The bytes of a report as it is frozen and written to a file. */
export function reportText(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** One number of one earlier month: as reported last, and what has come. */
type Change = { before: number; late: number; readonly reasons: Set<string> };
type Counts = {
  readonly own: Map<string, number>;
  readonly months: ReadonlyMap<YearMonth, ReadonlyMap<string, Change>>;
};

/** Joins what the journal gives with what was tabulated of answers, now and with the closings before. */
function allMonths(
  { month, earlier }: ReportPeriod,
  counted: Counted,
  tabulated: Frozen['tabulated'],
  supplement: boolean,
): Counts {
  const own = new Map(counted.own);
  const months = new Map<YearMonth, Map<string, Change>>();
  const changeOf = (of: YearMonth, path: string): Change => {
    const paths = months.get(of) ?? new Map<string, Change>();
    months.set(of, paths);
    const change = paths.get(path) ?? { before: 0, late: 0, reasons: new Set<string>() };
    paths.set(path, change);
    return change;
  };
  for (const [of, paths] of counted.months) {
    for (const [path, { before, late, reasons }] of paths) {
      const change = changeOf(of, path);
      change.before += before;
      change.late += late;
      for (const reason of reasons) change.reasons.add(reason);
    }
  }
  const join = (frozen: Frozen['tabulated'], isReported: boolean) => {
    for (const [key, number] of Object.entries(frozen)) {
      const of = key.slice(0, 7) as YearMonth;
      const path = key.slice(8);
      if (of === month && !supplement) own.set(path, (own.get(path) ?? 0) + number);
      else if (isReported) changeOf(of, path).before += number;
      else changeOf(of, path).late += number;
    }
  };
  for (const closing of earlier) join(closing.tabulated, supplement || closing.month !== month);
  join(tabulated, false);
  return { own, months };
}

/** Differences against what the ward was told, month by month; equal numbers are no difference. */
function correctionsOf({ months }: Counts, until: YearMonth | undefined): readonly Correction[] {
  const corrections: Correction[] = [];
  const waiting: Change = { before: 0, late: 0, reasons: new Set() };
  for (const month of withoutGaps([...months.keys()])) {
    if (until !== undefined && month >= until) break;
    const paths = months.get(month);
    const step = paths?.get(PENDING);
    waiting.before += step?.before ?? 0;
    waiting.late += step?.late ?? 0;
    for (const reason of step?.reasons ?? []) waiting.reasons.add(reason);
    const changes = new Map(paths).set(PENDING, waiting);
    // Answers have no reason of their own: the facts that brought them have.
    const ofMonth = new Set([...(paths?.values() ?? [])].flatMap(({ reasons }) => [...reasons]));
    for (const item of [...changes.keys()].toSorted()) {
      const { before, late, reasons } = changes.get(item) ?? waiting;
      if (late === 0) continue;
      const reason = [...(reasons.size > 0 ? reasons : ofMonth)].toSorted().join(' ') || RECORDED_LATE;
      corrections.push({ month, item, from: before, to: before + late, reason });
    }
  }
  return corrections;
}

/** Every month from the first to the last: a balance changes in months in which nothing happened, too. */
function withoutGaps(months: readonly YearMonth[]): readonly YearMonth[] {
  const sorted = months.toSorted();
  const all: YearMonth[] = [];
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return all;
  for (let month = first; month <= last; month = addMonths(month, 1)) all.push(month);
  return all;
}

/** Applications waiting at the end of a month: all that came in until then less all that were settled. */
function balance({ own, months }: Counts, month: YearMonth): number {
  let sum = own.get(PENDING) ?? 0;
  for (const [of, paths] of months) {
    const change = of < month ? paths.get(PENDING) : undefined;
    sum += (change?.before ?? 0) + (change?.late ?? 0);
  }
  return sum;
}

function sourcesOf(counted: Counted, own: YearMonth | undefined): ReportSources {
  const sources: Record<string, readonly Source[]> = {};
  for (const path of [...counted.ownSources.keys()].toSorted()) {
    sources[path] = counted.ownSources.get(path) ?? [];
  }
  for (const month of [...counted.months.keys()].toSorted()) {
    const paths = counted.months.get(month) ?? new Map<string, never>();
    for (const path of [...paths.keys()].toSorted()) {
      const late = paths.get(path)?.sources ?? [];
      if (late.length > 0 && (own === undefined || month < own))
        sources[`corrections/${month}/${path}`] = late;
    }
  }
  return sources;
}
