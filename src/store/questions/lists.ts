import type { CaseId, JobId, ListId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import { noCase, evolveCase, type CaseState } from '../../domain/case.ts';
import type { ListKind } from '../../domain/facts/list.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { factOf } from '../journal.ts';
import { text, truth, whole } from '../row.ts';

/** A list as it stands: what came, and how far it is. No number is there before it was staged. */
export type ListRow = {
  readonly list: ListId;
  readonly kind: ListKind;
  readonly months: readonly YearMonth[];
  readonly asOf: CivilDate;
  readonly sha256: string;
  readonly rows: number;
  readonly accepted: number | undefined;
  readonly refused: number | undefined;
  readonly same: number | undefined;
  readonly changed: number | undefined;
  readonly missing: number | undefined;
  readonly openQuestions: number;
  readonly state: 'received' | 'staged' | 'approved' | 'committed' | 'discarded';
  readonly job: JobId | undefined;
  readonly keysDestroyed: boolean;
};

export type ListQuestionRow = {
  readonly list: ListId;
  readonly line: number;
  readonly code: string;
  readonly column: string | undefined;
  readonly case: CaseId | undefined;
  readonly due: CivilDate | undefined;
  readonly answer: string | undefined;
  readonly blocks: boolean;
};

const LISTS: Statement = { name: 'lists-all', text: 'select * from p_list order by as_of desc, list' };
const LIST: Statement = { name: 'lists-one', text: 'select * from p_list where list = $1' };
const BY_DIGEST: Statement = {
  name: 'lists-by-digest',
  text: "select * from p_list where sha256 = $1 and state <> 'discarded'",
};
const OPEN_OF_KIND: Statement = {
  name: 'lists-open-of-kind',
  text: "select * from p_list where kind = $1 and state in ('received', 'staged', 'approved')",
};
const KEYS_DUE: Statement = {
  name: 'lists-keys-due',
  text: 'select list, keys_until from p_list where keys_until <= $1 and not keys_destroyed order by keys_until, list',
};
const QUESTIONS: Statement = {
  name: 'lists-questions',
  text: `select * from p_list_question
         where ($1::text is null or list = $1) and ($2 or answer is null) order by due nulls last, list, line, code, id`,
};
const ANSWERS: Statement = {
  name: 'lists-answers',
  text: `select * from p_list_question where list = $1 and line >= $2 and line <= $3 and answer is not null
         order by line, code, id`,
};
const EARLIER: Statement = {
  name: 'lists-earlier-cases',
  text: `select c."case", c.due from p_list l join p_case c on c.list = l.list
         where l.kind = 'targets' and l.state = 'committed' and string_to_array(l.months, ',') && $1::text[]
         and c.closed is null order by c."case"`,
};
const COMMITTED: Statement = {
  name: 'lists-committed',
  text: "select line from fact where stream = $1 and type = 'list.committed'",
};
const CASE_FACTS: Statement = {
  name: 'lists-case-facts',
  text: 'select stream, line from fact where stream = any ($1::text[]) order by stream, version',
};

export async function allLists(reader: Reader): Promise<readonly ListRow[]> {
  return (await reader.rows(LISTS)).map(listRow);
}

export async function findList(reader: Reader, list: ListId): Promise<ListRow | undefined> {
  const [row] = await reader.rows(LIST, [list]);
  return row && listRow(row);
}

/** The list that was made of this very file, unless it was sent back. */
export async function listByDigest(reader: Reader, sha256: string): Promise<ListRow | undefined> {
  const [row] = await reader.rows(BY_DIGEST, [sha256]);
  return row && listRow(row);
}

/** The one list of a kind that is not settled yet. */
export async function openListOfKind(reader: Reader, kind: ListKind): Promise<ListRow | undefined> {
  const [row] = await reader.rows(OPEN_OF_KIND, [kind]);
  return row && listRow(row);
}

/** Lists whose key is to be destroyed by a day, the longest overdue first. */
export async function listKeysDue(
  reader: Reader,
  on: CivilDate,
): Promise<readonly { readonly list: ListId; readonly since: string }[]> {
  const rows = await reader.rows(KEYS_DUE, [on]);
  return rows.map((row) => ({ list: text(row, 'list') as ListId, since: text(row, 'keys_until') }));
}

/** What became of the rows of a committed list, as its closing fact says. */
export type ListOutcome = {
  readonly opened: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly missing: number;
};

export async function listOutcome(reader: Reader, list: ListId): Promise<ListOutcome | undefined> {
  const [row] = await reader.rows(COMMITTED, [`list:${list}`]);
  const fact = row && factOf(text(row, 'line'));
  if (fact?.type !== 'list.committed') return undefined;
  const { opened, changed, unchanged, refused, missing } = fact;
  return { opened, changed, unchanged, refused, missing };
}

export async function listQuestions(
  reader: Reader,
  list: ListId | undefined,
  withAnswered: boolean,
): Promise<readonly ListQuestionRow[]> {
  return (await reader.rows(QUESTIONS, [list ?? null, withAnswered])).map(questionRow);
}

export async function listAnswers(
  reader: Reader,
  list: ListId,
  lines: { readonly from: number; readonly to: number },
): Promise<readonly ListQuestionRow[]> {
  return (await reader.rows(ANSWERS, [list, lines.from, lines.to])).map(questionRow);
}

/** Cases of committed lists of any of these months, with their due dates now. */
export async function casesOfMonths(
  reader: Reader,
  months: readonly YearMonth[],
): Promise<readonly { readonly case: CaseId; readonly due?: CivilDate }[]> {
  const rows = await reader.rows(EARLIER, [months]);
  return rows.map((row) => ({
    case: text(row, 'case') as CaseId,
    ...(row['due'] === null ? {} : { due: text(row, 'due') as CivilDate }),
  }));
}

/** The states of cases, folded from their facts: matching asks more than any projection shows. */
export async function foldCases(
  reader: Reader,
  cases: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, CaseState>> {
  const states = new Map<CaseId, CaseState>();
  if (cases.length === 0) return states;
  for (const row of await reader.rows(CASE_FACTS, [cases.map((id) => `case:${id}`)])) {
    const id = text(row, 'stream').slice('case:'.length) as CaseId;
    states.set(id, evolveCase(states.get(id) ?? noCase, factOf(text(row, 'line'))));
  }
  return states;
}

function listRow(row: Row): ListRow {
  return {
    list: text(row, 'list') as ListId,
    kind: text(row, 'kind') as ListKind,
    months: text(row, 'months')
      .split(',')
      .filter((month) => month !== '') as YearMonth[],
    asOf: text(row, 'as_of') as CivilDate,
    sha256: text(row, 'sha256'),
    rows: whole(row, 'rows'),
    accepted: count(row, 'accepted'),
    refused: count(row, 'refused'),
    same: count(row, 'same'),
    changed: count(row, 'changed'),
    missing: count(row, 'missing'),
    openQuestions: whole(row, 'open_questions'),
    state: text(row, 'state') as ListRow['state'],
    job: row['job'] === null ? undefined : (text(row, 'job') as JobId),
    keysDestroyed: truth(row, 'keys_destroyed'),
  };
}

function questionRow(row: Row): ListQuestionRow {
  const optional = (column: string) => (row[column] === null ? undefined : text(row, column));
  return {
    list: text(row, 'list') as ListId,
    line: whole(row, 'line'),
    code: text(row, 'code'),
    column: optional('column_code'),
    case: optional('case') as CaseId | undefined,
    due: optional('due') as CivilDate | undefined,
    answer: optional('answer'),
    blocks: truth(row, 'blocks'),
  };
}

function count(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : whole(row, column);
}
