import type { Reader, Statement } from '../connection.ts';

const WAITS: Statement = {
  name: 'place-awaits-after-restore',
  text: 'select 1 as waits from p_place where awaits_after_restore is not null',
};

/** Whether the place was restored and nobody has yet entered what left the house since. */
export async function isAfterRestore(reader: Reader): Promise<boolean> {
  return (await reader.rows(WAITS)).length > 0;
}
