import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '../../domain/basics/civil-date.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { HandOver } from '../../domain/intake/receive-list.ts';

export type NoHandOver = { readonly type: 'hand-over-incomplete'; readonly missing: readonly string[] };

const words = z.union([z.string().trim().min(1), z.number().transform(String)]);
const known = z.looseObject({
  method: words,
  medium: words,
  from: words,
  to: words,
  at: words,
  rows: z.int().min(0).optional(),
  month: z.union([words, z.array(z.string()).transform((months) => months.join(','))]).optional(),
  by: words.optional(),
  /** The day whose state the list shows; by default the day of the hand-over. */
  asOf: z.string().optional(),
});

/** Reads a hand-over record (B-06). It must say how, on what, from whom, to whom and when; all else is kept as it is. */
export function readHandOver(
  record: unknown,
  today: CivilDate,
): Result<{ readonly handOver: HandOver; readonly asOf: CivilDate }, NoHandOver> {
  const read = known.safeParse(record);
  if (!read.success) {
    const missing = read.error.issues.map((issue) => String(issue.path[0] ?? ''));
    return err({ type: 'hand-over-incomplete', missing: [...new Set(missing)] });
  }
  const { method, medium, from, to, at, rows, month, by, asOf, ...more } = read.data;
  const said = parseCivilDate(asOf ?? at.slice(0, 10));
  return ok({
    handOver: {
      method,
      medium,
      from,
      to,
      at,
      ...(rows === undefined ? {} : { rows }),
      ...(month === undefined ? {} : { month }),
      ...(by === undefined ? {} : { by }),
      more,
    },
    asOf: said.ok && said.value <= today ? said.value : today,
  });
}
