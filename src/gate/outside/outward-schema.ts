import { z } from 'zod';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { SlotId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { OutwardBundle } from '../../domain/portal/bundle.ts';

const locator = z.string().regex(/^[0-9a-f]{64}$/);
const base64 = z.base64();
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+09:00$/)
  .transform((text) => text as Instant);
const day = z.iso.date().transform((text) => text as CivilDate);
const count = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);
const slot = z
  .string()
  .regex(/^slot_[\w-]{1,40}$/)
  .transform((text) => text as SlotId);
const seat = { slot, seat: z.int().min(1).max(10_000) };
const when = { date: day, start: z.string().regex(/^\d{2}:\d{2}$/) };
const ref = z.string().regex(/^[\w-]{1,60}$/);

/** What the inside sends; signed, and read anew all the same. */
export const outwardBundle = z.object({
  to: z.literal('outside'),
  programme: z.string().max(80),
  n: count.min(1),
  at: instant,
  snapshot: z.enum(['first', 'more', 'last']).optional(),
  revoked: z.array(locator),
  capsules: z.array(z.object({ locator, n: count, sealed: base64 })),
  seats: z.array(
    z.discriminatedUnion('word', [
      z.object({ word: z.literal('drop'), ...seat }),
      z.object({ word: z.literal('give'), ...seat, ...when }),
      z.object({ word: z.enum(['free', 'take']), ...seat, ...when, ref }),
    ]),
  ),
  closed: z.array(day),
  recipientKeys: z.array(z.object({ key: base64, from: instant, until: instant })),
  taken: count,
  secured: count,
  anchors: z.array(z.string().max(4000)),
}) satisfies z.ZodType<OutwardBundle>;
