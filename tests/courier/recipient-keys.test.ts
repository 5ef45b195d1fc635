import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at } from '../support/booking-place.ts';
import { OPEN_DAY } from '../support/portal-room.ts';
import { twoZones } from '../support/two-zones.ts';

const zones = await twoZones();
const { room, outside, round, tryRound, woman, applies } = zones;
const { here, second } = room.place.keys;

const names = async (folder = here) =>
  (await folder.names()).filter((name) => name.startsWith('recipient-key.'));
const known = async () => {
  const asked = await room.place.ask('courier.book', {}, { actor: 'system:courier' });
  assert.ok(asked.ok);
  return (asked.value as { keys: { key: string; destroyed: string | null }[] }).keys;
};

test('a key for messages comes every week; what was sealed to the older one still opens, until it is destroyed in both places [SEC-14-3]', async () => {
  const her = await woman();
  await round();
  assert.equal((await names()).length, 1);
  assert.deepEqual(await names(second), await names());
  assert.equal(await applies(her.code, at(OPEN_DAY, '09:00')), 'sent');
  room.setNow('2026-05-19', '09:59');
  // The wish still lies outside: this round only looks at the keys, nobody answers it.
  const down = { ...zones.line(), state: () => Promise.resolve(DOWN) };
  assert.ok(!(await tryRound(room.place, { line: down })).ok);
  assert.equal((await names()).length, 1);
  room.setNow('2026-05-19');
  const tally = await round();
  assert.equal((await names()).length, 2);
  assert.equal(tally.inward.accepted, 1, 'sealed to the older key');
  const [row] = await outside.rows('select count(*)::int as keys from recipient_key');
  assert.equal(row?.['keys'], 2);

  const [oldest = ''] = (await known()).map(({ key }) => key);
  room.setNow('2026-06-19');
  await round();
  assert.ok((await names()).includes(`recipient-key.${oldest}`), 'the day before');
  room.setNow('2026-06-20');
  await round();
  for (const folder of [here, second]) {
    assert.ok(!(await names(folder)).includes(`recipient-key.${oldest}`));
  }
  assert.equal((await known()).find(({ key }) => key === oldest)?.destroyed, '2026-06-20');
});

test('a key that only the folder knows, after a restore, is used no more and destroyed like the others [SEC-12-3]', async () => {
  room.setNow('2026-06-21');
  await round();
  const [newest = ''] = (await known()).map(({ key }) => key).slice(-1);
  const halves = await here.read(`recipient-key.${newest}`);
  assert.ok(halves);
  const stranger = 'ab'.repeat(8);
  await here.write(`recipient-key.${stranger}`, halves);
  await round();
  assert.ok(
    (await known()).some(({ key }) => key === stranger),
    'it gets a day on which it is destroyed',
  );
  const [told] = await outside.rows(
    `select max(from_at) as latest, count(*)::int as keys from recipient_key`,
  );
  await round();
  const [again] = await outside.rows(
    `select max(from_at) as latest, count(*)::int as keys from recipient_key`,
  );
  assert.deepEqual(again, told, 'the outside never hears of it');
  room.setNow('2026-07-21');
  await round();
  assert.ok(!(await names()).includes(`recipient-key.${stranger}`));
});

const DOWN = { ok: false, error: { type: 'line-down', why: 'test' } } as const;
