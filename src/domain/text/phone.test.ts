import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPhone } from './phone.ts';

const read = (typed: string) => {
  const phone = readPhone(typed);
  return phone.ok ? phone.value : phone.error.reason;
};
const plain = (digits: string) => ({ digits, zeroRestored: false });

for (const [typed, expected] of [
  ['090-0000-1234', plain('09000001234')],
  ['０９０－００００－１２３４', plain('09000001234')],
  ['(03) 0000-1234', plain('0300001234')],
  ['+81 90-0000-1234', plain('09000001234')],
  ['+81(0)90 0000 1234', plain('09000001234')],
  ['010-81-3-0000-1234', plain('0300001234')],
  ['0120ー000ー123', plain('0120000123')],
  ['0800-000-1234', plain('08000001234')],
  ['TEL:03-0000-1234', plain('0300001234')],
  ['03-0000-1234 内線 12', { digits: '0300001234', extension: '12', zeroRestored: false }],
  ['9000001234', { digits: '09000001234', zeroRestored: true }],
  ['312345678', { digits: '0312345678', zeroRestored: true }],
  ['', 'empty'],
  ['なし', 'characters'],
  ['090-0000-123', 'length'],
  ['03-0000-12345', 'length'],
  ['03-0000-1234 / 090-0000-1234', 'length'],
  ['+82 10 0000 1234', 'foreign'],
] as const) {
  test(`the telephone number "${typed}" is read as ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(read(typed), expected);
  });
}

test('dashes, blanks and width never change the digits', () => {
  const sign = fc.constantFrom('', '-', '－', 'ー', ' ', '　', '(', ')', '.');
  fc.assert(
    fc.property(
      fc.stringMatching(/^0[789]0\d{8}$/),
      fc.array(sign, { minLength: 11, maxLength: 11 }),
      (digits, signs) => {
        const wide = Array.from(
          digits,
          (digit, at) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0) + signs[at],
        );
        assert.deepEqual(read(wide.join('')), plain(digits));
      },
    ),
  );
});
