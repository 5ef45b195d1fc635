import type { CivilDate } from './civil-date.ts';
import { civilDate, dayNumber } from './civil-date.ts';

/** A moment, written ISO 8601 with Japan's offset and milliseconds: 2026-05-01T09:30:00.000+09:00. Sorts as text. */
export type Instant = string & { readonly __brand: 'Instant' };

const JAPAN_OFFSET_MS = 9 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** From milliseconds since 1970 (UTC), as a clock gives them. */
export function instantFromEpoch(milliseconds: number): Instant {
  const japan = milliseconds + JAPAN_OFFSET_MS;
  const day = Math.floor(japan / DAY_MS);
  const rest = japan - day * DAY_MS;
  const part = (unit: number, size: number, width: number) =>
    String(Math.floor(rest / unit) % size).padStart(width, '0');
  const time = `${part(3_600_000, 24, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}.${part(1, 1000, 3)}`;
  return `${civilDate(day)}T${time}+09:00` as Instant;
}

/** Milliseconds since 1970 (UTC). */
export function epochOf(instant: Instant): number {
  const part = (at: number, width: number) => Number(instant.slice(at, at + width));
  const time = part(11, 2) * 3_600_000 + part(14, 2) * 60_000 + part(17, 2) * 1000 + part(20, 3);
  return dayNumber(dayOfInstant(instant)) * DAY_MS + time - JAPAN_OFFSET_MS;
}

/** The day in Japan on which the moment lies. */
export function dayOfInstant(instant: Instant): CivilDate {
  return instant.slice(0, 10) as CivilDate;
}

/** The moment at `time` (HH:MM, Japan) on a day. */
export function instantAt(day: CivilDate, time: string): Instant {
  return `${day}T${time}:00.000+09:00` as Instant;
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantFromEpoch(epochOf(instant) + minutes * 60_000);
}
