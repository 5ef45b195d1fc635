import { failureCode } from './failure-code.ts';
import type { Machine } from './machine.ts';

/** What a round did, by word. */
export type Counts = Readonly<Record<string, number>>;

/** Work that comes back: at every so manieth beat. What it did is told as counts. */
export type Round = {
  readonly name: string;
  readonly everyBeats: number;
  readonly work: () => Promise<Counts>;
};

/** After a failure the next beat comes sooner: what was not there yet may be there at once. */
const SOON = 2_000;

/**
 * Goes round until the process is told to stop: at each beat the rounds whose turn it is, one after the other, so that
 * none meets itself. A round that fails is a line in the log with a code; the next beat tries it again.
 */
export async function goRound(
  zone: 'inside' | 'outside',
  rounds: readonly Round[],
  beat: number,
  machine: Machine,
): Promise<void> {
  const failures = new Map<string, number>();
  for (let beats = 0; !machine.stopped.aborted; beats += 1) {
    for (const { name, everyBeats, work } of rounds) {
      const turn = beats % everyBeats === 0 || failures.has(name);
      if (!turn || machine.stopped.aborted) continue;
      try {
        const counts = Object.entries(await work()).filter(([, count]) => count > 0);
        failures.delete(name);
        if (counts.length > 0) machine.log({ zone, what: name, counts: Object.fromEntries(counts) });
      } catch (error) {
        const times = (failures.get(name) ?? 0) + 1;
        failures.set(name, times);
        machine.log({ zone, what: name, failed: failureCode(error), times });
      }
    }
    const worst = Math.max(0, ...failures.values());
    await machine.pause(worst === 0 ? beat : Math.min(SOON * worst, beat));
  }
}
