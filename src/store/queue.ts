import type { Order } from '../domain/decision.ts';
import type { Instant } from '../domain/basics/instant.ts';
import type { Statement, Writer } from './connection.ts';

const PLACE: Statement = {
  name: 'queue-place',
  text: `insert into queue_order (queue, ref, subject, placed_at, changed_at)
         select q, r, s, $4, $4 from unnest($1::text[], $2::text[], $3::text[]) as o (q, r, s)`,
};

/** Places orders: ids only. What is sent is decided again when it is sent. */
export async function placeOrders(writer: Writer, orders: readonly Order[], at: Instant): Promise<void> {
  if (orders.length === 0) return;
  await writer.rows(PLACE, [
    orders.map((order) => order.queue),
    orders.map((order) => order.ref),
    orders.map((order) => order.case ?? null),
    at,
  ]);
}
