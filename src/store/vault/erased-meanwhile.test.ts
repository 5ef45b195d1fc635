import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPlace } from '../../../tests/support/place.ts';
import { openCases, type Woman } from '../../../tests/support/women.ts';
import { verifyPlace } from '../../place/anchors.ts';
import { erasePersons } from '../../place/erasure.ts';
import { randomIds } from '../../security/random-ids.ts';
import { SubjectGone, vaultSession } from './session.ts';

const { place, person } = await testPlace();
const ids = randomIds();
const by = { actor: await person('responsible-manager'), second: await person('work-supervisor') };

async function erase(woman: Woman): Promise<void> {
  const wish = { cases: [woman.case], ref: 'WARD-14', witnesses: ['not-attending'] };
  assert.ok((await erasePersons(place, wish, by)).ok);
}

async function rowsOf(woman: Woman): Promise<number> {
  const rows = await place.database.reader.rows(
    {
      name: 'test-rows-of-her',
      text: 'select 1 from vault where person = $1 union all select 1 from person_key where person = $1',
    },
    [woman.person],
  );
  return rows.length;
}

const remark = (woman: Woman) =>
  ({ of: woman.case, section: 'remarks', value: { ward: '後から書かれた言葉' } }) as const;

test('who was erased between reading and writing is not written down again [PII-12-1]', async () => {
  const [woman] = await openCases(place, 1);
  assert.ok(woman);
  const late = place.database.write(async (writer) => {
    const vault = vaultSession(writer, place.ring.get());
    await vault.open([woman.case], ['identity']);
    await erase(woman);
    await vault.keep(writer, [remark(woman)], []);
  });
  await assert.rejects(late, SubjectGone);
  assert.equal(await rowsOf(woman), 0);
  assert.deepEqual((await verifyPlace(place)).damage, []);
});

test('an erasure waits for what is just being written about her, and deletes that too [PII-12-1]', async () => {
  const [woman] = await openCases(place, 1);
  assert.ok(woman);
  let erased: Promise<void> | undefined;
  await place.database.write(async (writer) => {
    await vaultSession(writer, place.ring.get()).keep(writer, [remark(woman)], []);
    erased = erase(woman);
    // Long enough for the order to come as far as it can.
    await new Promise((soon) => {
      setTimeout(soon, 500);
    });
  });
  await erased;
  assert.equal(await rowsOf(woman), 0);
});

test('many callers are recognised at the same time: what each said moves to her case, and nobody blocks another', async () => {
  const women = await openCases(place, 12);
  const calls = women.map((woman) => ({ ...woman, inquiry: ids.fresh('inquiry') }));
  for (const { inquiry } of calls) {
    const input = { inquiry, channel: 'phone', category: 'other', words: 'お問い合わせ' };
    assert.ok((await place.execute([{ row: 'inquiry.open', input }], { actor: by.actor })).ok);
  }
  const done = await Promise.all(
    calls.map(({ inquiry, case: id }) => {
      const input = { inquiry, case: id, points: ['name'] };
      return place.execute([{ row: 'inquiry.identify', input }], { actor: by.actor });
    }),
  );
  assert.ok(done.every(({ ok }) => ok));
});
