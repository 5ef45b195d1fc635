import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  addDays,
  civilDate,
  civilDateFrom,
  compareDates,
  date,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  isLeapYear,
  monthOf,
  parseCivilDate,
  weekday,
  yearOf,
} from './civil-date.ts';

const FIRST = date('1868-01-01');
const LAST = date('2199-12-31');
const anyDay = fc.integer({ min: dayNumber(FIRST), max: dayNumber(LAST) }).map(civilDate);

test('every day of 1868 to 2199 has the number, parts and weekday that Temporal gives it [B-01]', () => {
  const epoch = Temporal.PlainDate.from('1970-01-01');
  let plain = Temporal.PlainDate.from(FIRST);
  let expected = epoch.until(plain, { largestUnit: 'day' }).days;
  assert.equal(dayNumber(FIRST), expected);
  for (; Temporal.PlainDate.compare(plain, LAST) <= 0; plain = plain.add({ days: 1 })) {
    const day = date(plain.toString());
    assert.equal(dayNumber(day), expected, day);
    assert.equal(civilDate(expected), day);
    assert.deepEqual([yearOf(day), monthOf(day), dayOf(day)], [plain.year, plain.month, plain.day]);
    assert.equal(weekday(day), plain.dayOfWeek % 7, day);
    expected += 1;
  }
  assert.equal(expected, dayNumber(LAST) + 1);
});

test('days are added and counted as Temporal does, forward and back [B-01]', () => {
  const count = fc.integer({ min: -20_000, max: 20_000 });
  fc.assert(
    fc.property(anyDay, count, (day, days) => {
      fc.pre(dayNumber(day) + days >= dayNumber(FIRST) && dayNumber(day) + days <= dayNumber(LAST));
      const moved = addDays(day, days);
      assert.equal(moved, Temporal.PlainDate.from(day).add({ days }).toString());
      assert.equal(daysBetween(day, moved), days);
    }),
    { numRuns: 10_000 },
  );
});

test('leap years and lengths of months are those of Temporal [B-01]', () => {
  for (let year = 1868; year <= 2199; year += 1) {
    assert.equal(isLeapYear(year), Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear);
    for (let month = 1; month <= 12; month += 1) {
      assert.equal(daysInMonth(year, month), Temporal.PlainYearMonth.from({ year, month }).daysInMonth);
    }
  }
});

test('a date is read in its one form only, and a day that does not exist is an error [B-01]', () => {
  assert.deepEqual(parseCivilDate('2028-02-29'), { ok: true, value: '2028-02-29' });
  const wrong = [
    '2026-02-29|1900-02-29|2026-04-31|2026-00-10|2026-13-01|2026-01-00|2026-01-32|1867-12-31|2200-01-01',
    '2026-1-1|2026/01/01|20260101| 2026-01-01|2026-01-01 |2026-01-01T00:00|02026-01-01||２０２６-01-01',
  ].flatMap((line) => line.split('|'));
  for (const text of wrong) assert.equal(parseCivilDate(text).ok, false, text);
  assert.deepEqual(parseCivilDate('nonsense'), {
    ok: false,
    error: { type: 'not-a-date', found: 'nonsense' },
  });
});

test('numbers make a date when Temporal accepts them and the year is in range, and else an error [B-01]', () => {
  const year = fc.integer({ min: 1860, max: 2210 });
  const part = fc.integer({ min: -1, max: 33 });
  fc.assert(
    fc.property(year, part, part, (year, month, day) => {
      const made = civilDateFrom(year, month, day);
      assert.equal(made.ok ? made.value : undefined, temporalDate(year, month, day));
    }),
    { numRuns: 20_000 },
  );
  assert.equal(civilDateFrom(2026, 1.5, 1).ok, false);
  assert.equal(civilDateFrom(2026, 1, 1.5).ok, false);
  assert.equal(civilDateFrom(Number.NaN, 1, 1).ok, false);
});

test('dates sort like the calendar [B-01]', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => compareDates(a, b) === Temporal.PlainDate.compare(a, b)),
    { numRuns: 5000 },
  );
});

test('a wrong date in the program text stops the program [B-01]', () => {
  assert.equal(date('2026-09-01'), '2026-09-01');
  assert.throws(() => date('2026-02-30'), /Not a date in the program text: 2026-02-30/);
});

function temporalDate(year: number, month: number, day: number): string | undefined {
  if (year < 1868 || year > 2199) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}
