import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../basics/civil-date.ts';
import { addMinutes, instantAt } from '../basics/instant.ts';
import { sessionStanding, type Behind, type SessionFacts } from './session-rule.ts';
import { USUAL_SIGN_IN } from './sign-in-rules.ts';

const nine = instantAt(date('2026-05-01'), '09:00');
const session: SessionFacts = {
  stamp: 4,
  began: nine,
  seen: nine,
  proved: nine,
  second: true,
  locked: false,
  network: 'office',
};
const behind: Behind = {
  stamp: 4,
  isOpen: true,
  isDeviceRegistered: true,
  network: 'office',
  factors: 1,
  passwordSetOn: date('2026-04-01'),
  temporary: false,
};

const after = (minutes: number, changes: Partial<SessionFacts> = {}, others: Partial<Behind> = {}) =>
  sessionStanding(
    { ...session, ...changes },
    { ...behind, ...others },
    addMinutes(nine, minutes),
    USUAL_SIGN_IN,
  );

test('a pause of ten minutes locks a session, eight hours end it whatever happens [SEC-4-6]', () => {
  assert.deepEqual(after(9), { is: 'open', fresh: true, remind: false });
  assert.deepEqual(after(10), { is: 'waiting', needs: 'password', fresh: false });
  assert.deepEqual(after(1, { locked: true }), { is: 'waiting', needs: 'password', fresh: true });
  assert.equal(after(479, { seen: addMinutes(nine, 478) }).is, 'open');
  assert.deepEqual(after(480, { seen: addMinutes(nine, 479) }), { is: 'ended', why: 'over' });
});

test('a change of rights or password, a disabled ID, a terminal or network taken away end it at once [SEC-4-8, SEC-15-1]', () => {
  assert.deepEqual(after(1, {}, { stamp: 5 }), { is: 'ended', why: 'changed' });
  assert.deepEqual(after(1, {}, { isOpen: false }), { is: 'ended', why: 'changed' });
  assert.deepEqual(after(1, {}, { isDeviceRegistered: false }), { is: 'ended', why: 'device-withdrawn' });
  assert.deepEqual(after(1, {}, { network: undefined }), { is: 'ended', why: 'network-changed' });
  assert.deepEqual(after(1, {}, { network: 'visits' }), { is: 'ended', why: 'network-changed' });
});

test('the second factor comes before everything, also before the change that a reset asks for [SEC-15-1, SEC-5-1]', () => {
  const needs = (changes: Partial<SessionFacts>, others: Partial<Behind>) => {
    const standing = after(1, changes, others);
    return standing.is === 'waiting' ? standing.needs : standing.is;
  };
  assert.equal(needs({ second: false }, {}), 'second-factor');
  assert.equal(needs({ second: false }, { temporary: true }), 'second-factor');
  assert.equal(needs({}, { temporary: true }), 'new-password');
  assert.equal(needs({ second: false }, { temporary: true, factors: 0 }), 'new-password');
  assert.equal(needs({ second: false }, { factors: 0 }), 'first-factor');
  assert.equal(needs({}, { factors: 0 }), 'first-factor');
});

test('on day 91 of a password every page but its change is closed, from day 76 it is reminded of [SEC-5-3]', () => {
  assert.deepEqual(after(1, {}, { passwordSetOn: date('2026-01-30') }), {
    is: 'waiting',
    needs: 'new-password',
    fresh: true,
  });
  const old = after(1, {}, { passwordSetOn: date('2026-01-31') });
  assert.ok(old.is === 'open' && old.remind);
});

test('no session is ever open without second factor, registered terminal, or with an older stamp [SEC-15-1, SEC-4-8]', () => {
  const any = fc.record({
    minutes: fc.integer({ min: 0, max: 600 }),
    seen: fc.integer({ min: 0, max: 600 }),
    second: fc.boolean(),
    locked: fc.boolean(),
    stamp: fc.integer({ min: 3, max: 5 }),
    isOpen: fc.boolean(),
    isDeviceRegistered: fc.boolean(),
    factors: fc.integer({ min: 0, max: 2 }),
    temporary: fc.boolean(),
  });
  fc.assert(
    fc.property(any, ({ minutes, seen, second, locked, ...others }) => {
      const standing = after(minutes, { second, locked, seen: addMinutes(nine, seen) }, others);
      const isWhole =
        second &&
        !locked &&
        minutes - seen < 10 &&
        minutes < 480 &&
        others.stamp === 4 &&
        others.isOpen &&
        others.isDeviceRegistered &&
        others.factors > 0 &&
        !others.temporary;
      assert.equal(standing.is === 'open', isWhole);
    }),
  );
});
