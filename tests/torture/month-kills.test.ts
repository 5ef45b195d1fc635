import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../src/domain/basics/civil-date.ts';
import { instantAt } from '../../src/domain/basics/instant.ts';
import { openPlace } from '../../src/place/open-place.ts';
import type { Place } from '../../src/place/place.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { whole } from '../../src/store/row.ts';
import { at } from '../support/booking-place.ts';
import { visitRecord } from '../support/booked.ts';
import { factsIn } from '../support/take-in.ts';
import { openCases } from '../support/women.ts';
import { assertWhole, house, isChecked, ROUNDS, someMoment, startWorker } from './house.ts';

/** Women who were visited in the month that is closed. */
const VISITS = 12;
const MONTH = { month: '2026-05' };

test('our process is killed while it closes a month: the month is closed with all its lines, or not at all [CHI-9.1-2]', async (t) => {
  const { data, place, works } = await house(t);
  const manager = await install(place, 'responsible-manager');
  const ward = await install(place, 'ward-staff');
  let now = works.now();
  const opened = await openPlace(data, chiyodaVisit, { ...works, now: () => now });
  assert.ok(opened.ok);
  t.after(() => opened.value.database.close());
  const clocked = opened.value;
  await visitInMay(clocked, manager, (day, time) => {
    now = instantAt(date(day), time);
  });
  await say(clocked, 'month.close', { month: '2026-04' }, manager);

  let [closed, cutOff] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const worker = startWorker(t, 'close', data, MONTH.month, manager);
    await worker.hears('begin');
    await someMoment(400);
    await worker.kill();
    const editions = await assertClosedWhole(clocked);
    assert.ok(editions >= closed, 'a closing was lost');
    if (editions === closed) cutOff += 1;
    if (isChecked(round)) await assertWhole(place, []);
    if (editions === closed) continue;
    closed = editions;
    // The ward sends the report back, so that the month is closed once more.
    await say(clocked, 'report.issue', MONTH, manager);
    await say(clocked, 'report.return', { ...MONTH, reason: 'again', ref: `w-${round}` }, ward);
  }
  const last = startWorker(t, 'close', data, MONTH.month, manager);
  await last.hears('closed');
  await last.kill();
  assert.equal(await assertClosedWhole(clocked), closed + 1);
  const shown = await clocked.ask('report.show', MONTH, { actor: manager });
  assert.ok(shown.ok);
  const { proven, report } = shown.value as { readonly proven: boolean; readonly report: Report };
  assert.ok(proven);
  assert.equal(report.items.visits.completed, VISITS);
  assert.equal(report.items.checklist['visit-checklist/1']?.questions['V01']?.['done'], VISITS);
  await assertWhole(place, []);
  assert.ok(cutOff > 0, 'no closing was ever cut off');
  t.diagnostic(`killed ${ROUNDS} times, ${cutOff} times before the end, ${closed + 1} editions stand`);
});

type Report = {
  readonly items: {
    readonly visits: { readonly completed: number };
    readonly checklist: Readonly<
      Record<string, { readonly questions: Readonly<Record<string, Record<string, number>>> }>
    >;
  };
};

/** Each edition that stands has one line a woman in the vault and one reading in the log; nothing stands without one. */
async function assertClosedWhole(place: Place): Promise<number> {
  const { reader } = place.database;
  const closings = (await factsIn(place, 'month.closed')).filter((fact) => fact['month'] === MONTH.month);
  const lines = await reader.rows({
    name: 'torture-lines',
    text: `select item, count(*)::int as rows from vault where section = 'report-line' group by item order by item`,
  });
  const [readings] = await reader.rows({
    name: 'torture-readings',
    text: `select count(*)::int as rows from access_entry
           where line::json ->> 'word' = 'bulk' and line::json -> 'subjects' ->> 0 like 'month:2026-05/%'`,
  });
  assert.equal(lines.length, closings.length);
  for (const line of lines) assert.equal(whole(line, 'rows'), VISITS);
  assert.equal(readings ? whole(readings, 'rows') : 0, closings.length);
  for (const fact of closings) assert.equal((fact['lines'] as readonly object[]).length, VISITS);
  return closings.length;
}

async function visitInMay(
  place: Place,
  manager: string,
  setNow: (day: string, time: string) => void,
): Promise<void> {
  const nurse = await install(place, 'visitor');
  const licence = { licence: 'nurse', number: '第12345号', checkedOn: '2026-05-01' };
  await say(place, 'visitor.qualify', { account: nurse, ...licence }, manager);
  for (const topic of chiyodaVisit.rules.visits.trainingTopics) {
    await say(place, 'visitor.train', { account: nurse, topic, on: '2026-05-01', material: 'v1' }, manager);
  }
  const women = await openCases(place, VISITS);
  const days = ['2026-05-20', '2026-05-21'];
  const starts = ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00'];
  for (const day of days) await say(place, 'booking.open-day', { date: day, visitors: 2 }, manager);
  const planned: {
    readonly day: string;
    readonly start: string;
    readonly case: string;
    readonly booking: string;
  }[] = [];
  for (const [index, woman] of women.entries()) {
    const [day = '', start = ''] = [days[Math.floor(index / starts.length)], starts[index % starts.length]];
    const wish = { case: woman.case, slot: at(day, start), mode: 'visit', requestedBy: 'herself' };
    const [made] = await say(place, 'booking.make', wish, manager);
    const booking = String(made?.['booking']);
    await say(place, 'visit.assign', { case: woman.case, booking, visitor: nurse }, manager);
    planned.push({ day, start, case: woman.case, booking });
  }
  setNow('2026-06-05', '09:00');
  for (const { day, start, case: id, booking } of planned) {
    const record = visitRecord(day, { from: start, to: start.replace(':00', ':13') });
    await say(place, 'visit.complete', { ...record, case: id, booking }, manager);
  }
}

async function install(place: Place, role: string): Promise<string> {
  const account = randomIds().fresh('account');
  await say(
    place,
    'account.install',
    { account, holder: `holder-${account}`, name: '見本 太郎', roles: [role], until: '2027-03-31' },
    'system:init',
  );
  return account;
}

async function say(
  place: Place,
  row: string,
  input: object,
  actor: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const done = await place.execute([{ row, input }], { actor });
  assert.ok(done.ok, `${row}: ${JSON.stringify(done)}`);
  return done.value.facts;
}
