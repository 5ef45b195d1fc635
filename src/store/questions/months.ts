import type { CaseId, FactId } from '../../domain/basics/ids.ts';
import type { Period } from '../../domain/facts/closing.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import { closingOf, type Closing } from '../../domain/reports/month-state.ts';
import type { Reader, Statement } from '../connection.ts';
import { factOf } from '../journal.ts';
import { text, textOrNull, whole } from '../row.ts';

/** Places of the journal that are read at once. */
const STRETCH = 4000;

const LAST: Statement = {
  name: 'months-last-place',
  text: 'select coalesce(max(ord), 0) as place from fact',
};

const CLOSINGS: Statement = {
  name: 'months-closings',
  text: `select line from fact where stream >= 'month:' and stream < 'month;' and type = 'month.closed'
         and ord < coalesce($1::bigint, 9223372036854775807) order by ord`,
};

const CORRECTED: Statement = {
  name: 'months-corrected',
  text: `select line from fact where type = 'fact.corrected' and ord <= $1 order by ord`,
};

const FACTS: Statement = {
  name: 'months-facts',
  text: `select string_agg(ord || ' ' || line, chr(10) order by ord) as lines
         from fact where ord > $1 and ord <= $2 and type = any ($3::text[])`,
};

const AT_PLACES: Statement = {
  name: 'months-at-places',
  text: `select f.ord, s.seq, f.line from fact f left join journal_seal s on s.ord = f.ord
         where f.ord = any ($1::bigint[]) order by f.ord`,
};

/** The last place of the journal. Only under the programme lock alone is nothing before it still to come. */
export async function lastPlace(reader: Reader): Promise<number> {
  const [row] = await reader.rows(LAST);
  return row ? whole(row, 'place') : 0;
}

/** Every closing in the order in which they were made, or those before a place of the journal. */
export async function allClosings(reader: Reader, before?: number): Promise<readonly Closing[]> {
  return (await reader.rows(CLOSINGS, [before ?? null])).flatMap((row) => {
    const fact = factOf(text(row, 'line'));
    return fact.type === 'month.closed' ? [closingOf(fact)] : [];
  });
}

const ISSUED: Statement = {
  name: 'months-issued',
  text: `select ord, line from fact where stream = 'month:' || $1::text and type = 'report.issued' order by ord`,
};

/** Where in the journal an edition of a report was handed to the ward. */
export async function placeOfIssue(
  reader: Reader,
  period: Period,
  edition: number,
): Promise<number | undefined> {
  for (const row of await reader.rows(ISSUED, [period])) {
    const fact = factOf(text(row, 'line'));
    if (fact.type === 'report.issued' && fact.edition === edition) return whole(row, 'ord');
  }
  return undefined;
}

/** Which facts up to a place others have corrected. */
export async function correctedFacts(reader: Reader, upTo: number): Promise<ReadonlySet<FactId>> {
  const facts = (await reader.rows(CORRECTED, [upTo])).map((row) => factOf(text(row, 'line')));
  return new Set(facts.flatMap((fact) => (fact.type === 'fact.corrected' ? [fact.of] : [])));
}

/**
 * Goes through the journal up to a place, in its order, and hands on the facts of the wished types. A stretch is fetched
 * while the one before is handed on, so that no more than two of them are in memory, however long the journal is.
 */
export async function eachFact(
  reader: Reader,
  upTo: number,
  types: readonly string[],
  take: (place: number, fact: RecordedFact) => void,
): Promise<void> {
  const stretch = (from: number) =>
    reader.rows(FACTS, [from, Math.min(from + STRETCH, upTo), types]).then(([row]) => row);
  let next = upTo > 0 ? stretch(0) : undefined;
  for (let from = 0; next; from += STRETCH) {
    const row = await next;
    next = from + STRETCH < upTo ? stretch(from + STRETCH) : undefined;
    next?.catch(() => undefined);
    const lines = row ? textOrNull(row, 'lines') : null;
    if (lines === null) continue;
    for (let at = 0; at < lines.length;) {
      const blank = lines.indexOf(' ', at);
      const end = lines.indexOf('\n', blank);
      const stop = end < 0 ? lines.length : end;
      take(Number(lines.slice(at, blank)), factOf(lines.slice(blank + 1, stop)));
      at = stop + 1;
    }
  }
}

/** Facts at places of the journal, with the number of the exported journal where they are sealed already. */
export async function factsAt(
  reader: Reader,
  places: readonly number[],
): Promise<readonly { readonly seq: number | null; readonly fact: RecordedFact }[]> {
  return (await reader.rows(AT_PLACES, [places])).map((row) => ({
    seq: row['seq'] === null ? null : whole(row, 'seq'),
    fact: factOf(text(row, 'line')),
  }));
}

/** A closing or an annual report, and where its report has come to. */
export type MonthRow = {
  readonly period: string;
  readonly edition: number;
  readonly closedAt: string | null;
  readonly digest: string;
  readonly lines: number;
  readonly report: 'issued' | 'returned' | 'accepted' | null;
  readonly reportOn: string | null;
};

const MONTHS: Statement = {
  name: 'months-all',
  text: `select period, edition, closed_at, digest, lines, report, report_on from p_month order by period, edition`,
};

/** Every closing and every annual report, oldest first. */
export async function monthRows(reader: Reader): Promise<readonly MonthRow[]> {
  return (await reader.rows(MONTHS)).map((row) => ({
    period: text(row, 'period'),
    edition: whole(row, 'edition'),
    closedAt: textOrNull(row, 'closed_at'),
    digest: text(row, 'digest'),
    lines: whole(row, 'lines'),
    report: textOrNull(row, 'report') as MonthRow['report'],
    reportOn: textOrNull(row, 'report_on'),
  }));
}

const TAKEN_BACK: Statement = {
  name: 'months-consents-taken-back',
  text: `select "case" from p_registration where "case" = any ($1::text[]) and consent in ('refused', 'withdrawn')`,
};

/** Which of these women do not agree, today, that the ward reads what was heard (AMB-12). */
export async function consentsTakenBack(
  reader: Reader,
  cases: readonly CaseId[],
): Promise<ReadonlySet<CaseId>> {
  const rows = await reader.rows(TAKEN_BACK, [cases]);
  return new Set(rows.map((row) => text(row, 'case') as CaseId));
}
