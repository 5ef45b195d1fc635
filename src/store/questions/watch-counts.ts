import type { Reader, Statement } from '../connection.ts';
import { textOrNull, whole } from '../row.ts';

const APPLICATIONS: Statement = {
  name: 'applications-waiting',
  text: `select count(*) as count, min(received_at) as since from p_application where state = 'pending'`,
};

/** Applications that nobody has matched yet: how many, and since when the oldest waits. */
export async function waitingApplications(
  reader: Reader,
): Promise<{ readonly count: number; readonly since?: string }> {
  const [row] = await reader.rows(APPLICATIONS, []);
  if (!row) return { count: 0 };
  const since = textOrNull(row, 'since');
  return { count: whole(row, 'count'), ...(since === null ? {} : { since }) };
}
