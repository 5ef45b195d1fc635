import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseId } from '../../domain/basics/ids.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { deskOf } from '../../../tests/support/desk.ts';
import { testPlace } from '../../../tests/support/place.ts';

const house = await testPlace('2026-05-23');
const { place, person } = house;
const { done, said, answer, refused, openCase } = deskOf(house);
const operator = await person('operator');
const manager = await person('responsible-manager');
const clerk = await person('mailing-clerk');
const ward = await person('ward-staff');

type Row = {
  readonly callBack: string;
  readonly case: CaseId;
  readonly about: string;
  readonly dueBy: string;
  readonly phoneSince: string | null;
  readonly overdue: boolean;
  readonly fields: Readonly<Record<string, string>>;
};
const open = () => answer<readonly Row[]>('call-back.open', {}, operator);
const openOf = async (id: CaseId) => (await open()).filter((row) => row.case === id);
const request = (id: CaseId, about: string) => ({ case: id, about, channel: 'web' });

test('what she tells by the link stands on the list with her number, the oldest due first [CHI-8.14-4]', async () => {
  const [first, second] = [await openCase(), await openCase()];
  house.setNow('2026-05-23', '16:00');
  await done('call-back.request', request(second, 'question'), 'resident');
  house.setNow('2026-05-24', '21:00');
  await done(
    'resident.register',
    { case: first, channel: 'web', phone: '08011112222', confirmed: true },
    'resident',
  );
  await done('call-back.request', request(first, 'cancel-booking'), 'resident');
  house.setNow('2026-05-26', '16:30');
  const rows = await open();
  assert.deepEqual(
    rows.map((row) => [row.case, row.dueBy, row.overdue, row.phoneSince]),
    [
      [second, '2026-05-26T16:00:00.000+09:00', true, null],
      [first, '2026-05-26T17:00:00.000+09:00', false, '2026-05-24'],
    ],
  );
  assert.deepEqual(
    rows.map(({ fields }) => Object.keys(fields).toSorted()),
    [
      ['contact.phone', 'identity.kana', 'identity.name'],
      ['contact.earlierPhone', 'contact.phone', 'identity.kana', 'identity.name'],
    ],
  );
  assert.equal(rows[1]?.fields['contact.phone'] === '08011112222', true);
  const standing = await answer<readonly object[]>('call-back.standing', {}, operator);
  assert.deepEqual(
    standing,
    rows.map(({ callBack, about, dueBy, overdue }) => ({ callBack, about, dueBy, overdue })),
  );
  for (const row of rows) {
    const close = { case: row.case, callBack: row.callBack, result: 'reached' };
    await done('call-back.close', close, row.case === first ? manager : operator);
    assert.equal(await said('call-back.close', close, operator), 'call-back-closed');
  }
  assert.deepEqual(await open(), []);
});

test('a loss clears the list and lets none in, a withdrawal leaves the one about itself [CHI-8.14-5, CHI-8.14-7] [INC-10]', async () => {
  house.setNow('2026-05-27');
  const [lost, gone] = [await openCase(), await openCase()];
  for (const id of [lost, gone]) await done('call-back.request', request(id, 'question'), 'resident');
  await done('case.report-loss', { case: lost, what: 'loss', on: '2026-05-26', source: 'phone' }, operator);
  assert.deepEqual(await openOf(lost), []);
  assert.equal(await said('call-back.request', request(lost, 'question'), operator), 'call-back-stopped');
  // In one list as well: the act first, then the call-back that belongs to it.
  const both = await place.execute(
    [
      { row: 'case.withdraw', input: { case: gone, channel: 'web' } },
      { row: 'call-back.request', input: request(gone, 'withdraw') },
    ],
    { actor: 'resident' },
  );
  assert.ok(both.ok);
  assert.deepEqual(
    (await openOf(gone)).map(({ about }) => about),
    ['withdraw'],
  );
  assert.equal(await said('call-back.request', request(gone, 'stop'), operator), 'call-back-stopped');
});

test('a number changed by the link does not take the place of the one she had confirmed [CHI-8.14-1]', async () => {
  house.setNow('2026-05-28');
  const id = await openCase();
  const phone = (number: string, channel: string, by: string) =>
    done('resident.register', { case: id, channel, phone: number, confirmed: true }, by);
  await phone('08011112222', 'phone', operator);
  await phone('08033334444', 'web', 'resident');
  await phone('08055556666', 'web', 'resident');
  await done('call-back.request', request(id, 'cancel-booking'), 'resident');
  const numbers = async () => {
    const [row] = await openOf(id);
    return [row?.fields['contact.phone'], row?.fields['contact.earlierPhone']];
  };
  assert.deepEqual(await numbers(), ['08055556666', '08011112222']);
  await phone('08077778888', 'phone', operator);
  assert.deepEqual(await numbers(), ['08077778888', undefined]);
  const straight = { case: id, what: 'phone', source: 'phone', values: { phone: '08099990000' } };
  assert.equal(await said('case.change-contact', straight, 'resident'), 'denied');
});

test('asked for many times at once there is one call-back [CHI-8.14-1]', async () => {
  const id = await openCase();
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => said('call-back.request', request(id, 'stop'), 'resident')),
  );
  assert.deepEqual(new Set(outcomes), new Set(['done']));
  assert.equal((await openOf(id)).length, 1);
});

test('the mailing room and the ward see no call-backs, and she herself closes none [SEC-6-1]', async () => {
  const id = await openCase();
  for (const actor of [clerk, ward]) {
    for (const row of ['call-back.open', 'call-back.standing'])
      assert.equal(await refused(row, {}, actor), 'denied');
    assert.equal(await said('call-back.request', request(id, 'other'), actor), 'denied');
  }
  const close = { case: id, callBack: 'call-back_1', result: 'reached' };
  assert.equal(await said('call-back.close', close, 'resident'), 'denied');
});

test('the list can be made again from the journal', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
