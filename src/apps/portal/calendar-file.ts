import { addMinutes, epochOf, instantAt, type Instant } from '../../domain/basics/instant.ts';
import type { ShownDate } from '../../domain/portal/shown-date.ts';

/**
 * A calendar file (RFC 5545) that says "appointment" and the time, and nothing else: whoever looks into the calendar of
 * her phone or of her family learns no more.
 */
export function calendarFile(
  { date, start, minutes = 60 }: ShownDate,
  summary: string,
  now: Instant,
): string {
  const from = instantAt(date, start);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//appointment//1//JA',
    'BEGIN:VEVENT',
    `UID:${utc(from)}@appointment`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(addMinutes(from, minutes))}`,
    `SUMMARY:${summary}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** 20260610T010000Z */
function utc(instant: Instant): string {
  return new Date(epochOf(instant)).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
