import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { civilDate, date, dayNumber } from './civil-date.ts';
import { addMonths, firstDay, monthContaining, parseYearMonth } from './year-month.ts';

const anyDay = fc
  .integer({ min: dayNumber(date('1900-01-01')), max: dayNumber(date('2150-12-31')) })
  .map(civilDate);

test('a month is read in its one form only [B-01]', () => {
  assert.deepEqual(parseYearMonth('2026-05'), { ok: true, value: '2026-05' });
  for (const text of [
    '2026-13',
    '2026-00',
    '2026-5',
    '202605',
    '2026-05-01',
    '1867-12',
    '2200-01',
    '',
    ' 2026-05',
  ]) {
    assert.deepEqual(parseYearMonth(text), { ok: false, error: { type: 'not-a-month', found: text } });
  }
});

test('the month and first day of a day, and months later and earlier, are those of Temporal [B-01]', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -360, max: 360 }), (day, months) => {
      const plain = Temporal.PlainDate.from(day);
      const month = monthContaining(day);
      assert.equal(month, plain.toPlainYearMonth().toString());
      assert.equal(firstDay(month), plain.with({ day: 1 }).toString());
      assert.equal(addMonths(month, months), plain.toPlainYearMonth().add({ months }).toString());
    }),
    { numRuns: 10_000 },
  );
});
