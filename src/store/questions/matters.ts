import type { CaseId, MatterId } from '../../domain/basics/ids.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, truth } from '../row.ts';

/** A matter with the ward, as the list shows it. */
export type MatterRow = {
  readonly matter: MatterId;
  readonly case?: CaseId;
  readonly subject?: CaseId;
  readonly about: string;
  readonly begun: string;
  readonly open: boolean;
  readonly answer?: string;
  readonly answered?: string;
};

const BY_OPEN: Statement = {
  name: 'matters-by-open',
  text: `select matter, "case", about, begun, open, answer, answered from p_matter
         where (not $1::boolean or open) and ($2::text is null or "case" = $2) order by begun, matter`,
};

/** Matters, the oldest first: those that wait for an answer, or all, or those of one case. */
export async function findMatters(
  reader: Reader,
  wanted: { readonly onlyOpen: boolean; readonly case?: CaseId | undefined },
): Promise<readonly MatterRow[]> {
  const rows = await reader.rows(BY_OPEN, [wanted.onlyOpen, wanted.case ?? null]);
  return rows.map(matterRow);
}

function matterRow(row: Row): MatterRow {
  const of = row['case'] === null ? undefined : (text(row, 'case') as CaseId);
  return {
    matter: text(row, 'matter') as MatterId,
    ...(of ? { case: of, subject: of } : {}),
    about: text(row, 'about'),
    begun: text(row, 'begun'),
    open: truth(row, 'open'),
    ...(row['answer'] === null ? {} : { answer: text(row, 'answer'), answered: text(row, 'answered') }),
  };
}
