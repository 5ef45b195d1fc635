import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '../domain/basics/civil-date.ts';
import type { Instant } from '../domain/basics/instant.ts';
import { parseYearMonth, type YearMonth } from '../domain/basics/year-month.ts';

/** The parts of which the inputs of rows are made. Everything from outside is read here and nowhere else. */
export const inputs = {
  /** An id of ours, by its prefix. */
  id: <const Prefix extends string>(prefix: Prefix) =>
    z.custom<`${Prefix}_${string}`>(
      (value) => typeof value === 'string' && new RegExp(`^${prefix}_[a-z0-9-]{1,64}$`).test(value),
    ),
  date: z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value).ok),
  month: z.custom<YearMonth>((value) => typeof value === 'string' && parseYearMonth(value).ok),
  /** A moment, ISO 8601 with milliseconds and Japan's offset. */
  instant: z.custom<Instant>(
    (value) =>
      typeof value === 'string' &&
      /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}\+09:00$/.test(value) &&
      parseCivilDate(value.slice(0, 10)).ok,
  ),
  /** A time of day, HH:MM. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** A code of ours or a reference number: printable ASCII without spaces, so that no name fits in by accident. */
  code: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  /** Free words about a person: they go to the vault, never to the journal. */
  words: z.string().max(4000),
};
