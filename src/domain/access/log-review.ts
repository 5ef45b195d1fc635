import { epochOf, dayOfInstant, type Instant } from '../basics/instant.ts';
import { isProgrammeDay } from '../calendar/programme-days.ts';
import type { RoleName } from '../facts/governance.ts';
import type { AccessRules } from './access-rules.ts';

/** What the check of the log needs of an entry. */
export type CheckedEntry = {
  readonly id: string;
  readonly at: Instant;
  readonly word: string;
  readonly actor: string;
  readonly row: string;
  readonly subjects: readonly string[];
};

/** Something that a person has to look at. */
export type LogFinding =
  | {
      readonly kind: 'administration';
      readonly entry: string;
      readonly at: Instant;
      readonly actor: string;
      readonly row: string;
    }
  | {
      readonly kind: 'denials';
      readonly actor: string;
      readonly from: Instant;
      readonly to: Instant;
      readonly count: number;
    }
  | {
      readonly kind: 'off-hours';
      readonly actor: string;
      readonly from: Instant;
      readonly to: Instant;
      readonly count: number;
    }
  | {
      readonly kind: 'bulk';
      readonly actor: string;
      readonly from: Instant;
      readonly to: Instant;
      readonly persons: number;
    };

/** How much each person used (SEC-17-5): persons opened one by one, lists, exports, denials. */
export type LogUsage = {
  readonly actor: string;
  readonly opened: number;
  readonly listed: number;
  readonly exported: number;
  readonly denied: number;
};

/**
 * The four views of SEC-17-2 to 17-5 over the entries of a period, in the order of the log. Machines are left out: what
 * they do is ordered by persons. Denials count in a row: anything else that succeeds ends the row.
 */
export function reviewLog(
  entries: Iterable<CheckedEntry>,
  rolesOf: (actor: string) => readonly RoleName[],
  rules: AccessRules['logReview'],
): { readonly findings: readonly LogFinding[]; readonly usage: readonly LogUsage[] } {
  const byActor = new Map<string, CheckedEntry[]>();
  for (const entry of entries) {
    if (!entry.actor.startsWith('account_')) continue;
    const own = byActor.get(entry.actor);
    if (own) own.push(entry);
    else byActor.set(entry.actor, [entry]);
  }
  const actors = [...byActor].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    findings: actors.flatMap(([actor, own]) => {
      const roles = rolesOf(actor);
      return [
        ...(roles.includes('administrator') ? administration(own) : []),
        ...denials(actor, own, rules.denialsInARow),
        ...offHours(actor, own, roles, rules),
        ...bulk(actor, own, rules.bulk),
      ];
    }),
    usage: actors.map(([actor, own]) => usageOf(actor, own)),
  };
}

function administration(own: readonly CheckedEntry[]): readonly LogFinding[] {
  return own
    .filter((entry) => entry.word === 'executed')
    .map(({ id, at, actor, row }) => ({ kind: 'administration', entry: id, at, actor, row }));
}

function denials(actor: string, own: readonly CheckedEntry[], least: number): readonly LogFinding[] {
  const findings: LogFinding[] = [];
  let run: CheckedEntry[] = [];
  const close = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last && run.length >= least) {
      findings.push({ kind: 'denials', actor, from: first.at, to: last.at, count: run.length });
    }
    run = [];
  };
  for (const entry of own) {
    if (entry.word === 'denied') run.push(entry);
    else close();
  }
  close();
  return findings;
}

function offHours(
  actor: string,
  own: readonly CheckedEntry[],
  roles: readonly RoleName[],
  { usualHours, calendar }: AccessRules['logReview'],
): readonly LogFinding[] {
  const hours = roles.map((role) => usualHours.byRole?.[role] ?? usualHours);
  const usual = hours.length > 0 ? hours : [usualHours];
  const outside = own.filter(({ at }) => {
    const time = at.slice(11, 16);
    const isWorked = isProgrammeDay(dayOfInstant(at), calendar);
    return !isWorked || !usual.some(({ from, to }) => time >= from && time < to);
  });
  return [...Map.groupBy(outside, ({ at }) => dayOfInstant(at)).values()].flatMap((day) => {
    const [first] = day;
    const last = day.at(-1);
    if (!first || !last) return [];
    return [{ kind: 'off-hours' as const, actor, from: first.at, to: last.at, count: day.length }];
  });
}

/** Different persons opened within the window, which moves along with every opening; one burst is one finding. */
function bulk(
  actor: string,
  own: readonly CheckedEntry[],
  { persons, minutes }: AccessRules['logReview']['bulk'],
): readonly LogFinding[] {
  const openings = own
    .filter((entry) => entry.word === 'opened')
    .flatMap((entry) => entry.subjects.map((subject) => ({ subject, at: entry.at, ms: epochOf(entry.at) })));
  const findings: Extract<LogFinding, { kind: 'bulk' }>[] = [];
  const within = new Map<string, number>();
  let start = 0;
  let isBurst = false;
  for (const opening of openings) {
    within.set(opening.subject, (within.get(opening.subject) ?? 0) + 1);
    for (
      let oldest = openings[start];
      oldest && oldest.ms < opening.ms - minutes * 60_000;
      oldest = openings[start]
    ) {
      const left = (within.get(oldest.subject) ?? 0) - 1;
      if (left > 0) within.set(oldest.subject, left);
      else within.delete(oldest.subject);
      start += 1;
    }
    const last = findings.at(-1);
    if (within.size < persons) isBurst = false;
    else if (isBurst && last) {
      findings[findings.length - 1] = {
        ...last,
        to: opening.at,
        persons: Math.max(last.persons, within.size),
      };
    } else {
      isBurst = true;
      const from = openings[start]?.at ?? opening.at;
      findings.push({ kind: 'bulk', actor, from, to: opening.at, persons: within.size });
    }
  }
  return findings;
}

function usageOf(actor: string, own: readonly CheckedEntry[]): LogUsage {
  const count = (word: string) => own.filter((entry) => entry.word === word).length;
  return {
    actor,
    opened: new Set(own.flatMap((entry) => (entry.word === 'opened' ? entry.subjects : []))).size,
    listed: count('listed'),
    exported: count('exported'),
    denied: count('denied'),
  };
}
