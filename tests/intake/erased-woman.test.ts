import assert from 'node:assert/strict';
import { test } from 'node:test';
import { erasePersons } from '../../src/place/erasure.ts';
import { testPlace } from '../support/place.ts';
import { casesIn, commitRows, takeIn, value } from '../support/take-in.ts';
import { woman } from '../support/ward-women.ts';

const { place, person } = await testPlace('2026-05-01');
const clerk = await person('mailing-clerk');
const manager = await person('responsible-manager');
const supervisor = await person('work-supervisor');

test('an erased woman is missing from no list: nobody asks the ward about her [CHI-8.1-1] [PII-12-1]', async () => {
  const rows = Array.from({ length: 4 }, (_, at) => woman(at));
  await commitRows(place, clerk, rows);
  const [erased] = await casesIn(place);
  assert.ok(erased);
  const wish = { cases: [erased], ref: 'WARD-1', witnesses: ['not-attending'] };
  const done = await erasePersons(place, wish, { actor: manager, second: supervisor });
  assert.ok(done.ok, JSON.stringify(done));
  const again = value(await takeIn(place, clerk, rows.slice(1)));
  assert.deepEqual([again.same, again.missing], [3, 0]);
  const discarded = await place.execute(
    [{ row: 'list.discard', input: { list: again.list, reason: 'wrong-file' } }],
    { actor: clerk },
  );
  assert.ok(discarded.ok, discarded.ok ? '' : JSON.stringify(discarded.error));
  assert.equal(value(await takeIn(place, clerk, rows.slice(2))).missing, 1);
});
