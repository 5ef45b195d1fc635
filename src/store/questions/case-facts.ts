import type { CaseId } from '../../domain/basics/ids.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import type { Reader, Statement } from '../connection.ts';
import { factOf } from '../journal.ts';
import { text } from '../row.ts';

const OF_CASE: Statement = {
  name: 'case-facts',
  text: 'select line from fact where stream = $1 order by version',
};

const WITH_OTHERS: Statement = {
  name: 'case-and-other-facts',
  text: `select line from fact
         where stream = $1
           or stream in (select 'matter:' || matter from p_matter where "case" = $2)
           or stream in (select 'application:' || application from p_application where "case" = $2)
         order by ord`,
};

/** What happened to one case, in its own order: what its state is folded from. */
export async function factsOfCase(reader: Reader, id: CaseId): Promise<readonly RecordedFact[]> {
  const rows = await reader.rows(OF_CASE, [`case:${id}`]);
  return rows.map((row) => factOf(text(row, 'line')));
}

/** The same with her applications and what the ward was told and asked about it, in the order in which it was entered. */
export async function factsAroundCase(reader: Reader, id: CaseId): Promise<readonly RecordedFact[]> {
  const rows = await reader.rows(WITH_OTHERS, [`case:${id}`, id]);
  return rows.map((row) => factOf(text(row, 'line')));
}
