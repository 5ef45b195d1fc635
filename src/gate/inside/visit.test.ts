import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkProjections } from '../../store/rebuild.ts';
import { visitRecord } from '../../../tests/support/booked.ts';
import { at, bookingPlace } from '../../../tests/support/booking-place.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { CompleteVisit } from '../../domain/visits/visit-record.ts';

const house = await bookingPlace();
const { place, manager, operator, done, said, answer, openCase, openDay, book } = house;
const nurse = await house.visitor();
const other = await house.visitor();

const record = (id: CaseId, booking: CompleteVisit['booking'], changes: Partial<CompleteVisit> = {}) =>
  visitRecord('2026-06-10', { case: id, booking, ...changes });
const assign = (id: CaseId, booking: string, visitor: string) =>
  said('visit.assign', { case: id, booking, visitor }, manager);

/** A woman with a visit on 10 June 2026 at a time, with or without a visitor. */
async function planned(start: string, visitor?: string, changes = {}) {
  await openDay('2026-06-10', 20);
  const id = await openCase(changes);
  const booking = await book(id, at('2026-06-10', start));
  if (visitor) assert.equal(await assign(id, booking, visitor), 'done');
  return { id, booking };
}

test('fifty records of one visit at the same moment: exactly one stands [CHI-8.3-5]', async () => {
  const { id, booking } = await planned('09:00', nurse);
  house.setNow('2026-06-10', '12:00');
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => said('visit.complete', record(id, booking), manager)),
  );
  house.setNow('2026-05-20');
  const count = (what: string) => outcomes.filter((one) => one === what).length;
  assert.deepEqual([count('done'), count('already-visited')], [1, 49]);
  assert.equal(
    await said(
      'booking.make',
      { case: id, slot: at('2026-06-10'), mode: 'visit', requestedBy: 'herself' },
      operator,
    ),
    'already-visited',
  );
});

test('the old visitor loses sight at once when the visit is given to another [CHI-8.3-3] [INC-15]', async () => {
  const { id, booking } = await planned('10:00', nurse);
  const sees = async (account: string) => {
    const shown = await place.ask('case.show', { case: id }, { actor: account });
    return shown.ok;
  };
  const sheet = async (account: string) =>
    (await answer<{ readonly case: string }>('visit.sheet', { date: '2026-06-10' }, account)).map(
      (one) => one.case,
    );
  assert.equal(await sees(nurse), true);
  assert.ok((await sheet(nurse)).includes(id));
  assert.equal(await assign(id, booking, other), 'done');
  assert.equal(await sees(nurse), false);
  assert.ok(!(await sheet(nurse)).includes(id));
  assert.equal(await sees(other), true);
  house.setNow('2026-06-10', '12:00');
  assert.equal(await said('visit.complete', record(id, booking), nurse), 'denied');
  assert.equal(await said('visit.miss', { case: id, booking, reason: 'absent' }, nurse), 'denied');
  assert.equal(await said('visit.complete', record(id, booking), other), 'done');
  house.setNow('2026-05-20');
  assert.equal(await sees(other), false);
});

test('one visitor is not sent to two homes at once, and is free again when the first visit moves', async () => {
  const first = await planned('11:00', nurse);
  const second = await planned('11:00');
  assert.equal(await assign(second.id, second.booking, nurse), 'taken');
  const free = async () =>
    (
      await answer<{ readonly visitor: string }>(
        'visit.visitors',
        { slot: at('2026-06-10', '11:00') },
        manager,
      )
    ).map((one) => one.visitor);
  assert.deepEqual(await free(), [other]);
  await done(
    'booking.move',
    { case: first.id, slot: at('2026-06-10', '13:00'), mode: 'visit', requestedBy: 'herself' },
    operator,
  );
  assert.ok((await free()).includes(nurse));
  assert.equal(await assign(second.id, second.booking, nurse), 'done');
});

test('fifteen visits at one time are given to one visitor at once: exactly one is hers [CHI-8.3-7]', async () => {
  const all = await Promise.all(Array.from({ length: 15 }, () => planned('14:00')));
  const outcomes = await Promise.all(all.map(({ id, booking }) => assign(id, booking, other)));
  assert.equal(outcomes.filter((one) => one === 'done').length, 1);
  assert.equal(outcomes.filter((one) => one === 'taken').length, 14);
});

