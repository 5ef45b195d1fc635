import type { Reader, Statement } from '../connection.ts';

const WAITS: Statement = {
  name: 'place-awaits-after-restore',
  text: 'select 1 as waits from p_place where awaits_after_restore is not null',
};

/** Whether the place was restored and nobody has yet entered what left the house since. */
export async function isAfterRestore(reader: Reader): Promise<boolean> {
  return (await reader.rows(WAITS)).length > 0;
}

/**
 * A row when the inside may not give any seat: it was restored, and has not heard yet which seats the outside owns. A
 * place that never had an outside only waits for the word of two persons.
 */
export const UNHEARD = `select from p_place where awaits_outside
  and (awaits_after_restore is not null or exists (select from p_courier))`;
