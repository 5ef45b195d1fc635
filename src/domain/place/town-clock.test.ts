import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import { townNow } from './town-clock.ts';

const clock = {
  town: instantAt(date('2026-09-16'), '09:30'),
  since: instantAt(date('2027-02-03'), '22:10'),
};

test('a town goes on where it was left, as fast as real time goes by', () => {
  assert.equal(townNow(clock, clock.since), clock.town);
  assert.equal(
    townNow(clock, instantAt(date('2027-02-04'), '00:10')),
    instantAt(date('2026-09-16'), '11:30'),
  );
  assert.equal(
    townNow(clock, instantAt(date('2027-02-05'), '22:10')),
    instantAt(date('2026-09-18'), '09:30'),
  );
});

test('a real clock that was set back does not take the town back before it was left', () => {
  assert.equal(townNow(clock, instantAt(date('2027-02-01'), '08:00')), clock.town);
});
