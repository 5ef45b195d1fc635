import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { date } from '../../src/domain/basics/civil-date.ts';
import { readPersonalCode } from '../../src/domain/text/personal-code.ts';
import { lettersOfBatch } from '../../src/exchange/papers/letters.ts';
import { verifyPlace } from '../../src/place/anchors.ts';
import { backupPlace } from '../../src/place/backup.ts';
import { checkRebuild } from '../../src/place/check-rebuild.ts';
import { erasePersons } from '../../src/place/erasure.ts';
import { capsuleKey, envelopePsk, locatorOf } from '../../src/security/capsule.ts';
import { newRecipientKey, openEnvelope, sealEnvelope } from '../../src/security/envelope.ts';
import type { CaseId } from '../../src/domain/basics/ids.ts';
import { testPlace } from '../support/place.ts';
import { sealAll } from '../support/sealed.ts';
import { testRestore } from '../support/restore.ts';
import { commitRows } from '../support/take-in.ts';
import { woman } from '../support/ward-women.ts';

test('the thread: three women on a list, cases, letters, a reading, an envelope, proof, copy, erasure and restore', async () => {
  const { place, works, person, setNow, dir } = await testPlace('2026-04-20');
  const [manager, supervisor, clerk, operator] = [
    await person('responsible-manager'),
    await person('work-supervisor'),
    await person('mailing-clerk'),
    await person('operator'),
  ];
  await commitRows(place, clerk, [woman(1), woman(2), woman(3)]);
  const cases = (
    await place.database.reader.rows({ name: 'thread-cases', text: 'select "case" from p_case order by 1' })
  ).map((row) => String(row['case']) as CaseId);
  assert.equal(cases.length, 3);

  const done = async (row: string, input: object, actor: string, second?: string) => {
    const outcome = await place.execute([{ row, input }], { actor, ...(second ? { second } : {}) });
    assert.ok(outcome.ok, outcome.ok ? '' : `${row}: ${JSON.stringify(outcome.error)}`);
    return outcome.value.facts;
  };
  const batch = 'batch_thread';
  await done(
    'batch.begin-without-word',
    { batch, kind: 'notice', month: '2026-04', planned: 3, reason: 'agreed-with-ward' },
    manager,
  );
  const pieces = cases.map((id, index) => ({ batch, case: id, piece: `piece_${index}` }));
  for (const piece of pieces) await done('piece.plan', piece, clerk);
  await done('batch.fix', { batch, cases }, clerk);
  for (const piece of pieces) await done('piece.print', { ...piece, template: 'notice-1' }, clerk);
  const printed = await lettersOfBatch(
    { programme: place.programme, now: place.parts.now, ask: place.ask },
    batch,
    { actor: clerk },
  );
  assert.ok(printed.ok, JSON.stringify(printed));
  assert.equal(printed.value.letters, 3);
  assert.equal((printed.value.pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length, 3);
  const denied = await place.ask('letters.secrets', { batch }, { actor: clerk });
  assert.ok(!denied.ok && denied.error.refused === 'denied');

  const shown = await place.ask('case.show', { case: cases[0] }, { actor: operator });
  assert.ok(shown.ok);
  const entries = await place.database.reader.rows({
    name: 'thread-log',
    text: 'select line from access_entry order by ord',
  });
  const words = entries.map((row): { word: string; row: string } => JSON.parse(String(row['line'])));
  assert.ok(words.some(({ word, row }) => word === 'opened' && row === 'case.show'));
  assert.ok(words.some(({ word, row }) => word === 'bulk' && row === 'letters.addressees'));

  // An envelope from the outside: only the code of her letter and her date of birth make one that opens.
  const secrets = await place.ask('letters.secrets', { batch }, { actor: 'system:print' });
  assert.ok(secrets.ok);
  const [secret] = secrets.value as readonly { fields: Readonly<Record<string, string>> }[];
  const code = readPersonalCode(secret?.fields['invite.code'] ?? '');
  assert.ok(code.ok);
  const locator = locatorOf(Buffer.alloc(32, 1), code.value);
  const inside = await newRecipientKey();
  const label = { locator, counter: 1, form: 'register/1' };
  const psk = (born: string) => envelopePsk(capsuleKey(code.value, date(born), locator), locator);
  const envelope = sealEnvelope(inside.publicKey, psk('1990-01-02'), label, Buffer.from('{}'));
  assert.ok((await openEnvelope(inside.privateKey, psk('1990-01-02'), label, envelope.bytes)).ok);
  assert.ok(!(await openEnvelope(inside.privateKey, psk('1990-01-03'), label, envelope.bytes)).ok);

  await sealAll(place);
  assert.deepEqual((await verifyPlace(place)).damage, []);
  const made = await backupPlace(place, { dir: join(dir, 'generations'), second: join(dir, 'elsewhere') });
  assert.ok(made.ok, JSON.stringify(made));

  setNow('2026-06-10');
  const [gone, stays] = cases;
  assert.ok(gone && stays);
  const erased = await erasePersons(
    place,
    { cases: [gone], ref: 'WARD-1', witnesses: [manager, supervisor] },
    { actor: manager, second: supervisor },
  );
  assert.ok(erased.ok, JSON.stringify(erased));
  assert.equal(erased.value.completed.length, 1);
  const after = await place.ask('case.show', { case: gone }, { actor: operator });
  assert.ok(after.ok && !JSON.stringify(after.value).includes('identity.name'));
  await sealAll(place);
  assert.deepEqual((await verifyPlace(place)).damage, []);
  assert.deepEqual((await checkRebuild(place)).differences, []);

  const restored = await testRestore(works, { from: join(dir, 'generations'), keys: place.card.secondPlace });
  assert.ok(restored.ok, JSON.stringify(restored));
  const again = restored.value.place;
  const [lost, kept] = [
    await again.ask('case.show', { case: gone }, { actor: operator }),
    await again.ask('case.show', { case: stays }, { actor: operator }),
  ];
  assert.ok(lost.ok && !JSON.stringify(lost.value).includes('identity.name'));
  assert.ok(kept.ok && JSON.stringify(kept.value).includes('identity.name'));
  assert.deepEqual((await verifyPlace(again)).damage, []);
  assert.deepEqual((await checkRebuild(again)).differences, []);
});
