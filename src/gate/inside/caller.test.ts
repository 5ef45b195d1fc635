import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from '../../security/random-ids.ts';
import { deskOf } from '../../../tests/support/desk.ts';
import { testPlace } from '../../../tests/support/place.ts';

const ids = randomIds();
const house = await testPlace('2026-05-11');
const { person } = house;
const { done, answer, refused, openCase } = deskOf(house);
const operator = await person('operator');
const clerk = await person('mailing-clerk');

const VALUES = {
  identity: { name: '髙橋 花子', kana: 'タカハシ ハナコ', birthDate: '1993-02-03' },
  address: { postcode: '1020073', address: '東京都千代田区九段北一丁目2番14号', building: '見本ハイツ301' },
  contact: { phone: '09011112222' },
};
const SAID = { name: 'たかはしはなこ', birthDate: '1993-02-03', address: '千代田区九段北1-2-14' };
const id = await openCase({ values: VALUES });

const findCaller = (said: object) => answer<object>('inquiry.find-caller', said, operator);
const call = async (points: readonly string[], caller = 'herself', of = id) => {
  const inquiry = ids.fresh('inquiry');
  await done('inquiry.open', { inquiry, channel: 'phone', category: 'delivery' }, operator);
  if (points.length > 0) await done('inquiry.identify', { inquiry, case: of, points, caller }, operator);
  return answer<{ may: readonly string[]; told: object }>('inquiry.may-tell', { inquiry }, operator);
};

test('what a caller says is compared and only the points come back, of one person whom two of them fit [CHI-8.14-3]', async () => {
  assert.deepEqual(await findCaller(SAID), {
    found: 'one',
    case: id,
    points: ['name', 'birth-date', 'address'],
  });
  assert.deepEqual(await findCaller({ name: '高橋花子', address: SAID.address }), {
    found: 'one',
    case: id,
    points: ['name', 'address'],
  });
  const { name: _unsaid, ...rest } = SAID;
  assert.deepEqual(await findCaller(rest), { found: 'one', case: id, points: ['birth-date', 'address'] });
});

test('one point, nobody and two persons alike have one answer, so that it reveals nothing [CHI-8.14-3] [INC-25]', async () => {
  const nobody = { found: 'nobody' };
  assert.deepEqual(await findCaller({ name: SAID.name }), nobody);
  assert.deepEqual(await findCaller({ name: SAID.name, birthDate: '1990-01-01' }), nobody);
  assert.deepEqual(await findCaller({ name: 'ミホン ナナシ', birthDate: '1990-01-01' }), nobody);
  assert.deepEqual(await findCaller({}), nobody);
  const twin = { name: '見本 双葉', kana: 'ミホン フタバ', birthDate: '1991-01-01' };
  await openCase({ values: { identity: twin } });
  await openCase({ values: { identity: twin } });
  assert.deepEqual(await findCaller({ name: twin.kana, birthDate: twin.birthDate }), nobody);
  assert.equal(await refused('inquiry.find-caller', SAID, clerk), 'denied');
});

test('with three points she herself hears what is hers, her family with the same three nothing [CHI-8.14-3] [INC-25]', async () => {
  const all = ['name', 'birth-date', 'address'];
  const herself = await call(all);
  assert.ok(herself.may.includes('address'));
  assert.deepEqual(herself.told, {
    contact: { phone: '09011112222', email: undefined },
    address: { address: VALUES.address.address, building: VALUES.address.building },
  });
  for (const [points, caller] of [
    [[], 'herself'],
    [all.slice(0, 2), 'herself'],
    [all, 'family'],
    [all, 'other'],
    [all, 'ward'],
  ] as const) {
    assert.deepEqual((await call(points, caller)).told, {}, `${caller} with ${points.length} points`);
  }
  const shielded = await openCase({ opening: { protected: true }, values: VALUES });
  assert.deepEqual((await call(all, 'herself', shielded)).told, {});
});
