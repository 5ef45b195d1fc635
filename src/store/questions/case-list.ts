import type { CaseId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import type { StopWord } from '../../domain/standing/what-stops-what.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, truth, whole } from '../row.ts';

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

const LIST: Statement = {
  name: 'case-list',
  text: `with now as (
           select c.*, replace(replace(c.stops,
             case when c.paused_until > $1 then ' ' else ',pause,' end, ','),
             case when c.moved_out <= $1 then ' ' else ',moved-out,' end, ',') as today
           from p_case c
         )
         select "case", due, month8, today, follow_up, follow_up_proposed, protected, registered, label, closed,
                count(*) over () as hits
         from now
         where ($2::text is null or left(month8, 7) = $2)
           and ($3::text is null or position(',' || $3 || ',' in today) > 0)
           and case coalesce($4::text, '')
                 when 'open' then closed is null
                 when 'closed' then closed is not null
                 when 'stopped' then today <> ','
                 when 'follow-up-proposed' then follow_up_proposed
                 when 'unregistered' then not registered
                 else true end
           and ($5::text is null or (due, "case") > (split_part($5, ' ', 1), split_part($5, ' ', 2)))
         order by due, "case" limit $6`,
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
