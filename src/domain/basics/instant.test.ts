import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { date } from './civil-date.ts';
import { addMinutes, dayOfInstant, epochOf, instantAt, instantFromEpoch } from './instant.ts';

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
// From 1952 on: Japan had summer time until 1951, which the fixed offset of the program leaves out.
const anyMoment = fc.integer({
  min: at('1952-01-01T00:00:00+09:00'),
  max: at('2199-12-31T23:59:59.999+09:00'),
});

test('a moment is written with the offset of Japan as Temporal writes it there, and read back [B-01]', () => {
  fc.assert(
    fc.property(anyMoment, (epoch) => {
      const instant = instantFromEpoch(epoch);
      const japan = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO('Asia/Tokyo');
      assert.equal(instant, japan.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 }));
      assert.equal(epochOf(instant), epoch);
      assert.equal(dayOfInstant(instant), japan.toPlainDate().toString());
    }),
    { numRuns: 10_000 },
  );
});

test('the day of a moment turns at midnight in Japan, not in Greenwich [B-01]', () => {
  assert.equal(dayOfInstant(instantFromEpoch(at('2026-04-30T14:59:59.999Z'))), '2026-04-30');
  assert.equal(dayOfInstant(instantFromEpoch(at('2026-04-30T15:00:00.000Z'))), '2026-05-01');
});

test('moments sort as text in the order in which they happen [B-01]', () => {
  fc.assert(
    fc.property(anyMoment, anyMoment, (a, b) => {
      assert.equal(instantFromEpoch(a) < instantFromEpoch(b), a < b);
    }),
    { numRuns: 5000 },
  );
});

test('a time on a day is a moment in Japan, and minutes pass over midnight [B-01]', () => {
  const evening = instantAt(date('2026-05-01'), '23:50');
  assert.equal(evening, '2026-05-01T23:50:00.000+09:00');
  assert.equal(addMinutes(evening, 15), '2026-05-02T00:05:00.000+09:00');
  assert.equal(addMinutes(addMinutes(evening, 15), -15), evening);
});
