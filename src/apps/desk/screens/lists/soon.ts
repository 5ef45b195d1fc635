import { setTimeout as pause } from 'node:timers/promises';

/** Small work is done before the page comes; what takes longer is followed on a page that reloads itself. */
const SOON_MS = 1500;

/** Waits until the work is done, but not longer than somebody waits for a page. */
export async function soon(work: Promise<void>): Promise<void> {
  const ended = new AbortController();
  await Promise.race([
    work.finally(() => ended.abort()),
    pause(SOON_MS, undefined, { signal: ended.signal }).catch(() => undefined),
  ]);
}
