import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BookingId, CaseId } from '../../src/domain/basics/ids.ts';
import { commands } from '../../src/gate/inside/catalogue.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { at, bookingPlace } from '../support/booking-place.ts';
import { visitRecord } from '../support/booked.ts';
import { GOOD_ANSWERS } from '../support/questionnaire.ts';
import { readTable } from '../support/read-table.ts';

type Her = { readonly id: CaseId; readonly booking: BookingId; readonly day: string };

const ids = randomIds();
const house = await bookingPlace();
const { place, manager, operator, done, openCase, openDay, book } = house;
const nurse = await house.visitor();
const other = await house.visitor();

const DAYS = ['01', '02', '03', '04', '05', '08', '09', '10', '11', '12'].map((day) => `2026-06-${day}`);
const STARTS = ['09:00', '11:00', '14:00', '16:00'];
let made = 0;

/** A well-made input on a case for every row that a visitor may use on what is assigned to her. */
const inputs: Readonly<Record<string, (her: Her) => object | Promise<object>>> = {
  'case.change-due-date': ({ id }) => ({ case: id, to: '2026-08-22', source: 'visit' }),
  'case.change-contact': ({ id }) => ({
    case: id,
    what: 'phone',
    source: 'visit',
    values: { phone: '0300000001' },
  }),
  'case.move': ({ id }) => ({ case: id, kind: 'out', on: '2026-05-19', source: 'visit' }),
  'case.report-birth': ({ id }) => ({ case: id, on: '2026-05-19', source: 'visit' }),
  'case.report-loss': ({ id }) => ({ case: id, what: 'loss', on: '2026-05-19', source: 'visit' }),
  'case.report-death': ({ id }) => ({ case: id, on: '2026-05-19', source: 'visit' }),
  'case.pause': ({ id }) => ({
    case: id,
    reason: 'hospital',
    until: '2026-06-30',
    by: 'herself',
    channel: 'visit',
  }),
  'case.withdraw': ({ id }) => ({ case: id, channel: 'visit' }),
  'case.propose-follow-up': ({ id }) => ({ case: id, to: true, source: 'visit' }),
  'case.timeline': ({ id }) => ({ case: id }),
  'case.show': ({ id }) => ({ case: id }),
  'consent.record': ({ id }) => ({
    case: id,
    text: 'sharing-with-ward',
    version: '1',
    answer: 'given',
    channel: 'visit',
    on: '2026-05-20',
  }),
  'application.show': applicationOf,
  'urgent.raise': ({ id }) => ({
    urgent: ids.fresh('urgent'),
    case: id,
    class: 'u1',
    source: 'visit',
    reason: 'seen-at-visit',
    channel: 'visit',
  }),
  'urgent.report': ({ id }) => ({
    urgent: ids.fresh('urgent'),
    case: id,
    to: 'ward-duty',
    reached: true,
    channel: 'phone',
  }),
  'visit.show': ({ id }) => ({ case: id }),
  'visit.complete': ({ id, booking, day }) => visitRecord(day, { case: id, booking }),
  'visit.miss': ({ id, booking }) => ({ case: id, booking, reason: 'absent' }),
  'consultation.record': ({ id }) => ({
    case: id,
    asker: 'woman',
    category: 'sleep',
    asked: 'よく眠れない',
    advice: '昼に休む',
  }),
  'referral.make': ({ id }) => ({ case: id, target: 'health-centre', words: '相談の希望あり' }),
};

/** These name no case: a visitor gets her own ones and nobody else's, never a refusal. */
const WITHOUT_CASE = ['visit.sheet', 'visit.my-days'];

const rows = readTable(new URL('expected.tsv', import.meta.url))
  .filter(([, , assigned = []]) => assigned.length > 0)
  .map(([row = []]) => row.join());

test('every row for assigned cases has a well-made input here [CHI-8.3-3]', () => {
  assert.deepEqual(rows.toSorted(), [...Object.keys(inputs), ...WITHOUT_CASE].toSorted());
});

test('what is assigned to her a visitor may do, the same on the case of another is denied [CHI-8.3-3, SEC-6-1] [THREAT-11]', async () => {
  for (const row of rows.filter((one) => !WITHOUT_CASE.includes(one))) {
    const her = await assigned();
    const input = (await inputs[row]?.(her)) ?? {};
    house.setNow(her.day, '18:00');
    assert.equal(await say(row, input, other), 'denied', `${row} on the case of another`);
    const own = await say(row, input, nurse);
    assert.ok(own !== 'denied' && own !== 'not-understood', `${row} on her own case: ${own}`);
  }
  house.setNow('2026-05-20');
});

test('her sheet of a day names her own visits, and is empty for another visitor [CHI-8.3-3] [INC-15]', async () => {
  const { id, day } = await assigned();
  house.setNow(day);
  const sheet = async (actor: string) =>
    (await house.answer<{ readonly case: string }>('visit.sheet', { date: day }, actor)).map(
      (one) => one.case,
    );
  assert.ok((await sheet(nurse)).includes(id));
  assert.deepEqual(await sheet(other), []);
  assert.deepEqual(await house.answer('visit.my-days', {}, other), []);
  house.setNow('2026-05-20');
  const today = await house.answer<object>('visit.sheet', { date: '2026-05-20' }, nurse);
  assert.deepEqual(today, []);
});

async function say(row: string, input: object, actor: string): Promise<string> {
  const answer = commands.has(row)
    ? await place.execute([{ row, input }], { actor })
    : await place.ask(row, input, { actor });
  return answer.ok ? 'done' : answer.error.refused;
}

/** A woman with a visit assigned to the first nurse; each at a time of its own. */
async function assigned(): Promise<Her> {
  house.setNow('2026-05-20');
  const day = DAYS[Math.floor(made / STARTS.length)] ?? '';
  const start = STARTS[made % STARTS.length] ?? '';
  made += 1;
  const id = await openCase();
  if (start === STARTS[0]) await openDay(day, 20);
  const booking = await book(id, at(day, start));
  await done('visit.assign', { case: id, booking, visitor: nurse }, manager);
  return { id, booking, day };
}

async function applicationOf({ id }: Her): Promise<object> {
  const application = ids.fresh('application');
  const form = 'pre-visit-questionnaire/1';
  await done(
    'resident.register',
    { case: id, channel: 'phone', phone: '0300000000', confirmed: true },
    operator,
  );
  const input = { application, case: id, form, channel: 'phone', answers: GOOD_ANSWERS };
  await done('application.receive', input, operator);
  return { application };
}
