import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../domain/basics/instant.ts';
import type { LogLine, Machine } from './machine.ts';

const TOO_OFTEN = 4;

/** The process that goes on: its signals, its line to whoever started it, its error stream. */
type Surroundings = {
  readonly on: (event: 'SIGTERM' | 'SIGINT' | 'SIGHUP' | 'disconnect', heard: () => void) => unknown;
  readonly stderr: { readonly write: (text: string) => unknown; readonly isTTY?: boolean };
};

/**
 * The machine of a process that goes on until it gets a signal or loses the process that started it. On a terminal its log
 * says only what goes wrong again and again: at the start one zone waits for the other.
 */
export function realMachine(now: () => Instant, surroundings: Surroundings): Machine {
  const stop = new AbortController();
  for (const event of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect'] as const) {
    surroundings.on(event, () => stop.abort());
  }
  return {
    now,
    stopped: stop.signal,
    pause: (milliseconds) => sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined),
    patience: (milliseconds) => sleep(milliseconds, undefined, { ref: false }),
    page: (line) => {
      if (!surroundings.stderr.isTTY || line.includes('"fault"')) surroundings.stderr.write(`${line}\n`);
    },
    log: (line: LogLine) => {
      const usual = line.counts !== undefined || (line.times ?? TOO_OFTEN) < TOO_OFTEN;
      if (surroundings.stderr.isTTY && usual) return;
      surroundings.stderr.write(`${JSON.stringify({ at: now(), ...line })}\n`);
    },
  };
}
