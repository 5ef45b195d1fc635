import { ok, type Result } from '../domain/basics/result.ts';
import { execute, type Call, type Each, type Receipt } from './execute.ts';
import type { By, GateParts } from './gate.ts';
import type { GateRefusal } from './refusal.ts';

/** What became of each call: done, or refused by its place in the list. */
export type EachReceipt = Receipt & { readonly refused: ReadonlyMap<number, GateRefusal> };

/**
 * Carries out as many of the calls as can be, in one transaction. A call whose decision refuses is left out; one whose
 * key is taken makes the whole begin again without it, so that nothing half done remains. `also` hears every refusal
 * (a job counts and names it in its tally), and is written in the same transaction.
 */
export async function executeEach(
  parts: GateParts,
  calls: readonly Call[],
  by: By,
  also: Each['also'],
): Promise<Result<EachReceipt, GateRefusal>> {
  const without = new Map<number, GateRefusal>();
  for (;;) {
    let refused: ReadonlyMap<number, GateRefusal> = without;
    const done = await execute(parts, calls, by, {
      without,
      also: async (writer, found) => {
        refused = found;
        await also(writer, found);
      },
    });
    if (done.ok) return ok({ ...done.value, refused });
    const call = 'call' in done.error ? done.error['call'] : undefined;
    if (typeof call !== 'number') return done;
    without.set(call, done.error);
  }
}
