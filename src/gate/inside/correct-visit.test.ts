import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkProjections } from '../../store/rebuild.ts';
import { visitRecord } from '../../../tests/support/booked.ts';
import { at, bookingPlace } from '../../../tests/support/booking-place.ts';
import type { MonthReport } from '../../domain/reports/report.ts';

const house = await bookingPlace('2026-05-07');
const { place, manager, operator, done, said, answer, openCase, openDay, book } = house;
const nurse = await house.visitor();
const supervisor = await house.person('work-supervisor');

test('a record put right after its month was closed is a dated correction of that month, by two people [CHI-9.1-2] [AMB-46]', async () => {
  await openDay('2026-05-20', 10);
  const id = await openCase();
  const booking = await book(id, at('2026-05-20', '09:00'));
  await done('visit.assign', { case: id, booking, visitor: nurse }, manager);
  house.setNow('2026-05-20', '18:00');
  const record = visitRecord('2026-05-20', { case: id, booking, from: '09:00', to: '09:13' });
  assert.equal(await said('visit.complete', record, nurse), 'done');
  house.setNow('2026-06-02');
  for (const month of ['2026-04', '2026-05']) await done('month.close', { month }, manager);
  // The ward's word of before the visit comes in only now.
  await done('case.decide-follow-up', { case: id, to: true, ref: 'ward-12', on: '2026-05-18' }, manager);

  const change = { case: id, booking, reason: 'decision-late', field: 'followUp', to: 'true' };
  const by = async (actor: string, second: string) => {
    const outcome = await place.execute([{ row: 'visit.correct', input: change }], { actor, second });
    return outcome.ok ? 'done' : outcome.error.refused;
  };
  assert.equal(await said('visit.correct', change, manager), 'second-person-needed');
  assert.equal(await by(operator, nurse), 'denied');
  assert.equal(await by(manager, supervisor), 'second-person-needed');
  const both = await Promise.all([by(manager, nurse), by(manager, nurse), by(manager, nurse)]);
  assert.deepEqual(both.toSorted(), ['correct-already', 'correct-already', 'done']);

  house.setNow('2026-07-01');
  await done('month.close', { month: '2026-06' }, manager);
  const shown = await place.ask('report.show', { month: '2026-06' }, { actor: manager });
  assert.ok(shown.ok);
  const { report } = shown.value as { readonly report: MonthReport };
  assert.deepEqual(
    report.corrections.map(({ month, item, from, to, reason }) => [month, item, from, to, reason]),
    [['2026-05', 'visits.followUp.visit', 0, 1, 'decision-late']],
  );
  const odd = await answer('visit.length-review', { from: '2026-05-01', to: '2026-05-31' }, manager);
  assert.equal(odd.length, 1, 'of a woman who needs follow-up thirteen minutes are few');
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
