import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../basics/civil-date.ts';
import { epochOf, instantAt, instantFromEpoch } from '../basics/instant.ts';
import { takeTry, type Tries } from './failure-rule.ts';
import { USUAL_SIGN_IN } from './sign-in-rules.ts';

const rules = USUAL_SIGN_IN.failures;
const start = epochOf(instantAt(date('2026-05-01'), '09:00'));
const at = (seconds: number) => instantFromEpoch(start + seconds * 1000);

test('each failure in a row waits longer, and after the fifth nobody is let in [SEC-11-1]', () => {
  let tries: Tries | undefined;
  const waited: number[] = [];
  let second = 0;
  for (let nth = 1; nth <= 5; nth += 1) {
    const taken = takeTry(tries, 0, at(second), rules);
    assert.ok(taken.say === 'go');
    assert.equal(taken.last, nth === 5);
    tries = taken.next;
    if (!tries.notBefore) continue;
    waited.push((epochOf(tries.notBefore) - epochOf(at(second))) / 1000);
    second += waited.at(-1) ?? 0;
    assert.equal(takeTry(tries, 0, at(second - 0.001), rules).say, 'wait');
  }
  assert.deepEqual(waited, [2, 4, 8]);
  assert.equal(takeTry(tries, 0, at(86_400), rules).say, 'locked');
});

test('unlocking begins a new round: what failed before does not count [SEC-11-1]', () => {
  const locked = { failures: 5, round: 0 };
  assert.equal(takeTry(locked, 0, at(0), rules).say, 'locked');
  const taken = takeTry(locked, 1, at(0), rules);
  assert.ok(taken.say === 'go' && taken.next.failures === 1 && taken.next.round === 1);
});

test('however the tries are spread over time, no more than five are ever looked at [SEC-11-1]', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }), (gaps) => {
      let tries: Tries | undefined;
      let second = 0;
      let looked = 0;
      for (const gap of gaps) {
        second += gap;
        const taken = takeTry(tries, 0, at(second), rules);
        if (taken.say !== 'go') continue;
        looked += 1;
        tries = taken.next;
      }
      assert.ok(looked <= 5);
    }),
  );
});
