import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

const SRC = join(import.meta.dirname, '..');
const SEEDED = /seededChance|seededIds|drivenClock/;

/** Where chance of a seed may be named: in the simulation alone. */
const MAY = /^simulation\//;

async function sources(): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const names = await readdir(SRC, { recursive: true });
  return Promise.all(
    names
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map(async (path) => ({ path, text: await readFile(join(SRC, path), 'utf8') })),
  );
}

test('nothing outside the simulation can draw ids, codes or tokens from a seed [SEC-1-2]', async () => {
  const all = await sources();
  const named = all.filter(({ text }) => SEEDED.test(text)).map(({ path }) => path);
  assert.ok(named.includes('simulation/start.ts'), 'the search itself works');
  assert.deepEqual(
    named.filter((path) => !MAY.test(path)),
    [],
  );
});

test('the start of real places hands over a real clock and random ids, and no secrets [SEC-1-2]', async () => {
  const all = new Map((await sources()).map(({ path, text }) => [path, text]));
  const start = all.get('start.ts') ?? '';
  assert.match(start, /works = \{ now: \(\) => instantFromEpoch\(Date\.now\(\)\), ids: randomIds\(\) \};/);
  assert.match(start, /realDoors\(works\)/);
  for (const path of ['start.ts', 'real-doors.ts', 'place-door.ts']) {
    assert.doesNotMatch(all.get(path) ?? 'seed', /secrets|[Ss]eed/, path);
  }
});
