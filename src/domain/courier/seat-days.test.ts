import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { daysToGive, daysToReclaim } from './seat-days.ts';

const { rules } = chiyodaVisit;
const at = (day: string, time: string) => instantAt(date(day), time);

test('free seats go out three days ahead, and none that can no longer be taken online [CHI-8.16-7]', () => {
  // Monday, 18 May 2026: tomorrow closes online today at 17:00.
  assert.deepEqual(daysToGive(at('2026-05-18', '10:00'), rules), ['2026-05-19', '2026-05-20', '2026-05-21']);
  assert.deepEqual(daysToGive(at('2026-05-18', '16:30'), rules), ['2026-05-20', '2026-05-21']);
});

test('what is closed online and was heard goes back to the telephone, an hour after the cut-off [CHI-8.16-7]', () => {
  assert.deepEqual(daysToReclaim(at('2026-05-18', '17:59'), rules), { from: '2026-05-18', to: '2026-05-18' });
  assert.deepEqual(daysToReclaim(at('2026-05-18', '18:00'), rules), { from: '2026-05-18', to: '2026-05-19' });
  // Saturday evening: Sunday is closed, and Monday can no longer be taken online.
  assert.deepEqual(daysToReclaim(at('2026-05-16', '18:00'), rules), { from: '2026-05-16', to: '2026-05-18' });
});

test('no day is given out and reclaimed at the same moment', () => {
  for (let minutes = 0; minutes < 14 * 24 * 60; minutes += 7) {
    const now = instantPlus(minutes);
    const back = daysToReclaim(now, rules);
    const out = daysToGive(now, rules);
    assert.ok(!out.some((day) => back && day <= back.to));
  }
});

function instantPlus(minutes: number) {
  const day = 11 + Math.floor(minutes / (24 * 60));
  const rest = minutes % (24 * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return at(`2026-05-${two(day)}`, `${two(Math.floor(rest / 60))}:${two(rest % 60)}`);
}
