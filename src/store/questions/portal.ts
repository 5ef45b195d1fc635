import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { CaseId, PieceId } from '../../domain/basics/ids.ts';
import type { CaseState } from '../../domain/case.ts';
import type { ChangedAsk } from '../../domain/portal/to-send.ts';
import { caseStream, folds } from '../../domain/streams.ts';
import type { Reader, Statement } from '../connection.ts';
import { factOf } from '../journal.ts';
import { text, textOrNull, whole } from '../row.ts';

/** A code by its locator, and where its key lies in the vault. */
export type InviteRow = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly vaultItem: string;
  readonly piece: PieceId;
  readonly copy: number;
  readonly revoked: string | null;
};

const BY_LOCATOR: Statement = {
  name: 'invite-by-locator',
  text: 'select "case", piece, copy, revoked from p_invite where locator = $1',
};

export async function inviteOf(reader: Reader, locator: string): Promise<readonly InviteRow[]> {
  const rows = await reader.rows(BY_LOCATOR, [locator]);
  return rows.map((row) => {
    const [id, piece, copy] = [
      text(row, 'case') as CaseId,
      text(row, 'piece') as PieceId,
      whole(row, 'copy'),
    ];
    const revoked = textOrNull(row, 'revoked');
    return { case: id, subject: id, vaultItem: `${piece}.${copy}`, piece, copy, revoked };
  });
}

/** Up to here the journal holds everything: whoever writes now is later. Transactions, not places: those may overtake. */
const HORIZON: Statement = {
  name: 'portal-horizon',
  text: 'select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as upto',
};

const ALL: Statement = {
  name: 'portal-all',
  text: `select distinct i."case", h.version from p_invite i
         join stream_head h on h.stream = 'case:' || i."case"
         where i."case" > $1 order by i."case" limit $2`,
};

/**
 * Cases with new facts, with a day of their own since then, or booked on a day that was opened or closed. What is beyond
 * the horizon is told too, now and once more in the next round: a loss must not wait for a long command of somebody else.
 */
const CHANGED: Statement = {
  name: 'portal-changed',
  text: `with hit as (
           select substr(stream, 6) as "case" from fact
             where tx >= $1 and stream like 'case:%'
           union select "case" from p_part_change where day > $2 and day <= $3
           union select b."case" from p_booking b
             where b.date in (select substr(stream, 5) from fact
                              where tx >= $1 and stream like 'day:%'))
         select hit."case", h.version from hit
         join stream_head h on h.stream = 'case:' || hit."case"
         where hit."case" > $4 and exists (select from p_invite i where i."case" = hit."case")
         order by hit."case" limit $5`,
};

export type ChangedCase = { readonly case: CaseId; readonly version: number; readonly upTo: number };

/** One page of the cases whose capsules may differ from what was sent; the horizon stands in each row. */
export async function changedCases(
  reader: Reader,
  { since = 0, day, upTo, after = '' as CaseId, limit = 500 }: ChangedAsk,
  today: CivilDate,
): Promise<{ readonly upTo: number; readonly cases: readonly Omit<ChangedCase, 'upTo'>[] }> {
  const horizon = upTo ?? whole((await reader.rows(HORIZON))[0] ?? {}, 'upto');
  const rows =
    since === 0
      ? await reader.rows(ALL, [after, limit])
      : await reader.rows(CHANGED, [since, day ?? today, today, after, limit]);
  return {
    upTo: horizon,
    cases: rows.map((row) => ({ case: text(row, 'case') as CaseId, version: whole(row, 'version') })),
  };
}

const FACTS: Statement = {
  name: 'portal-facts',
  text: `select stream, version, line from fact where stream = any ($1::text[]) order by stream, version`,
};

const CLOSED_DAYS: Statement = {
  name: 'portal-closed-days',
  text: `select b."case" from p_booking b join p_day d on d.date = b.date
         where b."case" = any ($1::text[]) and d.closed is not null`,
};

const SURVEYS: Statement = {
  name: 'portal-surveys',
  text: 'select survey, form from p_survey where not closed and first <= $1 and last >= $1',
};

/** A case as it stands, with its version and what lies beside it. */
export type CaseNow = {
  readonly case: CaseId;
  readonly version: number;
  readonly state: CaseState;
  readonly dayClosed: boolean;
};

export async function casesNow(reader: Reader, cases: readonly CaseId[]): Promise<readonly CaseNow[]> {
  const byStream = new Map(cases.map((id) => [`case:${caseStream(id).id}`, id]));
  const found = new Map<CaseId, { state: CaseState; version: number }>();
  const [facts, closed] = await Promise.all([
    reader.rows(FACTS, [[...byStream.keys()]]),
    reader.rows(CLOSED_DAYS, [[...cases]]),
  ]);
  for (const row of facts) {
    const id = byStream.get(text(row, 'stream'));
    if (!id) continue;
    const before = found.get(id)?.state ?? folds.case.initial;
    found.set(id, {
      state: folds.case.evolve(before, factOf(text(row, 'line'))),
      version: whole(row, 'version'),
    });
  }
  const fellOut = new Set(closed.map((row) => text(row, 'case')));
  return [...found].map(([id, now]) => ({ case: id, ...now, dayClosed: fellOut.has(id) }));
}

/** Surveys that can be answered on a day, with their forms. */
export async function openSurveys(reader: Reader, today: CivilDate): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(SURVEYS, [today]);
  return new Map(rows.map((row) => [text(row, 'survey'), text(row, 'form')]));
}
