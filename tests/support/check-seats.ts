import assert from 'node:assert/strict';
import { daysToReclaim } from '../../src/domain/courier/seat-days.ts';
import type { Place } from '../../src/place/place.ts';

type Row = Readonly<Record<string, unknown>>;

/** Both slot books held against each other; see `TwoZones.checkSeats`. */
export async function checkSeats(
  place: Place,
  outside: { readonly rows: (sql: string) => Promise<readonly Row[]> },
  settled: boolean,
): Promise<void> {
  const inside = await place.database.reader.rows({
    name: 'test-all-seats',
    text: `select s.slot, s.seat, s.owner, s.state, s.ref, s.outside_ref, c.date, c.closed
           from seat s join slot c on c.id = s.slot`,
  });
  const there = await outside.rows('select slot, seat, state, ref, date from seat');
  const now = place.parts.now();
  const today = now.slice(0, 10);
  const over = daysToReclaim(now, place.parts.rules)?.to ?? '';
  const mine = new Map(inside.map((row) => [name(row), row]));
  for (const row of there) {
    const seat = mine.get(name(row));
    const day = String(row['date']);
    // What the outside can no longer give is the inside's again without a word, and may be closed there.
    assert.ok(seat?.['owner'] === 'outside' || day <= over, `${name(row)} has two owners`);
    if (!settled || day < today || seat?.['owner'] !== 'outside') continue;
    const known = seat['state'] === 'taken' ? (seat['outside_ref'] ?? seat['ref']) : null;
    assert.equal(row['state'] === 'taken' ? row['ref'] : null, known, `${name(row)} differs`);
  }
  const names = new Set(there.map(name));
  for (const seat of inside) {
    // A seat of a day that fell out before the outside had heard of it needs nobody.
    const ours = seat['owner'] === 'inside' || seat['closed'] === true || String(seat['date']) < today;
    if (settled && !ours) assert.ok(names.has(name(seat)), `${name(seat)} is lost`);
  }
  const bookings = await place.database.reader.rows(
    { name: 'test-all-bookings', text: 'select booking, slot from p_booking where date >= $1' },
    [today],
  );
  for (const { booking, slot } of bookings) {
    const seats = inside.filter((row) => row['ref'] === booking && row['state'] === 'taken');
    assert.deepEqual(
      seats.map((row) => row['slot']),
      [slot],
      'a booking has one seat, at its time',
    );
  }
  const taken = inside.filter((row) => row['state'] === 'taken' && String(row['date']) >= today);
  assert.equal(taken.length, bookings.length, 'a taken seat is for a booking');
}

function name(row: Row): string {
  return `${String(row['slot'])}/${String(row['seat'])}`;
}
