import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formatTracking, readTracking } from './tracking.ts';

for (const [typed, expected] of [
  ['131-12-38385-2', { ok: true, number: '13112383852', kind: 'registered' }],
  ['131-12-38385-3', { ok: false, number: '13112383853', reason: 'check' }],
  ['4055-4842-4886', { ok: true, number: '405548424886', kind: 'parcel' }],
  ['１３１－１２－３８３８５－２', { ok: true, number: '13112383852', kind: 'registered' }],
  ['131‐12‐38385ー2', { ok: true, number: '13112383852', kind: 'registered' }],
  [' 131 12 38385 2 ', { ok: true, number: '13112383852', kind: 'registered' }],
  ['a13112383852a', { ok: true, number: '13112383852', kind: 'registered' }],
  ['RR473124829JP', { ok: true, number: 'RR473124829JP', kind: 'international' }],
  ['rr 473 124 828 jp', { ok: false, number: 'RR473124828JP', reason: 'check' }],
  ['1311238385', { ok: false, number: '1311238385', reason: 'length' }],
  ['131-12-38385-X', { ok: false, number: '1311238385X', reason: 'characters' }],
  ['', { ok: false, number: '', reason: 'empty' }],
  ['―', { ok: false, number: '', reason: 'empty' }],
] as const) {
  test(`the tracking number "${typed}" is read as ${JSON.stringify(expected)} [CHI-8.1-7]`, () => {
    assert.deepEqual(readTracking(typed), expected);
  });
}

test('a number that ends in 7, 8 or 9 is never right [CHI-8.1-7]', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{10,11}$/), fc.constantFrom('7', '8', '9'), (digits, last) => {
      assert.equal(readTracking(digits + last).ok, false);
    }),
  );
});

test('exactly one last digit fits, and it is the remainder of the whole number [CHI-8.1-7]', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{10,11}$/), (digits) => {
      const right = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((last) => readTracking(`${digits}${last}`).ok);
      assert.deepEqual(right, [Number(BigInt(digits) % 7n)]);
    }),
  );
});

test('one wrong digit is found, except where it differs by seven [CHI-8.1-7]', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), (place, digit) => {
      const right = '13112383852';
      const wrong = `${right.slice(0, place)}${digit}${right.slice(place + 1)}`;
      assert.equal(readTracking(wrong).ok, Math.abs(Number(right[place]) - digit) % 7 === 0);
    }),
  );
});

test('a number is printed as on the label and read back [CHI-8.1-7]', () => {
  assert.equal(formatTracking('13112383852'), '131-12-38385-2');
  assert.equal(formatTracking('405548424886'), '4055-4842-4886');
  assert.equal(formatTracking('RR473124829JP'), 'RR473124829JP');
  assert.equal(readTracking(formatTracking('13112383852')).number, '13112383852');
});
