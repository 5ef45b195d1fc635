import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from '../../security/random-ids.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { deskOf } from '../../../tests/support/desk.ts';
import { testPlace } from '../../../tests/support/place.ts';

const ids = randomIds();
const house = await testPlace('2026-05-23');
const { place, person } = house;
const { done, said, answer, refused, openCase } = deskOf(house);
const operator = await person('operator');
const manager = await person('responsible-manager');
const ward = await person('ward-staff');
const visitor = await person('visitor');
const clerk = await person('mailing-clerk');

type Row = {
  readonly urgent: string;
  readonly overdue: boolean;
  readonly dueAt: string;
  readonly callNext?: string;
};
const board = () => answer<readonly Row[]>('urgent.open', {}, ward);

test('from raising to closing every step has its moment, and the board shows what is overdue [CHI-8.10-2]', async () => {
  const id = await openCase();
  const of = { urgent: ids.fresh('urgent'), case: id };
  house.setNow('2026-05-23', '22:00');
  const raise = {
    ...of,
    class: 'u1',
    source: 'inquiry',
    reason: 'bleeding',
    channel: 'phone',
    words: '出血あり',
  };
  await done('urgent.raise', raise, operator);
  house.setNow('2026-05-23', '22:31');
  assert.deepEqual(
    (await board()).map(({ overdue, dueAt, callNext }) => [overdue, dueAt.slice(11, 16), callNext]),
    [[true, '22:30', 'ward-night-desk']],
  );
  const report = { ...of, to: 'health-centre-duty', reached: true, channel: 'phone' };
  await done('urgent.report', report, operator);
  const receipt = { ...of, by: 'health-centre-duty', ref: 'W-5', channel: 'phone' };
  assert.equal(await said('urgent.acknowledge', receipt, operator), 'denied');
  await done('urgent.acknowledge', receipt, ward);
  await done('urgent.close', { ...of, outcome: 'ward-visits', channel: 'phone' }, manager);
  assert.deepEqual(await board(), []);
});

test('a visitor raises for the woman assigned to her only, a clerk sees no urgent case [CHI-8.3-3]', async () => {
  const id = await openCase();
  const raise = {
    urgent: ids.fresh('urgent'),
    case: id,
    class: 'u2',
    source: 'visit',
    reason: 'dv-signs',
    channel: 'visit',
  };
  assert.equal(await said('urgent.raise', raise, visitor), 'denied');
  assert.equal(await refused('urgent.open', {}, clerk), 'denied');
});

test('the board can be made again from the journal', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
