import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../../domain/basics/civil-date.ts';
import { addMinutes, epochOf, instantAt, instantFromEpoch } from '../../domain/basics/instant.ts';
import { counterOf, delayAt } from './limits.ts';

const NOW = instantAt(date('2026-06-10'), '10:00');
const MEASURE = { free: 3, refillSeconds: 60, first: 30, most: 900 };

test('three are free, then each waits twice as long as the one before, up to a quarter of an hour [AMB-44]', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5, 8, 30, 5000].map((level) => delayAt(level, MEASURE) / 1000),
    [0, 0, 30, 60, 120, 900, 900, 900],
  );
});

test('who waits long enough has all tries again, and nobody else pays for it [AMB-44]', () => {
  const counter = counterOf(MEASURE);
  for (let at = 0; at < 3; at += 1) assert.equal(counter.count('a', NOW), undefined);
  assert.equal(counter.count('a', NOW), instantFromEpoch(epochOf(NOW) + 30_000));
  assert.equal(counter.count('b', NOW), undefined);
  const later = addMinutes(NOW, 10);
  for (let at = 0; at < 3; at += 1) assert.equal(counter.count('a', later), undefined);
  assert.notEqual(counter.count('a', later), undefined);
});

test('a try that was right after all is taken back [AMB-44]', () => {
  const counter = counterOf(MEASURE);
  for (let at = 0; at < 50; at += 1) {
    assert.equal(counter.count('a', NOW), undefined);
    counter.takeBack('a');
  }
});

test('nobody ever waits longer than the most, whatever the clock does [AMB-44]', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3600, max: 3600 }), { maxLength: 60 }), (steps) => {
      const counter = counterOf(MEASURE);
      let at = epochOf(NOW);
      let newest = at;
      for (const step of steps) {
        at += step * 1000;
        newest = Math.max(newest, at);
        const until = counter.count('a', instantFromEpoch(at));
        assert.ok(until === undefined || epochOf(until) <= newest + MEASURE.most * 1000);
      }
    }),
  );
});
