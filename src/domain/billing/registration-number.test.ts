import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registrationNumber } from './registration-number.ts';

test('the number of a company is T and a corporate number whose check digit holds [CHI-10-1]', () => {
  for (const number of ['T7123456789012', 'T4011001098993', 'T2120901007402', 'T7010705000725']) {
    assert.deepEqual(registrationNumber(number, true), { ok: true, value: { number, doubt: false } });
  }
});

test('a mistyped number of a company is refused, the same digits of a sole trader only make doubt', () => {
  const wrong = 'T7123456789013';
  assert.deepEqual(registrationNumber(wrong, true), { ok: false, error: { type: 'check-digit-wrong' } });
  assert.deepEqual(registrationNumber(wrong, false), { ok: true, value: { number: wrong, doubt: true } });
});

test('anything but T and 13 ASCII digits is refused of everybody', () => {
  for (const text of [
    '7123456789012',
    'T712345678901',
    'T71234567890123',
    't7123456789012',
    'T７123456789012',
    '',
  ]) {
    for (const corporate of [true, false]) {
      assert.deepEqual(registrationNumber(text, corporate), {
        ok: false,
        error: { type: 'not-t-and-13-digits' },
      });
    }
  }
});