test('a visitor without a checked licence does not appear in the list to choose from [CHI-6.2-1]', async () => {
  const unchecked = await house.person('visitor');
  const { id, booking } = await planned('15:00');
  const rows = await answer<{ readonly visitor: string }>(
    'visit.visitors',
    { slot: at('2026-06-10', '15:00') },
    manager,
  );
  assert.deepEqual(rows.map((one) => one.visitor).toSorted(), [nurse, other].toSorted());
  assert.equal(await assign(id, booking, unchecked), 'visitor-not-ready');
});

test('what was heard is kept in the vault and read by the manager, never by the operator [CHI-8.10-1]', async () => {
  const { id, booking } = await planned('16:00', nurse);
  house.setNow('2026-06-10', '17:00');
  await done(
    'visit.complete',
    record(id, booking, { from: '16:00', to: '16:25', lengthReason: 'ご相談が続いたため' }),
    nurse,
  );
  const range = { from: '2026-06-01', to: '2026-06-30' };
  const odd = await answer<{ readonly case: string; readonly minutes: number; readonly reason?: string }>(
    'visit.length-review',
    range,
    manager,
  );
  const mine = odd.filter((one) => one.case === id);
  assert.equal(mine.length, 1);
  assert.equal(mine[0]?.minutes, 25);
  assert.ok(mine[0]?.reason);
  const asked = await place.ask('visit.length-review', range, { actor: operator });
  assert.ok(!asked.ok && asked.error.refused === 'denied');
  house.setNow('2026-05-20');
});

test('"due within 21 days, not yet visited" is complete and sorted [CHI-8.2-3]', async () => {
  house.setNow('2026-10-01');
  const due = ['2026-10-22', '2026-10-05', '2026-09-29', '2026-10-23'];
  const ids: CaseId[] = [];
  for (const day of due) ids.push(await openCase({ due: day }));
  const rows = await answer<{ readonly case: CaseId; readonly due: string }>('visit.worklist', {}, operator);
  const mine = rows.filter((row) => ids.includes(row.case));
  assert.deepEqual(
    mine.map((row) => row.due),
    ['2026-09-29', '2026-10-05', '2026-10-22'],
  );
  const order = rows.map((row) => row.due);
  assert.deepEqual(order, order.toSorted());
  house.setNow('2026-05-20');
});

test('a visitor records for her own cases only, the ward alone receives a referral [CHI-8.3-10]', async () => {
  const { id } = await planned('13:00', other);
  const consultation = { case: id, asker: 'partner', category: 'sleep', asked: '夜', advice: '昼' };
  assert.equal(await said('consultation.record', consultation, nurse), 'denied');
  assert.equal(await said('consultation.record', consultation, operator), 'denied');
  assert.equal(await said('consultation.record', consultation, other), 'done');
  const [made] = await done('referral.make', { case: id, target: 'health-centre', words: '眠れない' }, other);
  const referral = (made as { readonly referral?: string } | undefined)?.referral;
  assert.equal(await said('referral.receive', { case: id, referral }, other), 'denied');
  const ward = await house.person('ward-staff');
  assert.equal(await said('referral.receive', { case: id, referral }, ward), 'done');
  assert.equal(await said('referral.receive', { case: id, referral }, ward), 'no-open-referral');
});

test('only the manager raises the cap, assigns, and ends a case unvisited [CHI-8.7-2, CHI-8.7-3]', async () => {
  const { id, booking } = await planned('13:00');
  for (const actor of [operator, nurse, 'resident']) {
    assert.equal(await said('visit.raise-cap', { case: id, reason: 'x' }, actor), 'denied');
    assert.equal(await said('visit.end-unvisited', { case: id }, actor), 'denied');
    assert.equal(await said('visit.assign', { case: id, booking, visitor: nurse }, actor), 'denied');
    assert.equal(
      await said(
        'visitor.train',
        { account: nurse, topic: 'manners', on: '2026-05-01', material: 'v1' },
        actor,
      ),
      'denied',
    );
  }
});

test('all visits of this house stand in the tables as the journal tells them', async () => {
  const check = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(check.differences, []);
});
