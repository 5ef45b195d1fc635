import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  isCorporateNumber,
  isMunicipalityCode,
  isS10Serial,
  mod7,
  municipalityCheckDigit,
} from './check-digits.ts';

test('the corporate numbers of domain.md 6 are right', () => {
  for (const number of ['7123456789012', '4011001098993', '2120901007402', '7010705000725']) {
    assert.ok(isCorporateNumber(number), number);
  }
});

test('a wrong, short or lettered corporate number is not one', () => {
  for (const number of ['8123456789012', '712345678901', 'T7123456789012', '71234567890121']) {
    assert.ok(!isCorporateNumber(number), number);
  }
});

test('one wrong digit of a corporate number is found, except 0 for 9', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(9), (place, digit) => {
      const right = '7123456789012';
      const wrong = `${right.slice(0, place)}${digit}${right.slice(place + 1)}`;
      const unseen = Math.abs(Number(right[place]) - digit) % 9 === 0;
      assert.equal(isCorporateNumber(wrong), unseen);
    }),
  );
});

for (const [five, six] of [
  ['13101', '131016'],
  ['13104', '131041'],
  ['13107', '131075'],
] as const) {
  test(`the code ${five} with its check digit is ${six}`, () => {
    assert.equal(municipalityCheckDigit(five), Number(six[5]));
    assert.ok(isMunicipalityCode(six));
    assert.ok(!isMunicipalityCode(`${five}${(Number(six[5]) + 1) % 10}`));
  });
}

test('the remainder by 7 is that of whole numbers of any length', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (number) => {
      assert.equal(mod7(String(number)), Number(number % 7n));
    }),
  );
});

test('an international serial proves itself and finds every single wrong digit', () => {
  assert.ok(isS10Serial('473124829'));
  assert.ok(isS10Serial('000000080'));
  assert.ok(isS10Serial('000000005'));
  assert.ok(!isS10Serial('47312482'));
  for (const place of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
    const wrong = Array.from('473124829', (digit, at) =>
      at === place ? (Number(digit) + 1) % 10 : digit,
    ).join('');
    assert.ok(!isS10Serial(wrong), wrong);
  }
});
