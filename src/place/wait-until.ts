import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Looks again and again, `pause` milliseconds apart, until `look` gives something; undefined when it has
 * given nothing for `patience` milliseconds of pauses. Counts pauses and not the clock: it has none.
 */
export async function waitUntil<T>(
  patience: number,
  pause: number,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T | undefined> {
  for (let waited = 0; ; waited += pause) {
    const seen = await look();
    if (seen !== undefined || waited >= patience) return seen;
    await sleep(pause);
  }
}
