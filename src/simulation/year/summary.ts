import type { RecordedFact } from '../../domain/facts.ts';
import type { Breach } from './breaches.ts';
import { reconcile, type Balance } from './reconcile.ts';

/** What a simulated year came to: written as `summary.json`, and the source of the table that is shown. */
export type YearSummary = {
  readonly programme: string;
  readonly year: number;
  readonly people: number;
  readonly seed: number;
  readonly until: string;
  readonly counts: Readonly<Record<YearCount, number>>;
  /** How often each kind of fact happened. */
  readonly facts: Readonly<Record<string, number>>;
  /** What people were told no to, and why: by row and code. */
  readonly toldNo: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, number>>;
  readonly breaches: readonly Breach[];
  /** The chains of journal and log, the vault and the anchors were checked at the end, and nothing was found. */
  readonly proven: boolean;
  /** Refusals that nobody reckoned with. There are none: the first one ends the simulation. */
  readonly surprises: readonly string[];
  readonly reconciliation: readonly Balance[];
};

export type YearCount =
  | 'lists'
  | 'cases'
  | 'letters'
  | 'registrations'
  | 'visits'
  | 'packages'
  | 'reports'
  | 'invoices'
  | 'invoiced';

const COUNTED: Readonly<Partial<Record<RecordedFact['type'], YearCount>>> = {
  'list.received': 'lists',
  'case.opened': 'cases',
  'resident.registered': 'registrations',
  'visit.completed': 'visits',
  'report.accepted': 'reports',
  'invoice.issued': 'invoices',
};

export function summaryOf(
  of: Pick<YearSummary, 'programme' | 'year' | 'people' | 'seed' | 'until'>,
  facts: readonly RecordedFact[],
  seen: {
    readonly toldNo: ReadonlyMap<string, number>;
    readonly files: readonly string[];
    readonly breaches: readonly Breach[];
    readonly proven: boolean;
  },
): YearSummary {
  const counts: Record<YearCount, number> = {
    lists: 0,
    cases: 0,
    letters: 0,
    registrations: 0,
    visits: 0,
    packages: 0,
    reports: 0,
    invoices: 0,
    invoiced: 0,
  };
  const types: Record<string, number> = {};
  for (const fact of facts) {
    types[fact.type] = (types[fact.type] ?? 0) + 1;
    const word = COUNTED[fact.type];
    if (word) counts[word] += 1;
    if (fact.type === 'piece.posted') counts[fact.kind.startsWith('package') ? 'packages' : 'letters'] += 1;
    if (fact.type === 'invoice.issued') counts.invoiced += fact.amount;
  }
  const files: Record<string, number> = {};
  for (const file of seen.files) {
    const folder = file.slice(0, file.indexOf('/'));
    files[folder] = (files[folder] ?? 0) + 1;
  }
  return {
    ...of,
    counts,
    facts: inOrder(types),
    toldNo: inOrder(Object.fromEntries(seen.toldNo)),
    files,
    breaches: seen.breaches,
    proven: seen.proven,
    surprises: [],
    reconciliation: reconcile(facts),
  };
}

function inOrder(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
