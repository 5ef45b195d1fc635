import { spawn } from 'node:child_process';

/** A process of one zone while it runs. */
export type ZoneProcess = {
  /** What it says when it serves: an address by name. Nothing when it ends before. */
  readonly ready: Promise<Readonly<Record<string, string>> | undefined>;
  /** Its exit code; 1 when a signal ended it. */
  readonly ended: Promise<number>;
  readonly kill: (signal: 'SIGTERM' | 'SIGKILL') => void;
};

/**
 * Starts the process of a zone. It has a process group of its own, so that Ctrl+C on a terminal reaches us alone and we
 * end it in order; it ends by itself when we are gone, for its line to us breaks.
 */
export function startZone(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ZoneProcess {
  const child = spawn(process.execPath, words, {
    env: { ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  const ended = new Promise<number>((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1));
    child.on('error', () => resolve(1));
  });
  const said = new Promise<Readonly<Record<string, string>>>((resolve) => {
    child.on('message', (message) => {
      const addresses = addressesIn(message);
      if (addresses) resolve(addresses);
    });
  });
  return {
    ended,
    ready: Promise.race([said, ended.then(() => undefined)]),
    kill: (signal) => {
      child.kill(signal);
    },
  };
}

function addressesIn(message: unknown): Readonly<Record<string, string>> | undefined {
  const ready = typeof message === 'object' && message && 'ready' in message ? message.ready : undefined;
  if (typeof ready !== 'object' || ready === null) return undefined;
  return Object.fromEntries(Object.entries(ready).map(([name, value]) => [name, String(value)]));
}
