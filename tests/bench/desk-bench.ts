import '../../src/tsx.ts';
import { gzipSync } from 'node:zlib';
import { performance } from 'node:perf_hooks';
import { bundleLive } from '../../src/apps/kit/server/bundle-live.ts';
import type { RoleName } from '../../src/domain/facts/governance.ts';
import { instantAt } from '../../src/domain/basics/instant.ts';
import { date } from '../../src/domain/basics/civil-date.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { benchPlace } from './bench-place.ts';
import { fillLedger } from './intake-bench.ts';
import { median, peakMb, type PartResult } from './part.ts';

const WOMEN = 100_000;
const CHUNK = 50_000;
const WORDS = ['ミホン', 'ミホン ハ', '1995-05-05', '0300', 'たかはし', '千代田', 'さとう み'];

/** The desk as a clerk waits for it: the first page, the search, the pages of the day, at a hundred thousand women. */
export async function deskBench(rounds: number, women = WOMEN): Promise<PartResult> {
  process.env['NODE_ENV'] = 'production';
  // Pages are loaded only after their loader is there.
  const { deskRoom, tokenIn } = await import('../support/desk-room.ts');
  const home = await benchPlace('2026-05-01');
  const ends: (() => Promise<void>)[] = [];
  try {
    const by = await home.person('mailing-clerk', 'responsible-manager');
    for (let from = 0; from < women; from += CHUNK)
      await fillLedger(home.place, by, Math.min(CHUNK, women - from), from);
    const room = await deskRoom({
      on: {
        place: home.place,
        person: async (...roles: RoleName[]) => (await home.person(...roles)) as `account_${string}`,
        setNow: home.setNow,
        works: { now: () => instantAt(date('2026-05-01'), '10:00'), ids: randomIds() },
      },
      atEnd: (close) => ends.push(close),
    });
    const { ticket } = await room.worker('responsible-manager');
    const timed = async (path: string, init?: RequestInit): Promise<number> => {
      const began = performance.now();
      const seen = await room.call(ticket, path, init);
      if (seen.status !== 200) throw new Error(`${path} answered ${seen.status}`);
      return performance.now() - began;
    };
    const first = await room.call(ticket, '/');
    const token = tokenIn(first.text);
    const search = (words: string) =>
      timed('/api/ask/person.search', {
        method: 'POST',
        body: JSON.stringify({ input: { words, limit: 8 } }),
        headers: { 'content-type': 'application/json', 'x-token': token },
      });
    await search('ミホン');
    const today: number[] = [];
    const lists: number[] = [];
    const searches = new Map<string, number[]>();
    for (let round = 0; round < rounds * 3; round += 1) {
      today.push(await timed('/'));
      lists.push(await timed('/cases'));
      for (const words of WORDS) searches.set(words, [...(searches.get(words) ?? []), await search(words)]);
    }
    const worst = Math.max(...[...searches.values()].map(median));
    const sizes = [...room.desk.assets.byPath.values()].map(({ body }) => body.gzip.length);
    const live = await bundleLive(`${import.meta.dirname}/../../src/apps/kit/live/live.ts`);
    const liveKb = live.files.map(({ code }) => gzipSync(code).length).reduce((a, b) => a + b, 0) / 1024;
    const firstKb = (gzipSync(first.text).length + sizes.reduce((a, b) => a + b, 0)) / 1024;
    return {
      lines: [
        { what: `today, end to end, ${women} cases`, measured: median(today), unit: 'ms', atMost: 300 },
        { what: `list of cases, end to end, ${women} cases`, measured: median(lists), unit: 'ms' },
        {
          what: `search of a person, end to end, the slowest kind of words, ${women} people`,
          measured: worst,
          unit: 'ms',
          atMost: 50,
        },
        { what: 'first screen with styles and script, gzip', measured: firstKb, unit: 'KB', atMost: 200 },
        { what: 'all pieces that behave, gzip', measured: liveKb, unit: 'KB' },
      ],
      peakMb: peakMb(),
    };
  } finally {
    for (const close of ends) await close();
    await home.remove();
  }
}
