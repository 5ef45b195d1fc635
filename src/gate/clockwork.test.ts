import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitRecord } from '../../tests/support/booked.ts';
import { at, bookingPlace } from '../../tests/support/booking-place.ts';
import { commitRows, factsIn } from '../../tests/support/take-in.ts';
import { target } from '../../tests/support/ward-file.ts';
import type { CompleteVisit } from '../domain/visits/visit-record.ts';
import { checkProjections } from '../store/rebuild.ts';
import { tick } from './clockwork.ts';

const house = await bookingPlace('2026-05-01');
const { place, manager, operator, done, openCase, openDay, book, setNow } = house;
const clerk = await house.person('mailing-clerk');
const nurse = await house.visitor();
const second = await house.again();

const NOTHING = { done: {}, refused: [], freedSeats: 0 };
/** Two clocks at once, and one that comes after. */
async function race() {
  const [a, b] = await Promise.all([tick(place.parts), tick(second.parts)]);
  const { forgotten: _rest, ...again } = await tick(place.parts);
  assert.deepEqual(again, NOTHING, 'a repeated tick found something to do');
  assert.deepEqual([...a.refused, ...b.refused], []);
  const sum = (row: string) => (a.done[row] ?? 0) + (b.done[row] ?? 0);
  return { sum, freed: a.freedSeats + b.freedSeats };
}
const factsOf = async (type: 'case.resumed' | 'benefit.expired' | 'list.keys-destroyed', id: string) =>
  (await factsIn(place, type)).filter((fact) => JSON.stringify(fact).includes(id));

test('the end of a pause is written down once, on its day, by whichever clock comes first [CHI-8.14-7] [B-02]', async () => {
  const id = await openCase();
  await done(
    'case.pause',
    { case: id, reason: 'hospital', until: '2026-05-08', by: 'herself', channel: 'phone' },
    operator,
  );
  setNow('2026-05-07', '23:59');
  assert.equal((await race()).sum('case.end-pause'), 0);
  setNow('2026-05-08', '00:00');
  assert.equal((await race()).sum('case.end-pause'), 1);
  const [ended, ...more] = await factsOf('case.resumed', id);
  assert.deepEqual([ended?.actor, more.length], ['system:clock', 0]);
});

test('a seat that was held and not taken is free again after its time [B-02]', async () => {
  setNow('2026-05-20');
  await openDay('2026-06-03', 1);
  const id = await openCase();
  await done('booking.hold', { case: id, slot: at('2026-06-03', '09:00'), held: 'booking_held' }, operator);
  assert.equal((await race()).freed, 0);
  setNow('2026-05-20', '11:00');
  assert.equal((await race()).freed, 1);
  const left = await place.database.reader.rows({
    name: 'test-held',
    text: "select 1 from seat where state = 'held'",
  });
  assert.equal(left.length, 0);
});

test('the key of a list is destroyed once, 30 days after it was committed, and not before [CHI-8.1-3] [B-19]', async () => {
  setNow('2026-05-20');
  const { list } = await commitRows(place, clerk, [target(1), target(2, { 氏名カナ: 'ミホン　フタバ' })]);
  setNow('2026-06-18');
  assert.equal((await race()).sum('list.destroy-keys'), 0);
  setNow('2026-06-19');
  assert.equal((await race()).sum('list.destroy-keys'), 1);
  assert.equal((await factsOf('list.keys-destroyed', list)).length, 1);
  const rows = await place.database.reader.rows(
    { name: 'test-staged', text: 'select 1 from staged_row where list = $1' },
    [list],
  );
  assert.equal(rows.length, 0);
});

test('a repeated command is known for 30 days; afterwards its key is forgotten [B-19]', async () => {
  const left = async () =>
    Number(
      (
        await place.database.reader.rows({
          name: 'test-repeats',
          text: `select count(*)::int as n from idempotency where at < '2026-05-21'`,
        })
      )[0]?.['n'],
    );
  setNow('2026-06-19');
  await tick(place.parts);
  const before = await left();
  assert.ok(before > 0);
  setNow('2026-06-20');
  const [a, b] = await Promise.all([tick(place.parts), tick(second.parts)]);
  assert.equal(await left(), 0);
  assert.equal(a.forgotten + b.forgotten, before);
});

test('the right of a woman abroad ends once, the day after its year [CHI-8.8-10]', async () => {
  setNow('2026-05-20');
  await openDay('2026-06-10', 4);
  const id = await openCase();
  const booking = await book(id, at('2026-06-10'));
  await done('visit.assign', { case: id, booking, visitor: nurse }, manager);
  setNow('2026-06-10', '12:00');
  const record: CompleteVisit = visitRecord('2026-06-10', { case: id, booking });
  await done('visit.complete', record, manager);
  await done('benefit.hold', { case: id, reason: 'overseas' }, manager);
  setNow('2027-06-10', '23:59');
  assert.equal((await race()).sum('benefit.expire'), 0);
  setNow('2027-06-11', '00:00');
  assert.equal((await race()).sum('benefit.expire'), 1);
  assert.equal((await factsOf('benefit.expired', id)).length, 1);
});

test('no clock deletes what is kept, however late it is [B-19] [SEC-17-7] [PII-12-2]', async () => {
  const counts = async () =>
    (
      await place.database.reader.rows({
        name: 'test-kept',
        text: `select (select count(*)::int from vault) as vault, (select count(*)::int from person_key) as keys,
               (select count(*)::int from fact) as facts, (select count(*)::int from access_entry) as log`,
      })
    )[0];
  const before = await counts();
  setNow('2035-04-01');
  await tick(place.parts);
  assert.deepEqual(await counts(), before);
});

test('what the clock did can be made again from the journal', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
