import pg from 'pg';
import type { ConnectionConfig } from '../../src/store/connection.ts';
import { benchPlace } from './bench-place.ts';
import { busyMonth } from './busy-month.ts';
import { peakMb, type PartResult } from './part.ts';

const WOMEN = 50_000;

/**
 * The close of one month that has it all: 600,000 facts, 50,000 sets of answers to open and tabulate, and 25,000 women
 * whose own line is frozen in their vaults. To the frozen JSON, without papers.
 */
export async function closingBench(women = WOMEN): Promise<PartResult> {
  const home = await benchPlace('2026-04-01');
  try {
    const manager = await home.person('responsible-manager');
    const { facts, answers } = await busyMonth(home.place, women);
    await settle(home.place.owner);
    home.setNow('2026-05-01');
    globalThis.gc?.();
    const began = performance.now();
    const [closed] = await home.done([['month.close', { month: '2026-04' }]], manager);
    const seconds = (performance.now() - began) / 1000;
    if (!Array.isArray(closed?.['lines']) || closed['lines'].length !== answers / 2) {
      throw new Error('The month was not counted');
    }
    return {
      lines: [
        {
          what: `close of a month of ${facts} facts and ${answers} sets of answers`,
          measured: seconds,
          unit: 's',
          atMost: 10,
        },
      ],
      peakMb: peakMb(),
    };
  } finally {
    await home.remove();
  }
}

/** So many rows at once leave the server with work to do; a ledger that grew over months has it behind it. */
async function settle(owner: ConnectionConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query('vacuum analyze');
  await client.query('checkpoint').catch(() => undefined);
  await client.end();
}
