import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSerials, serialRanges } from './serial-range.ts';

test('serials are read one by one and as stretches, in the widths of any keyboard [CHI-8.4-14]', () => {
  assert.deepEqual(readSerials('KS0009〜KS0011\nks0020, ＫＳ００２１'), {
    ok: true,
    value: ['KS0009', 'KS0010', 'KS0011', 'KS0020', 'KS0021'],
  });
});

test('what is no stretch is named by its place; a serial twice is said and never counted once [CHI-8.4-14]', () => {
  const typeOf = (text: string) => {
    const read = readSerials(text);
    return read.ok ? 'read' : read.error;
  };
  assert.deepEqual(typeOf('KS1 KS0009-KS02'), { type: 'range-unreadable', place: 2 });
  assert.deepEqual(typeOf('KS0009-KS0001'), { type: 'range-unreadable', place: 1 });
  assert.deepEqual(typeOf('KS1 見本'), { type: 'serial-unreadable', place: 2 });
  assert.deepEqual(typeOf('KS0001-KS0003 KS0002'), { type: 'serial-twice', serial: 'KS0002' });
});

test('what is in the stretches is what went in, whatever the order and the gaps [CHI-8.4-14]', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 80 }), (numbers) => {
      const serials = numbers.map((number) => `KS${String(number).padStart(4, '0')}`);
      const ranges = serialRanges(serials);
      const back = readSerials(ranges.map(({ from, to }) => `${from}-${to}`).join('\n'));
      assert.deepEqual(back, { ok: true, value: serials.toSorted() });
      assert.equal(
        ranges.reduce((sum, { count }) => sum + count, 0),
        serials.length,
      );
    }),
  );
});
