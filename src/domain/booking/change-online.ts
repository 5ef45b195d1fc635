import type { RefusalOf } from '../basics/refusal.ts';
import type { Instant } from '../basics/instant.ts';
import type { Context } from '../context.ts';
import type { Booking } from './booking.ts';
import { onlineUntil } from './visit-time.ts';

export type ChangeOnlineRefusal = RefusalOf<'change-too-late', { until: Instant }>;

/** Shortly before the visit a date is moved by telephone only: the visitor is on her way. Giving it up is always possible. */
export function changeOnlineRefusal(
  active: Booking,
  asked: Instant,
  context: Context,
): ChangeOnlineRefusal | undefined {
  if (context.actor !== 'resident') return undefined;
  const until = onlineUntil(active.date, context.rules);
  return asked > until ? { refused: 'change-too-late', until } : undefined;
}
