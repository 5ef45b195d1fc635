import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/store/connection.ts';

/**
 * Waits until every command that is at work now has ended, in whichever place of the test's server: what follows the
 * journal by its transactions holds everything up to here then, and tells none of it a second time.
 */
export async function settled(database: Database): Promise<void> {
  const [now] = await database.reader.rows(NOW);
  const end = BigInt(String(now?.['end']));
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    const [row] = await database.reader.rows(NOW);
    if (BigInt(String(row?.['begin'])) >= end) return;
    await sleep(PAUSE);
  }
  assert.fail('somebody is at work for more than two minutes');
}

const NOW = {
  name: 'test-settled',
  text: `select pg_snapshot_xmin(pg_current_snapshot())::text as begin, pg_snapshot_xmax(pg_current_snapshot())::text as end`,
};
const PAUSE = 20;
const PATIENCE = 120_000;
