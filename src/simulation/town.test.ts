import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../domain/basics/civil-date.ts';
import type { YearMonth } from '../domain/basics/year-month.ts';
import { reachesMonth8, STANDARD_WEEKS } from '../domain/calendar/pregnancy.ts';
import { chiyodaVisit } from '../programmes/chiyoda-visit/programme.ts';
import { readList } from '../exchange/intake/read-list.ts';
import { seededChance } from './chance.ts';
import { womenReaching } from './town.ts';
import { targetsFile } from './ward-list.ts';

const month = '2026-06' as YearMonth;

test('the same seed invents the same women, each reaching the 8th month in the month asked for', () => {
  const women = womenReaching(month, 60, 1, seededChance(7));
  assert.deepEqual(women, womenReaching(month, 60, 1, seededChance(7)));
  assert.notDeepEqual(women, womenReaching(month, 60, 1, seededChance(8)));
  assert.ok(women.every(({ due }) => reachesMonth8(due, STANDARD_WEEKS).startsWith(month)));
});

test('the town writes a list that intake reads without refusing anybody [CHI-8.1-1]', async () => {
  const women = womenReaching(month, 200, 1, seededChance(3));
  const file = await targetsFile(women, date('2026-05-08'), 'mihon-no-password-2026');
  assert.ok(file.ok);
  const read = await readList(file.value, {
    kind: 'targets',
    password: 'mihon-no-password-2026',
    months: [month],
    settings: { municipality: chiyodaVisit.municipality.name, weeks: STANDARD_WEEKS },
  });
  assert.ok(read.ok);
  assert.deepEqual(read.value.refused, []);
  assert.equal(read.value.rowCount, 200);
});
