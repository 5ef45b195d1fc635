import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../basics/civil-date.ts';
import { addMinutes, instantAt, type Instant } from '../basics/instant.ts';
import { inquiryRules } from '../../programmes/chiyoda-visit/inquiry.ts';
import { addOpenMinutes, openingNotBefore, openMinutesBetween } from './opening-hours.ts';

const { hours } = inquiryRules;
const at = (text: string): Instant => instantAt(date(text.slice(0, 10)), text.slice(11));
const opening = (text: string) => openingNotBefore(at(text), hours).slice(0, 16).replace('T', ' ');
const after = (text: string, minutes: number) =>
  addOpenMinutes(at(text), minutes, hours).slice(0, 16).replace('T', ' ');

test('a Sunday enquiry begins on Monday at nine, one on a holiday on the next operating day [CHI-8.14-4]', () => {
  assert.equal(opening('2026-05-10 11:00'), '2026-05-11 09:00');
  assert.equal(opening('2026-05-03 11:00'), '2026-05-07 09:00');
  assert.equal(opening('2026-12-28 17:00'), '2027-01-04 09:00');
  assert.equal(opening('2026-09-19 18:00'), '2026-09-24 09:00');
});

test('the desk opens at nine to the minute and is closed at five to the minute [CHI-8.14-4]', () => {
  assert.equal(opening('2026-05-09 08:59'), '2026-05-09 09:00');
  assert.equal(opening('2026-05-09 09:00'), '2026-05-09 09:00');
  assert.equal(opening('2026-05-09 16:59'), '2026-05-09 16:59');
  assert.equal(opening('2026-05-09 17:00'), '2026-05-11 09:00');
});

test('a complaint is answered within one operating day, which counts opening hours only [CHI-8.14-4]', () => {
  assert.equal(after('2026-05-11 10:00', 480), '2026-05-12 10:00');
  assert.equal(after('2026-05-10 20:00', 480), '2026-05-11 17:00');
  assert.equal(after('2026-05-09 16:30', 480), '2026-05-11 16:30');
  assert.equal(after('2026-12-28 16:00', 480), '2027-01-04 16:00');
  assert.equal(after('2026-05-11 09:00', 0), '2026-05-11 09:00');
});

test('minutes that were added have passed, whenever it began [CHI-8.14-4]', () => {
  const start = at('2026-04-01 00:00');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400_000 }),
      fc.integer({ min: 0, max: 3000 }),
      (offset, minutes) => {
        const from = addMinutes(start, offset);
        const to = addOpenMinutes(from, minutes, hours);
        assert.equal(openMinutesBetween(from, to, hours), minutes);
        assert.ok(to >= from);
        assert.ok(to.slice(11, 16) >= '09:00' && to.slice(11, 16) <= '17:00');
      },
    ),
  );
});
