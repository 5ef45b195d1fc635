import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../basics/civil-date.ts';
import { isCommonPassword } from './guessed-password.ts';
import { passwordAge, passwordFaults } from './password-rule.ts';
import { USUAL_SIGN_IN } from './sign-in-rules.ts';

const rules = { ...USUAL_SIGN_IN.password, houseWords: [...USUAL_SIGN_IN.password.houseWords, 'chiyoda'] };
const faults = (password: string) => passwordFaults(password, ['p-100234'], rules);

test('eleven characters or two classes are refused with the reason, twelve and three are taken [SEC-5-2]', () => {
  assert.deepEqual(faults('Kx7-vbQ2-tm'), ['too-short']);
  assert.deepEqual(faults('Kx7-vbQ2-tmz'), []);
  assert.deepEqual(faults('kxavbqdtmzwrheu'), ['too-few-classes']);
  assert.deepEqual(faults('kxavbq7dtmzwrheu'), ['too-few-classes']);
  assert.deepEqual(faults('kxavbq7dtmZwrheu'), []);
  assert.deepEqual(faults('みまもりの7つのKagi束ねて'), []);
  assert.deepEqual(faults(`Kx7-${'vbQ2tmzw'.repeat(20)}`), ['too-long']);
});

test('what everybody tries first is refused, however it is written [SEC-5-2]', () => {
  for (const common of [
    'Password1234',
    'P@ssw0rd2026!',
    'Qwerty!12345',
    'Admin-2026-Admin',
    'Sakura2026!!!',
    'Aa1Aa1Aa1Aa1',
    'Abcd1234Efgh5678',
    '1qaz2wsx#EDC',
    'Welcome!!!!2026',
  ]) {
    assert.ok(isCommonPassword(common));
    assert.ok(faults(common).includes('common'));
  }
  assert.equal(isCommonPassword('Password-of-my-7-neighbours'), false);
});

test('a password is not built on the own ID or a word of the house [SEC-5-2]', () => {
  assert.deepEqual(faults('vbQ2-P-100234-tmz'), ['own-word']);
  assert.deepEqual(faults('vbQ2-ChiyodA-tmzw'), ['own-word']);
});

test('whatever its signs, a short password or one of two classes is never taken [SEC-5-2]', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 11 }), (password) => {
      const isShort = Array.from(password).length < 12;
      assert.equal(passwordFaults(password, [], rules).includes('too-short'), isShort);
    }),
  );
  const two = fc.string({
    unit: fc.constantFrom(...Array.from('abcdefgh12345678')),
    minLength: 12,
    maxLength: 60,
  });
  fc.assert(
    fc.property(two, (password) => {
      assert.ok(passwordFaults(password, [], rules).includes('too-few-classes'));
    }),
  );
});

test('a password is reminded of from day 76 and opens nothing but its change after day 90 [SEC-5-3]', () => {
  const setOn = date('2026-04-01');
  const age = (days: number) => passwordAge(setOn, addDays(setOn, days), rules);
  assert.deepEqual([0, 75, 76, 90, 91].map(age), ['good', 'good', 'remind', 'remind', 'expired']);
});
