import type { ErasureId } from '../../domain/basics/ids.ts';
import { evolveErasure, noErasure, type ErasureState } from '../../domain/retention/erasure.ts';
import type { Reader, Statement } from '../connection.ts';
import { factOf } from '../journal.ts';
import { text } from '../row.ts';

/** An erasure that was ordered and has no certificate yet. */
export type OrderedErasure = {
  readonly erasure: ErasureId;
  readonly order: NonNullable<ErasureState['order']>;
};

const WAITING: Statement = {
  name: 'erasures-ordered',
  text: `select e.erasure, f.line from p_erasure e join fact f on f.stream = 'erasure:' || e.erasure
         where e.state = 'ordered' order by e.ordered_at, e.erasure, f.version`,
};

const KNOWN: Statement = { name: 'erasures-known', text: 'select erasure from p_erasure' };

/** Erasures without a certificate, in the order in which they were ordered. */
export async function orderedErasures(reader: Reader): Promise<readonly OrderedErasure[]> {
  const states = new Map<ErasureId, ErasureState>();
  for (const row of await reader.rows(WAITING)) {
    const erasure = text(row, 'erasure') as ErasureId;
    states.set(erasure, evolveErasure(states.get(erasure) ?? noErasure, factOf(text(row, 'line'))));
  }
  return [...states].flatMap(([erasure, { order }]) => (order ? [{ erasure, order }] : []));
}

/** Every erasure the journal knows. */
export async function knownErasures(reader: Reader): Promise<ReadonlySet<string>> {
  return new Set((await reader.rows(KNOWN)).map((row) => text(row, 'erasure')));
}
