import type { CaseId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, truth } from '../row.ts';

/** A case as lists show it before anything is opened. */
export type CaseRow = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly due: CivilDate;
  readonly followUp: boolean;
  readonly protected: boolean;
  readonly registered: boolean;
};

const BY_ID: Statement = {
  name: 'cases-by-id',
  text: 'select "case", due, follow_up, protected, registered from p_case where "case" = any ($1::text[]) order by "case"',
};

export async function findCases(reader: Reader, cases: readonly CaseId[]): Promise<readonly CaseRow[]> {
  const rows = await reader.rows(BY_ID, [cases]);
  return rows.map((row) => {
    const id = text(row, 'case') as CaseId;
    return {
      case: id,
      subject: id,
      due: text(row, 'due') as CivilDate,
      followUp: truth(row, 'follow_up'),
      protected: truth(row, 'protected'),
      registered: truth(row, 'registered'),
    };
  });
}
