import type { RecordedFact } from '../../src/domain/facts.ts';
import type { Correction, MonthReport } from '../../src/domain/reports/report.ts';

/** What the ward holds of a closing: a month's report, or in March a supplement, which has differences only. */
export type Handed = Pick<MonthReport, 'month' | 'edition' | 'corrections'> &
  Partial<Pick<MonthReport, 'items'>>;

/** A number of the report, and the facts it counts, each told here once more and from the clauses (CHI-9.1-4 to 9.1-12). */
const COUNTED: Readonly<Record<string, (fact: RecordedFact) => boolean>> = {
  'sent.notice': (fact) => fact.type === 'piece.posted' && fact.kind === 'notice',
  'sent.resend': (fact) => fact.type === 'piece.posted' && fact.kind === 'resend',
  'sent.recall': (fact) => fact.type === 'piece.posted' && fact.kind === 'recall',
  'applications.received.web': (fact) => fact.type === 'application.received' && fact.channel === 'web',
  'applications.received.phone': (fact) => fact.type === 'application.received' && fact.channel === 'phone',
  'applications.confirmed': (fact) => fact.type === 'application.matched',
  'applications.refused': (fact) => fact.type === 'application.refused',
  'visits.completed': (fact) => fact.type === 'visit.completed' && fact.mode === 'visit',
  'visits.followUp.visit': (fact) =>
    fact.type === 'visit.completed' && fact.mode === 'visit' && fact.followUp,
  'visits.remote.online': (fact) => fact.type === 'visit.completed' && fact.mode === 'online',
  'visits.remote.phone': (fact) => fact.type === 'visit.completed' && fact.mode === 'phone',
  'visits.absent': (fact) => fact.type === 'visit.missed' && fact.reason === 'absent',
  'visits.othersOnly': (fact) => fact.type === 'visit.missed' && fact.reason === 'others-only',
  'urgent.u1': (fact) => fact.type === 'urgent.raised' && fact.class === 'u1',
  'urgent.u2': (fact) => fact.type === 'urgent.raised' && fact.class === 'u2',
  'urgent.u3': (fact) => fact.type === 'urgent.raised' && fact.class === 'u3',
  'urgent.loss': (fact) => fact.type === 'urgent.raised' && fact.class === 'loss',
};

/**
 * Where all reports together say another number than the facts do: the numbers of the months, and the differences that
 * later reports tell of them, against the facts with their corrections. Empty when they agree.
 */
export function disagreements(reports: readonly Handed[], facts: readonly RecordedFact[]): readonly string[] {
  const right = corrected(facts);
  return Object.entries(COUNTED).flatMap(([path, is]) => {
    const told = reports.reduce((sum, report) => sum + toldBy(report, path), 0);
    const found = right.filter(is).length;
    return told === found ? [] : [`${path}: the reports say ${told}, the facts ${found}`];
  });
}

function toldBy({ items, corrections }: Handed, path: string): number {
  const own = items ? at(items, path.split('.')) : 0;
  const later = corrections.filter(({ item }: Correction) => item === path);
  return later.reduce((sum, { from, to }) => sum + to - from, own);
}

function at(value: unknown, path: readonly string[]): number {
  const [first, ...rest] = path;
  if (first === undefined) return typeof value === 'number' ? value : Number.NaN;
  return at((value as Readonly<Record<string, unknown>>)[first], rest);
}

function corrected(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  const right = new Map(facts.map((fact) => [fact.id, fact]));
  for (const fact of facts) {
    const wrong = fact.type === 'fact.corrected' ? right.get(fact.of) : undefined;
    if (!wrong || fact.type !== 'fact.corrected') continue;
    const to = fact.to === 'true' ? true : fact.to === 'false' ? false : fact.to;
    right.set(wrong.id, { ...wrong, [fact.field]: to });
  }
  return [...right.values()];
}
