import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from '../../security/random-ids.ts';
import { messagesComeDue } from '../../store/questions/messages.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { deskOf } from '../../../tests/support/desk.ts';
import { testPlace } from '../../../tests/support/place.ts';

const ids = randomIds();
const house = await testPlace('2026-05-10');
const { place, person } = house;
const { done, said, answer, refused, openCase } = deskOf(house);
const operator = await person('operator');
const manager = await person('responsible-manager');
const ward = await person('ward-staff');
const clerk = await person('mailing-clerk');

type Planned = { readonly case: string; readonly about: string };
const comeDue = async (id: string) =>
  (await answer<readonly Planned[]>('message.come-due', {}, 'system:clock'))
    .filter((row) => row.case === id)
    .map(({ about }) => about);
const register = async () => {
  const id = await openCase();
  await done(
    'resident.register',
    { case: id, channel: 'web', email: 'h@example.jp', confirmed: true },
    'resident',
  );
  return id;
};

test('fourteen days after registration one recall goes out, whoever of twenty sends it [CHI-8.9-3]', async () => {
  house.setNow('2026-05-10');
  const id = await register();
  house.setNow('2026-05-23', '23:00');
  assert.deepEqual(await comeDue(id), []);
  house.setNow('2026-05-24', '10:00');
  assert.deepEqual(await comeDue(id), ['no-booking']);
  const send = () =>
    done('message.send', { message: ids.fresh('message'), case: id, about: 'no-booking' }, 'system:clock');
  const types = (await Promise.all(Array.from({ length: 20 }, send))).flat().map(({ type }) => type);
  const count = (what: string) => types.filter((type) => type === what).length;
  assert.deepEqual([count('recall.sent'), count('message.stopped')], [1, 19]);
  const waiting = await place.database.reader.rows({
    name: 'test-mail-orders',
    text: `select ref from queue_order where queue = 'mail'`,
  });
  assert.equal(waiting.length, 1);
  assert.deepEqual(await comeDue(id), []);
});

test('however many stand before it without going anywhere, what could go is found [CHI-8.9-3]', async () => {
  house.setNow('2026-05-10');
  const all = [await register(), await register(), await register()];
  house.setNow('2026-05-24', '10:00');
  for (const id of all.slice(0, 2))
    await done('case.report-loss', { case: id, what: 'loss', on: '2026-05-24', source: 'phone' }, operator);
  const found: string[] = [];
  for await (const { case: id, way } of messagesComeDue(
    place.database.reader,
    place.parts.now(),
    place.parts.rules,
    1,
  ))
    if (all.includes(id)) found.push(`${id} ${way}`);
  assert.deepEqual(found.toSorted(), all.map((id, at) => `${id} ${at < 2 ? 'stopped' : 'mail'}`).toSorted());
});

test('a loss told after the plan stops the recall [CHI-8.14-5]', async () => {
  house.setNow('2026-05-10');
  const id = await register();
  house.setNow('2026-05-24', '10:00');
  await done('case.report-loss', { case: id, what: 'loss', on: '2026-05-24', source: 'phone' }, operator);
  const facts = await done(
    'message.send',
    { message: ids.fresh('message'), case: id, about: 'no-booking' },
    'system:clock',
  );
  assert.deepEqual(
    facts.map(({ type }) => type),
    ['message.stopped'],
  );
  const rows = await answer<readonly { readonly state: string }[]>('message.of-case', { case: id }, operator);
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['stopped'],
  );
});

test('a clerk neither sends nor reads messages, the ward does not call [CHI-8.9-3]', async () => {
  const id = await register();
  const input = { message: ids.fresh('message'), case: id, about: 'no-booking' };
  assert.equal(await said('message.send', input, clerk), 'denied');
  assert.equal(await refused('message.of-case', { case: id }, clerk), 'denied');
  assert.equal(
    await said('call.record', { case: id, about: 'no-booking', result: 'reached' }, ward),
    'denied',
  );
});

test('a survey is answered once for each token and shown without small cells [CHI-8.17-1]', async () => {
  house.setNow('2026-11-02');
  const open = {
    survey: 'survey-2026',
    form: 'satisfaction-survey/1',
    from: '2026-11-01',
    to: '2026-11-30',
    ref: 'W-1',
  };
  assert.equal(await said('survey.open', open, operator), 'denied');
  await done('survey.open', open, manager);
  const reply = (n: number, S01: string) => ({
    survey: 'survey-2026',
    token: `token-${String(n).padStart(20, '0')}`,
    answers: { S01, S02: 'yes', S04: 'much' },
  });
  for (let n = 0; n < 7; n += 1) await done('survey.answer', reply(n, n < 6 ? 'very' : 'bad'), 'resident');
  assert.equal(await said('survey.answer', reply(0, 'good'), 'resident'), 'taken');
  assert.equal(await said('survey.answer', reply(9, 'good'), operator), 'denied');
  const result = await answer<{
    readonly duty: { readonly state: string };
    readonly surveys: readonly {
      readonly answers: number;
      readonly table: Readonly<Record<string, object>>;
    }[];
  }>('survey.results', {}, ward);
  assert.equal(result.duty.state, 'held');
  assert.equal(result.surveys[0]?.answers, 7);
  assert.deepEqual(result.surveys[0]?.table['S01'], { very: null, good: 0, neither: 0, poor: 0, bad: null });
  assert.deepEqual(result.surveys[0]?.table['S02'], { yes: 7, neither: 0, no: 0 });
});

test('messages, plans and surveys can be made again from the journal', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
