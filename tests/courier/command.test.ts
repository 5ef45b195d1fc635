import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import type { Doors } from '../../src/cli/doors.ts';
import { ok } from '../../src/domain/basics/result.ts';
import { exchangeDropFolder } from '../../src/exchange/outside/drop-folder.ts';
import { placeDoor } from '../../src/place-door.ts';
import { signText } from '../../src/security/signature.ts';
import { at } from '../support/booking-place.ts';
import { OPEN_DAY } from '../support/portal-room.ts';
import { twoZones } from '../support/two-zones.ts';
import { readFile } from 'node:fs/promises';

const zones = await twoZones();
const { room, outside, woman, applies, checkSeats } = zones;
const { place } = room;
const folder = await mkdtemp(join(tmpdir(), 'mimamori-courier-'));
after(() => rm(folder, { recursive: true, force: true }));

const doors = {
  open: () => Promise.resolve(ok({ ...placeDoor(place), close: () => Promise.resolve() })),
} as unknown as Doors;

const run = async (...args: readonly string[]) => {
  const said = { lines: [] as string[], problems: [] as string[], json: [] as unknown[] };
  const code = await runCommandLine(['courier', ...args], doors, {
    line: (text) => void said.lines.push(text),
    json: (value) => void said.json.push(value),
    problem: (text) => void said.problems.push(text),
    progress: () => undefined,
    progressEnd: () => undefined,
    stdin: (async function* () {})(),
  });
  return { code, ...said };
};

test('a clerk carries bundles on a medium and reads how many came in and went out [SEC-10-4, SEC-14-3]', async () => {
  const her = await woman();
  const bundles = join(folder, 'bundles');
  const signing = await readFile(join(outside.keys, 'courier-key'), 'utf8');
  const drop = () =>
    exchangeDropFolder({
      end: outside.end(),
      dir: bundles,
      now: place.parts.now,
      sign: (text) => signText(signing, text),
    });
  const empty = await run('--import', join(folder, 'empty'));
  assert.equal(empty.code, 1);
  assert.match(empty.problems.join(), /state\.json/);
  await drop();
  const first = await run('--import', join(bundles, 'out'));
  assert.equal(first.code, 0, first.problems.join());
  assert.match(first.lines.join('\n'), /初めてつながりました[\s\S]*受け取り: 0通/);
  assert.equal((await run('--export', join(bundles, 'in'))).code, 0);
  await drop();
  assert.equal(await applies(her.code, at(OPEN_DAY, '09:00')), 'sent');
  await drop();
  const second = await run('--import', join(bundles, 'out'), '--json');
  assert.deepEqual((second.json[0] as { inward: { accepted: number } }).inward.accepted, 1);
  const third = await run('--export', join(bundles, 'in'));
  assert.match(third.lines.join('\n'), /送り出し: 1束/);
  await drop();
  await checkSeats();
});

test('without an outside that answers the clerk reads what to do, and nothing is lost [SEC-14-3]', async () => {
  const down = await run('--courier', 'https://127.0.0.1:1');
  assert.equal(down.code, 1);
  assert.match(down.problems.join(), /つながりません/);
  assert.equal((await run('--courier', 'http://127.0.0.1')).code, 2);
  assert.equal((await run('--export', 'a', '--import', 'b')).code, 2);
});
