import type { CaseId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { hasStops, todaysStops } from './todays-stops.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, textOrNull, truth, whole } from '../row.ts';

/** A case as lists show it before anything is opened. */
export type CaseRow = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly due?: CivilDate;
  readonly followUp: boolean;
  readonly protected: boolean;
  readonly registered: boolean;
  readonly closed: boolean;
  /** Something keeps mail, calls or parcels back today. What it is, is not for everybody's eyes. */
  readonly stopped: boolean;
  readonly label?: string;
  /** Of her case, as it was shown: an act that names it finds out whether somebody was quicker. */
  readonly version: number;
};

const BY_ID: Statement = {
  name: 'cases-by-id',
  text: `select "case", due, follow_up, protected, registered, closed is not null as closed, label,
                ${hasStops(todaysStops('$2'))} as stopped, h.version
         from p_case c join stream_head h on h.stream = 'case:' || c."case" where "case" = any ($1::text[]) order by "case"`,
};

export async function findCases(
  reader: Reader,
  cases: readonly CaseId[],
  today: CivilDate,
): Promise<readonly CaseRow[]> {
  const rows = await reader.rows(BY_ID, [cases, today]);
  return rows.map((row) => {
    const id = text(row, 'case') as CaseId;
    const [due, label] = [textOrNull(row, 'due') as CivilDate | null, textOrNull(row, 'label')];
    return {
      case: id,
      subject: id,
      ...(due === null ? {} : { due }),
      followUp: truth(row, 'follow_up'),
      protected: truth(row, 'protected'),
      registered: truth(row, 'registered'),
      closed: truth(row, 'closed'),
      stopped: truth(row, 'stopped'),
      ...(label === null ? {} : { label }),
      version: whole(row, 'version'),
    };
  });
}
