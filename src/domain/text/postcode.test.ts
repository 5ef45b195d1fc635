import { test } from 'node:test';
import assert from 'node:assert/strict';
import { formatPostcode, isGeneralPostcode, readPostcode } from './postcode.ts';

for (const typed of [
  '1020083',
  '102-0083',
  '〒102-0083',
  '１０２－００８３',
  ' 102 0083',
  '102ー0083',
  '〒 １０２‐００８３',
]) {
  test(`${typed} is the postcode 1020083`, () => {
    assert.deepEqual(readPostcode(typed), { ok: true, value: '1020083' });
  });
}

for (const [typed, error] of [
  ['', { reason: 'empty' }],
  ['〒', { reason: 'empty' }],
  ['600001', { reason: 'lost-zero', likely: '0600001' }],
  ['10013', { reason: 'lost-zero', likely: '0010013' }],
  ['102-008', { reason: 'lost-zero', likely: '0102008' }],
  ['1020', { reason: 'length' }],
  ['10200831', { reason: 'length' }],
  ['102-OO83', { reason: 'characters' }],
] as const) {
  test(`"${typed}" is no postcode: ${error.reason}`, () => {
    assert.deepEqual(readPostcode(typed), { ok: false, error: { type: 'not-a-postcode', ...error } });
  });
}

test('a postcode is printed with its hyphen, and a general one is known by its end', () => {
  const read = readPostcode('1020083');
  assert.ok(read.ok);
  assert.equal(formatPostcode(read.value), '102-0083');
  assert.equal(isGeneralPostcode(read.value), false);
  const general = readPostcode('100-0000');
  assert.ok(general.ok && isGeneralPostcode(general.value));
});
