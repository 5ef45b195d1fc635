import type { CaseId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import type { StopWord } from '../../domain/standing/what-stops-what.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, truth, whole } from '../row.ts';
import { hasStops, todaysStops } from './todays-stops.ts';

export type CaseFilter = {
  /** The month in which she reaches the 8th month. */
  readonly month?: YearMonth | undefined;
  readonly stop?: StopWord | undefined;
  readonly state?: 'open' | 'stopped' | 'closed' | 'follow-up-proposed' | 'unregistered' | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

/** A case in a list, before anything is opened. `stops` are those in force today. */
export type ListedCase = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly due: CivilDate;
  readonly month8: CivilDate;
  readonly stops: readonly StopWord[];
  readonly followUp: boolean;
  readonly followUpProposed: boolean;
  readonly protected: boolean;
  readonly registered: boolean;
  readonly label?: string;
  readonly closed?: string;
};

const WHERE = `
         where ($2::text is null or left(month8, 7) = $2)
           and ($3::text is null or position(',' || $3 || ',' in today) > 0)
           and case coalesce($4::text, '')
                 when 'open' then closed is null
                 when 'closed' then closed is not null
                 when 'stopped' then ${hasStops('today')}
                 when 'follow-up-proposed' then follow_up_proposed
                 when 'unregistered' then not registered
                 else true end`;
const NOW = `with now as (select c.*, ${todaysStops('$1')} as today from p_case c)`;
const COLUMNS = 'due, month8, today, follow_up, follow_up_proposed, protected, registered, label, closed';

const LIST: Statement = {
  name: 'case-list',
  text: `${NOW} select "case", ${COLUMNS}, count(*) over () as hits from now ${WHERE}
           and ($5::text is null or (due, "case") > (split_part($5, ' ', 1), split_part($5, ' ', 2)))
         order by due, "case" limit $6`,
};

const IDS: Statement = { name: 'case-list-ids', text: `${NOW} select "case" from now ${WHERE}` };

const BY_IDS: Statement = {
  name: 'case-list-by-ids',
  text: `${NOW} select "case", ${COLUMNS} from now where "case" = any ($2::text[])`,
};

/** Cases by month, stop and state, in order of due date; `hits` counts what is left from `after` on. */
export async function listCases(
  reader: Reader,
  filter: CaseFilter,
  today: CivilDate,
): Promise<{ readonly rows: readonly ListedCase[]; readonly hits: number }> {
  const rows = await reader.rows(LIST, [
    today,
    filter.month ?? null,
    filter.stop ?? null,
    filter.state ?? null,
    filter.after ?? null,
    filter.limit,
  ]);
  const [first] = rows;
  return { rows: rows.map(listed), hits: first ? whole(first, 'hits') : 0 };
}

/** All cases that a filter lets through, in no order of their own. */
export async function listedIds(
  reader: Reader,
  { month, stop, state }: Pick<CaseFilter, 'month' | 'stop' | 'state'>,
  today: CivilDate,
): Promise<readonly CaseId[]> {
  const rows = await reader.rows(IDS, [today, month ?? null, stop ?? null, state ?? null]);
  return rows.map((row) => text(row, 'case') as CaseId);
}

/** These cases, in this order. */
export async function listedCases(
  reader: Reader,
  cases: readonly CaseId[],
  today: CivilDate,
): Promise<readonly ListedCase[]> {
  const rows = new Map(
    (await reader.rows(BY_IDS, [today, cases])).map((row) => [text(row, 'case'), listed(row)]),
  );
  return cases.flatMap((id) => rows.get(id) ?? []);
}

function listed(row: Row): ListedCase {
  const id = text(row, 'case') as CaseId;
  return {
    case: id,
    subject: id,
    due: text(row, 'due') as CivilDate,
    month8: text(row, 'month8') as CivilDate,
    stops: text(row, 'today')
      .split(',')
      .filter((word) => word !== '') as StopWord[],
    followUp: truth(row, 'follow_up'),
    followUpProposed: truth(row, 'follow_up_proposed'),
    protected: truth(row, 'protected'),
    registered: truth(row, 'registered'),
    ...(row['label'] === null ? {} : { label: text(row, 'label') }),
    ...(row['closed'] === null ? {} : { closed: text(row, 'closed') }),
  };
}
