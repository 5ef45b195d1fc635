import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { date } from '../domain/basics/civil-date.ts';
import { instantAt } from '../domain/basics/instant.ts';
import { readCard, writeCard } from './card.ts';
import { placeClock, standStill } from './place-clock.ts';

const dir = await mkdtemp(join(tmpdir(), 'mimamori-clock-'));
after(() => rm(dir, { recursive: true, force: true }));

const at = (day: string, time: string) => instantAt(date(day), time);

async function cardOf(name: string, tryout: boolean): Promise<string> {
  const path = join(dir, name);
  await writeCard(path, {
    programme: 'some-visit',
    tryout,
    secondPlace: join(dir, 'second'),
    database: 'some_visit_inside',
    anchorPublicKey: '',
    createdAt: '2026-04-01T08:00:00.000+09:00',
  });
  return path;
}

test('a place without a town goes by the real clock [SEC-1-2]', async () => {
  const card = await cardOf('plain.json', false);
  const now = await placeClock(card, () => at('2027-01-05', '12:00'));
  assert.equal(now(), at('2027-01-05', '12:00'));
  assert.equal((await readCard(card))?.clock, undefined);
});

test('a town that was left on a day goes on from there at its first opening, in every process', async () => {
  const card = await cardOf('town.json', true);
  await standStill(card, at('2026-09-16', '09:30'));
  let real = at('2027-02-03', '08:00');
  const now = await placeClock(card, () => real);
  assert.equal(now(), at('2026-09-16', '09:30'));
  real = at('2027-02-03', '10:00');
  assert.equal(now(), at('2026-09-16', '11:30'));
  const second = await placeClock(card, () => real);
  assert.equal(second(), at('2026-09-16', '11:30'));
});

test('a real place can neither be left standing nor be given a clock by hand [SEC-1-2]', async () => {
  const card = await cardOf('real.json', false);
  await assert.rejects(standStill(card, at('2026-09-16', '09:30')), /try-out/);
  const altered = { ...JSON.parse(await readFile(card, 'utf8')), clock: { town: at('2026-09-16', '09:30') } };
  await writeFile(card, JSON.stringify(altered));
  await assert.rejects(
    placeClock(card, () => at('2027-01-05', '12:00')),
    /clock of its own/,
  );
});
