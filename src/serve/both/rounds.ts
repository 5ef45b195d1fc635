import { failureCode } from './failure-code.ts';
import type { Machine } from './machine.ts';

/** Work that comes back: at every so manieth beat. What it did is told as counts. */
export type Round = {
  readonly name: string;
  readonly everyBeats: number;
  readonly work: () => Promise<Readonly<Record<string, number>>>;
};

/**
 * Goes round until the process is told to stop: at each beat the rounds whose turn it is, one after the other, so that
 * none meets itself. A round that fails is a line in the log with a code; the next beat tries again.
 */
export async function goRound(
  zone: 'inside' | 'outside',
  rounds: readonly Round[],
  beat: number,
  machine: Machine,
): Promise<void> {
  for (let beats = 0; !machine.stopped.aborted; beats += 1) {
    for (const { name, everyBeats, work } of rounds) {
      if (beats % everyBeats !== 0 || machine.stopped.aborted) continue;
      try {
        const counts = Object.entries(await work()).filter(([, count]) => count > 0);
        if (counts.length > 0) machine.log({ zone, what: name, counts: Object.fromEntries(counts) });
      } catch (error) {
        machine.log({ zone, what: name, failed: failureCode(error) });
      }
    }
    await machine.pause(beat);
  }
}
