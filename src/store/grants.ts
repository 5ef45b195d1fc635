import type { CivilDate } from '../domain/basics/civil-date.ts';
import type { RoleName } from '../domain/facts/governance.ts';
import type { Reader, Statement } from './connection.ts';
import { text } from './row.ts';

const HELD: Statement = { name: 'grants-held', text: 'select role, until from p_grant where account = $1' };

/** The rights of an account, read anew each time. */
export async function heldBy(
  reader: Reader,
  account: string,
): Promise<readonly { readonly role: RoleName; readonly until: string }[]> {
  const rows = await reader.rows(HELD, [account]);
  return rows.map((row) => ({ role: text(row, 'role') as RoleName, until: text(row, 'until') }));
}

const ACTING: Statement = {
  name: 'manager-acting',
  text: `select 1 from p_manager where account = $1 and (post = 'manager' or acting_until >= $2)`,
};

/** Whether she is the responsible manager, or the deputy who stands in today (AMB-54). */
export async function isActingManager(reader: Reader, account: string, today: CivilDate): Promise<boolean> {
  return (await reader.rows(ACTING, [account, today])).length > 0;
}
