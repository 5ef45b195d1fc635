import type { Statement, Writer } from '../connection.ts';
import { SESSION_MS } from './session.ts';

const DAY_MS = 24 * 3_600_000;

/** Takes away what says nothing any more: sessions that ended, wrong dates of yesterday. Nothing depends on when. */
export async function sweep(writer: Writer, now: number): Promise<void> {
  await writer.rows(SWEEP, [now - SESSION_MS.idle, now - SESSION_MS.all, now - DAY_MS]);
}

const SWEEP: Statement = {
  name: 'outside-sweep',
  text: `with sessions as (delete from session where seen <= $1 or began <= $2),
         presses as (delete from once where at <= $3)
         delete from tries where at <= $3 and until <= $3`,
};
