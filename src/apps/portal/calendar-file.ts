import { createHash } from 'node:crypto';
import { addMinutes, epochOf, instantAt, type Instant } from '../../domain/basics/instant.ts';
import type { OwnPart } from '../../domain/portal/own-part.ts';
import type { ShownDate } from '../../domain/portal/shown-date.ts';

/**
 * A calendar file (RFC 5545) that says "appointment" and the time, and nothing else: whoever looks into the calendar of
 * her phone or of her family learns no more. Taken again after a move it moves the entry: the name of the entry is hers
 * and its number goes up with everything she sends.
 */
export function calendarFile(
  { date, start, minutes = 60 }: ShownDate,
  { sent, counter }: Pick<OwnPart, 'sent' | 'counter'>,
  summary: string,
  now: Instant,
): string {
  const from = instantAt(date, start);
  const name = createHash('sha256')
    .update(`calendar|${sent[0]?.envelope ?? from}`)
    .digest('hex');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//appointment//1//JA',
    'BEGIN:VEVENT',
    `UID:${name.slice(0, 32)}`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${counter}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(addMinutes(from, minutes))}`,
    `SUMMARY:${summary.replaceAll(/[\\;,]/g, '\\$&')}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

/** 20260610T010000Z: the same moment wherever the phone is. */
function utc(instant: Instant): string {
  return new Date(epochOf(instant)).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

/** No line has more than 75 bytes; a letter is never cut. */
function folded(line: string): string {
  let length = 0;
  return Array.from(line, (letter) => {
    const bytes = Buffer.byteLength(letter);
    const fits = length + bytes <= MOST_BYTES;
    length = fits ? length + bytes : 1 + bytes;
    return fits ? letter : `\r\n ${letter}`;
  }).join('');
}

const MOST_BYTES = 75;
