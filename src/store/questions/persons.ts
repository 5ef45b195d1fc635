import type { CaseId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, truth } from '../row.ts';

/** A case as it stands beside a person's name in a list of persons. */
export type CaseOfPerson = {
  readonly case: CaseId;
  readonly standing: 'open' | 'closed';
  readonly protected: boolean;
  readonly due?: CivilDate;
};

const STANDINGS: Statement = {
  name: 'persons-standings',
  text: 'select "case", due, protected, closed from p_case where "case" = any ($1::text[])',
};

export async function standingsOf(
  reader: Reader,
  cases: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, CaseOfPerson>> {
  if (cases.length === 0) return new Map();
  const rows = await reader.rows(STANDINGS, [cases]);
  return new Map(
    rows.map((row) => {
      const id = text(row, 'case') as CaseId;
      return [
        id,
        {
          case: id,
          standing: row['closed'] === null ? 'open' : 'closed',
          protected: truth(row, 'protected'),
          ...(row['due'] === null ? {} : { due: text(row, 'due') as CivilDate }),
        },
      ];
    }),
  );
}
