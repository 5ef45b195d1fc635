import type { AccessRules } from '../../domain/access/access-rules.ts';
import {
  reviewLog,
  type CheckedEntry,
  type LogFinding,
  type LogUsage,
} from '../../domain/access/log-review.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { RoleName } from '../../domain/facts/governance.ts';
import type { Reader } from '../connection.ts';
import { entriesBetween } from '../read-log.ts';
import { rolesEverHeld } from './access.ts';

export type LogPeriod = { readonly from: Instant; readonly to: Instant };

export type LogFilter = {
  readonly actor?: string | undefined;
  readonly word?: string | undefined;
  readonly row?: string | undefined;
  /** A case or account that the entry is about. */
  readonly about?: string | undefined;
};

/** An entry as it is shown: who, when, what, on whom; digests of the vault stay with `verify`. */
export type LogRow = {
  readonly place: number;
  readonly id: string;
  readonly at: Instant;
  readonly word: string;
  readonly actor: string;
  readonly second?: string;
  readonly row: string;
  readonly purpose?: string;
  readonly screen?: string;
  readonly subjects?: readonly string[];
  readonly fields?: readonly string[];
  readonly hits?: number;
  readonly reason?: string;
};

/** One page of the log; the place of its last entry is where the next page goes on. */
export async function findLogEntries(
  reader: Reader,
  period: LogPeriod,
  filter: LogFilter,
  page: { readonly after: number; readonly size: number },
): Promise<readonly LogRow[]> {
  const found: LogRow[] = [];
  for await (const { place, entry } of entriesBetween(reader, period, page.after)) {
    const { wrote: _wrote, forgot: _forgot, linked: _linked, ...told } = entry;
    if (filter.actor !== undefined && filter.actor !== entry.actor && filter.actor !== entry.second) continue;
    if (filter.word !== undefined && filter.word !== entry.word) continue;
    if (filter.row !== undefined && !entry.row.split(' ').includes(filter.row)) continue;
    if (filter.about !== undefined && !entry.subjects?.includes(filter.about)) continue;
    found.push({ place, ...told });
    if (found.length === page.size) break;
  }
  return found;
}

/** The check of the log over a period: what a person has to look at, and how much each one used. */
export async function checkLog(
  reader: Reader,
  period: LogPeriod,
  rules: AccessRules['logReview'],
): Promise<{ readonly findings: readonly LogFinding[]; readonly usage: readonly LogUsage[] }> {
  const roles = await rolesEverHeld(reader);
  const entries: CheckedEntry[] = [];
  for await (const { entry } of entriesBetween(reader, period)) {
    const { id, at, word, actor, row, subjects = [] } = entry;
    entries.push({ id, at, word, actor, row, subjects });
  }
  return reviewLog(entries, (actor) => (roles.get(actor) ?? []) as readonly RoleName[], rules);
}
