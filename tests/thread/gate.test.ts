import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from '../../src/security/random-ids.ts';
import { chainEnd } from '../../src/store/seal-chain.ts';
import { verify } from '../../src/store/verify.ts';
import { checkProjections } from '../../src/store/rebuild.ts';
import { testPlace } from '../support/place.ts';
import { sealAll } from '../support/sealed.ts';
import { usualOpening } from '../support/usual-opening.ts';

const ids = randomIds();

test('a case is opened, read by an operator, and both are remembered [SEC-4-4]', async () => {
  const { place, person } = await testPlace();
  const operator = await person('operator');
  const clerk = await person('mailing-clerk');
  const id = ids.fresh('case');
  const input = {
    case: id,
    person: ids.fresh('person'),
    opening: usualOpening(),
    values: [
      { section: 'identity', value: { name: '見本 花子', kana: 'ミホン ハナコ', birthDate: '1995-05-05' } },
      { section: 'contact', value: { phone: '0300000000' } },
    ],
  };
  const done = await place.execute([{ row: 'case.open', input }], { actor: 'system:intake', key: 'k1' });
  assert.ok(done.ok);
  const again = await place.execute([{ row: 'case.open', input }], { actor: 'system:intake', key: 'k1' });
  assert.ok(again.ok && again.value.replayed);
  assert.deepEqual(again.value.facts, done.value.facts);
  const typed = await place.execute([{ row: 'case.open', input }], { actor: operator });
  assert.ok(!typed.ok && typed.error.refused === 'denied');

  const shown = await place.ask('case.show', { case: id }, { actor: operator });
  assert.ok(shown.ok);
  assert.match(JSON.stringify(shown.value), /見本 花子/);
  assert.match(JSON.stringify(shown.value), /contact\.phone/);
  const less = await place.ask('case.show', { case: id }, { actor: clerk });
  assert.ok(less.ok);
  assert.doesNotMatch(JSON.stringify(less.value), /contact\.phone/);

  await sealAll(place);
  assert.ok((await chainEnd(place.database.reader, 'journal')).seq >= 3);
  const found = await verify(place.database.reader, [], place.card.anchorPublicKey, place.ring.get());
  assert.deepEqual(found.damage, []);
  assert.deepEqual(
    (await checkProjections(place.database, place.parts.projections, place.parts.rules)).differences,
    [],
  );
});
