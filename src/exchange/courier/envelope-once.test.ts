import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../domain/basics/civil-date.ts';
import { capsuleKey, locatorOf } from '../../security/capsule.ts';
import { at } from '../../../tests/support/booking-place.ts';
import { apply, OPEN_DAY, portalRoom } from '../../../tests/support/portal-room.ts';

const room = await portalRoom();
const { place, operator, done, setNow, woman, choice, factsOf } = room;
const { reader } = place.database;

test('the link of a letter is what its code makes of her birthday; another birthday opens nothing and proves nothing [AMB-44]', async () => {
  const of = await woman();
  const [piece] = (await factsOf(of)).flatMap((fact) => (fact.type === 'piece.posted' ? [fact.piece] : []));
  assert.ok(piece);
  const code = room.codeOn(piece);
  const pepper = await place.keys.here.read('portal-pepper');
  assert.ok(pepper && (await place.keys.second.read('portal-pepper'))?.equals(pepper));
  const locator = locatorOf(pepper, code);
  const keyFor = (born: string) => capsuleKey(code, date(born), locator).toString('base64');
  assert.deepEqual(await room.linkOf(of), { locator, key: keyFor('1995-05-05') });
  const wrong = await room.seal({ locator, key: keyFor('1995-05-06') }, { kind: 'stop' });
  assert.equal((await room.take(wrong)).result, 'rejected');
  const right = await room.seal({ locator, key: keyFor('1995-05-05') }, { kind: 'question', words: '時間' });
  assert.equal((await room.take(right)).result, 'accepted', 'and a wrong one before it locks nobody out');
});

test('the same envelope brought twenty times at once counts once [CHI-8.2-1]', async () => {
  const of = await woman();
  const sealed = await room.seal(await room.linkOf(of), apply(choice(at(OPEN_DAY, '11:00'))));
  const before = (await factsOf(of)).length;
  const all = await Promise.all(Array.from({ length: 20 }, () => room.take(sealed)));
  const results = all.map(({ result }) => result).toSorted();
  assert.deepEqual(results, ['accepted', ...Array.from({ length: 19 }, () => 'again')].toSorted());
  const facts = (await factsOf(of)).slice(before).map(({ type }) => type);
  assert.equal(facts.filter((type) => type === 'envelope.taken').length, 1);
  assert.equal(facts.filter((type) => type === 'booking.made').length, 1);
  setNow('2026-05-14');
  assert.equal((await room.take(sealed)).result, 'again', 'and a day later, after a restore');
});

test('a refused one brought twenty times at once makes one enquiry [CHI-8.14-1]', async () => {
  const of = await woman();
  const sealed = await room.seal(await room.linkOf(of), {
    kind: 'japan-again',
    on: '2026-05-12',
  });
  const all = await Promise.all(Array.from({ length: 20 }, () => room.take(sealed)));
  assert.equal(all.filter(({ result }) => result === 'refused').length, 1);
  assert.equal(all.filter(({ result }) => result === 'again').length, 19);
});

test('an envelope with a forged key, another locator or another counter is counted and does nothing [AMB-44] [THREAT-18]', async () => {
  const [of, other] = [await woman(), await woman()];
  const link = await room.linkOf(of);
  const hers = await room.linkOf(other);
  const message = { kind: 'stop' };
  const forged = await room.seal({ ...link, key: Buffer.alloc(32, 9).toString('base64') }, message);
  const mine = await room.seal(link, message);
  const moved = { ...mine, locator: hers.locator };
  const replayed = { ...(await room.seal(link, message, 7)), counter: 8 };
  const unknown = { ...(await room.seal(link, message)), locator: 'ab'.repeat(32) };
  const otherKey = { ...(await room.seal(link, message)), key: '0'.repeat(16) };
  const notOurs = await room.seal(link, { kind: 'stop', case: other });
  const count = async () =>
    (
      await reader.rows({
        name: 'test-rejected',
        text: `select 1 from fact where type = 'envelope.rejected'`,
      })
    ).length;
  const rejected = await count();
  const before = [(await factsOf(of)).length, (await factsOf(other)).length];
  for (const sealed of [forged, moved, replayed, unknown, otherKey, notOurs]) {
    assert.equal((await room.take(sealed)).result, 'rejected');
    assert.equal((await room.take(sealed)).result, 'again');
  }
  assert.deepEqual([(await factsOf(of)).length, (await factsOf(other)).length], before);
  assert.equal((await count()) - rejected, 6);
  assert.equal(
    (await room.take(mine)).result,
    'accepted',
    'a false copy does not take the place of the true one',
  );
});

test('a code that was replaced may still stop and tell of a loss, and nothing else [CHI-8.1-4, CHI-8.14-5]', async () => {
  const of = await woman();
  const link = await room.linkOf(of);
  const [letter] = (await factsOf(of)).flatMap((fact) => (fact.type === 'piece.posted' ? [fact.piece] : []));
  await done('piece.reissue', { case: of, piece: letter, reason: 'lost-by-her' }, operator);
  const { living, revoked } = await room.parts(of);
  assert.deepEqual([living, revoked], [[], [link.locator]]);
  const asked = await room.take(
    await room.seal(link, { kind: 'contact', phone: '09099999999', language: 'ja' }),
  );
  assert.equal(asked.result === 'refused' ? asked.code : '', 'code-revoked');
  const loss = await room.take(await room.seal(link, { kind: 'loss', what: 'loss', on: '2027-01-01' }));
  assert.equal(loss.result, 'accepted', 'and no day that she names can refuse it');
});

test('what comes without a proof changes no case: enquiry, stop by the letter, survey [CHI-8.14-3, AMB-56]', async () => {
  const of = await woman();
  const { locator } = await room.linkOf(of);
  const before = (await factsOf(of)).length;
  const enquiry = await room.sealOpen({ kind: 'enquiry', words: 'いつ届きますか', language: 'ja' });
  assert.deepEqual(await room.take(enquiry), { result: 'accepted', kind: 'enquiry' });
  assert.equal((await room.take(enquiry)).result, 'again');
  const stop = await room.sealOpen({ kind: 'stop-by-letter', locator, phone: '0311112222' });
  assert.equal((await room.take(stop)).result, 'accepted');
  const nobody = await room.sealOpen({ kind: 'stop-by-letter', locator: 'cd'.repeat(32) });
  assert.equal((await room.take(nobody)).result, 'accepted');
  const survey = await room.sealOpen({ kind: 'survey', survey: 's1', token: 't'.repeat(20), answers: {} });
  assert.deepEqual(await room.take(survey), { result: 'refused', kind: 'survey', code: 'survey-not-open' });
  assert.equal((await factsOf(of)).length, before);
  const waiting = await room.answer<{ case?: string; category: string; level: number }>(
    'inquiry.open-list',
    {},
    operator,
  );
  const named = waiting.find((one) => one.case === of);
  assert.deepEqual([named?.category, named?.level], ['stop', 1], 'a person knows whose letter it was');
  // An open message cannot pass for hers.
  const asHers = await room.sealOpen({ kind: 'stop-by-letter', locator });
  assert.equal((await room.take({ ...asHers, locator })).result, 'rejected');
});
