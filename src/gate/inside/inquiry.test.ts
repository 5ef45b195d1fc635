import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from '../../security/random-ids.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { deskOf } from '../../../tests/support/desk.ts';
import { testPlace } from '../../../tests/support/place.ts';

const ids = randomIds();
const house = await testPlace('2026-05-11');
const { place, person } = house;
const { done, said, answer, refused, openCase } = deskOf(house);
const operator = await person('operator');
const colleague = await person('operator');
const manager = await person('responsible-manager');
const ward = await person('ward-staff');
const clerk = await person('mailing-clerk');

type Row = {
  readonly inquiry: string;
  readonly no: number;
  readonly case?: string;
  readonly startsAt: string;
  readonly overdue?: boolean;
  readonly fields: Readonly<Record<string, string>>;
};
const book = (date: string) => answer<readonly Row[]>('inquiry.reception-book', { date }, ward);
const open = async (changes: object = {}, actor: string = operator) => {
  const inquiry = ids.fresh('inquiry');
  await done('inquiry.open', { inquiry, channel: 'phone', category: 'other', ...changes }, actor);
  return inquiry;
};

test('twenty enquiries opened by two operators at once get the numbers 1 to 20, none missing, none twice [CHI-9.1-1]', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => open({}, n % 2 ? operator : colleague)));
  assert.deepEqual(
    (await book('2026-05-11')).map(({ no }) => no),
    Array.from({ length: 20 }, (_, n) => n + 1),
  );
});

test('a refused opening takes no number [CHI-9.1-1]', async () => {
  const inquiry = await open();
  const again = { inquiry, channel: 'phone', category: 'other' };
  assert.equal(await said('inquiry.open', again, operator), 'inquiry-exists');
  await open();
  assert.deepEqual((await book('2026-05-11')).map(({ no }) => no).slice(-2), [21, 22]);
});

test('what a caller said moves to her case when she is identified, each enquiry apart [CHI-8.14-3]', async () => {
  const id = await openCase();
  const [first, second] = [await open({ words: '一つ目の質問' }), await open({ words: '二つ目の質問' })];
  for (const inquiry of [first, second]) {
    await done(
      'inquiry.identify',
      { inquiry, case: id, points: ['name', 'birth-date', 'address'] },
      operator,
    );
  }
  await done('inquiry.answer', { inquiry: first, result: 'explained', words: '一つ目の答え' }, operator);
  const show = async (inquiry: string) =>
    (await answer<readonly Row[]>('inquiry.show', { inquiry }, operator))[0];
  assert.deepEqual((await show(first))?.fields, {
    'inquiry.words': '一つ目の質問',
    'inquiry.answer': '一つ目の答え',
  });
  assert.deepEqual((await show(second))?.fields, { 'inquiry.words': '二つ目の質問' });
  assert.equal((await show(second))?.case, id);
});

test('a form sent on Sunday waits for Monday nine; a complaint is overdue one operating day later [CHI-8.14-4]', async () => {
  house.setNow('2026-05-17', '11:00');
  const inquiry = await open({ channel: 'web', category: 'complaint' }, 'resident');
  assert.equal((await book('2026-05-17'))[0]?.startsAt, '2026-05-18T09:00:00.000+09:00');
  const overdue = async () =>
    (await answer<readonly Row[]>('inquiry.open-list', {}, manager)).find((row) => row.inquiry === inquiry)
      ?.overdue;
  house.setNow('2026-05-18', '17:00');
  assert.equal(await overdue(), false);
  house.setNow('2026-05-18', '17:01');
  assert.equal(await overdue(), true);
});

test('a request for disclosure cannot be closed but by the ward having it [CHI-16.2-2, PII-15-1]', async () => {
  const inquiry = await open({ category: 'disclosure' });
  assert.equal(
    await said('inquiry.answer', { inquiry, result: 'explained' }, operator),
    'for-the-ward-alone',
  );
  assert.equal(await said('inquiry.close', { inquiry, result: 'settled' }, operator), 'for-the-ward-alone');
  const waiting = await place.database.reader.rows({
    name: 'test-ward-notice',
    text: `select ref from queue_order where queue = 'ward-notice'`,
  });
  assert.deepEqual(
    waiting.map((row) => row['ref']),
    [inquiry],
  );
  assert.equal(
    await said('inquiry.close', { inquiry, result: 'ward-took-over', ref: 'W-77' }, operator),
    'done',
  );
});

test('a call about a loss is entered, stops everything and has the ward told, all at once [CHI-8.14-5] [INC-10]', async () => {
  const id = await openCase();
  const inquiry = ids.fresh('inquiry');
  const outcome = await place.execute(
    [
      {
        row: 'inquiry.open',
        input: { inquiry, channel: 'phone', category: 'loss', words: '連絡を止めてほしい' },
      },
      { row: 'inquiry.identify', input: { inquiry, case: id, points: ['name', 'birth-date', 'address'] } },
      { row: 'case.report-loss', input: { case: id, what: 'loss', on: '2026-05-18', source: 'phone' } },
    ],
    { actor: operator },
  );
  assert.ok(outcome.ok);
  assert.deepEqual(
    outcome.value.facts.map(({ type }) => type),
    ['reception.entered', 'inquiry.opened', 'inquiry.identified', 'case.loss-reported', 'urgent.raised'],
  );
  const [shown] = await answer<readonly Row[]>('inquiry.show', { inquiry }, operator);
  assert.deepEqual(shown?.fields, { 'inquiry.words': '連絡を止めてほしい' });
  const [urgent] = await answer<readonly { readonly class: string; readonly dueAt: string }[]>(
    'urgent.open',
    {},
    ward,
  );
  assert.deepEqual([urgent?.class, urgent?.dueAt], ['loss', '2026-05-18T23:59:00.000+09:00']);
});

test('a clerk neither enters nor reads enquiries, a letter code identifies nobody for an operator [CHI-8.14-3]', async () => {
  const inquiry = ids.fresh('inquiry');
  assert.equal(await said('inquiry.open', { inquiry, channel: 'phone', category: 'other' }, clerk), 'denied');
  assert.equal(await refused('inquiry.reception-book', { date: '2026-05-11' }, clerk), 'denied');
  const known = await open();
  const id = await openCase();
  assert.equal(await said('inquiry.identify-by-code', { inquiry: known, case: id }, operator), 'denied');
  assert.equal(
    await said('inquiry.identify', { inquiry: known, case: id, points: ['name'] }, ward),
    'denied',
  );
});

test('the reception book can be made again from the journal', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
