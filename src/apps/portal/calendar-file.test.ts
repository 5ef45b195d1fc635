import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../../domain/basics/civil-date.ts';
import { instantAt } from '../../domain/basics/instant.ts';
import type { Sent } from '../../domain/portal/own-part.ts';
import { calendarFile } from './calendar-file.ts';

const NOW = instantAt(date('2026-06-10'), '10:00');
const SHOWN = { date: date('2026-06-18'), start: '09:00', mode: 'visit', certain: true } as const;
const sent = (envelope: string): Sent => ({ envelope, kind: 'apply', at: NOW, no: 'AB-12' });
const her = (counter: number, envelope = 'a'.repeat(64)) => ({ counter, sent: [sent(envelope)] });

/** Reads what RFC 5545 3.1 calls content lines, strictly; gives the names and values of the one event. */
function read(file: string): ReadonlyMap<string, string> {
  assert.ok(file.endsWith('\r\n'));
  const physical = file.slice(0, -2).split('\r\n');
  for (const line of physical) {
    assert.ok(Buffer.byteLength(line) <= 75, 'a line has at most 75 bytes');
    assert.ok(line.isWellFormed() && !/[\r\n]/.test(line));
  }
  const lines = physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  const pairs = lines.map((line): [string, string] => {
    const [, name = '', value = ''] =
      /^([A-Z-]+):(.*)$/su.exec(line) ?? assert.fail(`no content line: ${line}`);
    return [name, value.replaceAll(/\\([\\;,])/g, '$1')];
  });
  const [begin, end] = [pairs.slice(0, 4), pairs.slice(-2)];
  assert.deepEqual(
    [...begin, ...end].map(([name, value]) => `${name} ${name === 'PRODID' ? '' : value}`.trim()),
    ['BEGIN VCALENDAR', 'VERSION 2.0', 'PRODID', 'BEGIN VEVENT', 'END VEVENT', 'END VCALENDAR'],
  );
  const event = pairs.slice(4, -2);
  assert.equal(new Set(event.map(([name]) => name)).size, event.length, 'nothing is said twice');
  return new Map(event);
}

/** The moment of a UTC time, read by somebody else than us. */
const inTokyo = (utc: string | undefined) =>
  Temporal.Instant.from(utc ?? '')
    .toZonedDateTimeISO('Asia/Tokyo')
    .toPlainDateTime()
    .toString();

test('a calendar reads the time in Japan and the one word, and nothing else of her [CHI-8.16-9] [INC-31]', () => {
  const event = read(calendarFile({ ...SHOWN, minutes: 90 }, her(3), '予定', NOW));
  assert.equal(inTokyo(event.get('DTSTART')), '2026-06-18T09:00:00');
  assert.equal(inTokyo(event.get('DTEND')), '2026-06-18T10:30:00');
  assert.equal(inTokyo(event.get('DTSTAMP')), '2026-06-10T10:00:00');
  assert.equal(event.get('SUMMARY'), '予定');
  assert.equal(event.get('CLASS'), 'PRIVATE');
  assert.deepEqual([...event.keys()].toSorted(), [
    'CLASS',
    'DTEND',
    'DTSTAMP',
    'DTSTART',
    'SEQUENCE',
    'SUMMARY',
    'UID',
  ]);
});

test('taken again after a move it moves the entry; two women never share one [CHI-8.16-9]', () => {
  const first = read(calendarFile(SHOWN, her(2), '予定', NOW));
  const moved = read(calendarFile({ ...SHOWN, start: '14:00' }, her(3), '予定', NOW));
  const other = read(calendarFile(SHOWN, her(2, 'b'.repeat(64)), '予定', NOW));
  assert.equal(moved.get('UID'), first.get('UID'));
  assert.ok(Number(moved.get('SEQUENCE')) > Number(first.get('SEQUENCE')));
  assert.notEqual(other.get('UID'), first.get('UID'));
  assert.ok(!first.get('UID')?.includes('aaaa'), 'the number of her envelope is not in it');
});

test('whatever word a ward chooses, a calendar reads that word [CHI-8.16-9]', () => {
  const word = fc
    .string({ unit: 'grapheme', maxLength: 120 })
    .filter((text) => !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(text));
  fc.assert(
    fc.property(word, (summary) => {
      assert.equal(read(calendarFile(SHOWN, her(1), summary, NOW)).get('SUMMARY'), summary);
    }),
  );
});
