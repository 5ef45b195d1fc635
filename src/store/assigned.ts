import type { CaseId } from '../domain/basics/ids.ts';
import type { Reader, Statement } from './connection.ts';
import { text } from './row.ts';

const ASSIGNED: Statement = {
  name: 'assigned-cases',
  text: 'select "case" from p_case where visitor = $1 and "case" = any ($2::text[])',
};

/** Which of the cases this visitor is to visit now (CHI-8.3-3: her sight ends with the assignment). */
export async function assignedCases(
  reader: Reader,
  visitor: string,
  cases: readonly CaseId[],
): Promise<readonly CaseId[]> {
  if (cases.length === 0) return [];
  const rows = await reader.rows(ASSIGNED, [visitor, cases]);
  return rows.map((row) => text(row, 'case') as CaseId);
}
