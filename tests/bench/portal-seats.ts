import type { Slot } from '../../src/domain/booking/slot.ts';
import type { PortalZone } from './portal-zone.ts';

/** Gives the outside so many more free seats of each time. */
export async function giveSeats(zone: PortalZone, slots: readonly Slot[], each: number): Promise<void> {
  await zone.fill(
    `insert into seat (slot, seat, date, start)
     select slot, coalesce((select max(seat) from seat s where s.slot = b.slot), 0) + n, date, start
     from unnest($1::text[], $2::text[], $3::text[]) as b (slot, date, start), generate_series(1, $4::int) as n`,
    [slots.map(({ slot }) => slot), slots.map((one) => one.date), slots.map(({ start }) => start), each],
  );
}

/** Seats of earlier days, and a great many of later ones, that others have: what lies there in the middle of a year. */
export async function takeSeats(zone: PortalZone, upTo: number, from = 0): Promise<void> {
  await zone.fill(
    `insert into seat (slot, seat, date, start, state, ref)
     select 'slot_' || day || '-1000', 1000 + n, day, '10:00', 'taken', gen_random_uuid()::text
     from generate_series($2::int + 1, $1::int) as n, lateral (select (date '2026-05-01' + n % 150)::text as day) as d`,
    [upTo, from],
  );
}

/** Takes back what is still free. */
export async function takeBackSeats(zone: PortalZone): Promise<void> {
  await zone.fill(`delete from seat where state <> 'taken'`, []);
}
