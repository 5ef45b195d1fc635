import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitRecord } from '../../../tests/support/booked.ts';
import { at, bookingPlace } from '../../../tests/support/booking-place.ts';
import { GOOD_CHECKLIST } from '../../../tests/support/checklist.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { MonthReport, ReportSources } from '../../domain/reports/report.ts';
import { erasePersons } from '../../place/erasure.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { vaultSession } from '../../store/vault/session.ts';

const house = await bookingPlace('2026-05-01');
const { place, manager, operator, done, said, answer, openCase, openDay, book } = house;
const ward = await house.person('ward-staff');
const auditor = await house.person('auditor');
const supervisor = await house.person('work-supervisor');
const nurses = [await house.visitor(), await house.visitor()];

type Shown = { readonly report: MonthReport; readonly digest: string; readonly proven: boolean } | null;
type Line = {
  readonly case: CaseId;
  readonly state: string;
  readonly row?: object;
  readonly page?: object | null;
};
type Behind = {
  readonly facts: number;
  readonly shown: readonly { readonly fact: { readonly id: string } }[];
};

const show = async (month: string, by = auditor) =>
  (await answer<unknown>('report.show', { month }, by)) as unknown as Shown;
const lines = async (month: string) => answer<Line>('report.lines', { month }, ward);
const behind = async (month: string, item: string) =>
  (await answer<unknown>('report.behind', { month, item }, auditor)) as unknown as Behind;

/** A visit of a woman of her own, assigned and not yet entered. */
async function plannedVisit(day: string, start: string, nurse = 0) {
  const id = await openCase();
  const booking = await book(id, at(day, start));
  await done('visit.assign', { case: id, booking, visitor: nurses[nurse] ?? '' }, manager);
  return { id, booking, day, start };
}
type Planned = Awaited<ReturnType<typeof plannedVisit>>;

const enter = ({ id, booking, day, start }: Planned, changes = {}) =>
  said(
    'visit.complete',
    visitRecord(day, { case: id, booking, from: start, to: start.replace(':00', ':13'), ...changes }),
    manager,
  );

test('months are closed in order, after their end, once, and by the manager alone [CHI-9.1-2]', async () => {
  assert.equal(await said('month.close', { month: '2026-04' }, operator), 'denied');
  assert.equal(await said('month.close', { month: '2026-04' }, ward), 'denied');
  assert.equal(await said('month.close', { month: '2026-06' }, manager), 'month-not-over');
  assert.equal(await said('month.close', { month: '2026-05' }, manager), 'month-not-over');
  assert.equal(await said('month.close', { month: '2026-03' }, manager), 'month-outside-contract');
  assert.equal(await said('report.issue', { month: '2026-04' }, manager), 'month-not-closed');
  assert.equal(await said('report.supplement', { month: '2026-04' }, manager), 'no-supplement-yet');
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => said('month.close', { month: '2026-04' }, manager)),
  );
  assert.equal(outcomes.filter((one) => one === 'done').length, 1);
  assert.equal(outcomes.filter((one) => one === 'month-closed-already').length, 7);
  const april = await show('2026-04');
  assert.ok(april?.proven);
  assert.equal(april.report.items.visits.completed, 0);
  assert.equal(await show('2026-05'), null);
});

test('numbers nobody hands in: a caller cannot give the closing its counts [CHI-9.1-2]', async () => {
  const gathered = { edition: 1, upTo: 0, tabulated: {}, lines: [], linesDigest: '', digest: '', keep: [] };
  assert.equal(await said('month.close', { month: '2026-05', gathered }, manager), 'not-understood');
});

test('visits entered while the month is closed are in it or in the next one: none is missed, none counted twice [CHI-9.1-2]', async () => {
  const starts = ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00'];
  const planned: Planned[] = [];
  for (const day of ['2026-05-20', '2026-05-21', '2026-05-22']) {
    await openDay(day, 10);
    for (const start of starts) planned.push(await plannedVisit(day, start, planned.length % 2));
  }
  house.setNow('2026-06-03');
  const entering = planned.slice(0, 12).map((one) => enter(one));
  const closing = said('month.close', { month: '2026-05' }, manager);
  const later = planned.slice(12).map((one) => enter(one));
  const outcomes = await Promise.all([...entering, closing, ...later]);
  assert.deepEqual(new Set(outcomes), new Set(['done']));

  const may = await show('2026-05');
  assert.ok(may?.proven);
  house.setNow('2026-07-01');
  await done('month.close', { month: '2026-06' }, manager);
  const june = await show('2026-06');
  assert.ok(june?.proven);
  const corrected = june.report.corrections.find(({ item }) => item === 'visits.completed');
  const own = may.report.items.visits.completed;
  assert.equal(corrected?.to ?? own, 18);
  if (corrected) assert.deepEqual([corrected.month, corrected.from], ['2026-05', own]);
  assert.equal(june.report.items.visits.completed, 0);
  // What was opened of the vault for both months together are all answers, each once.
  const inTime = may.report.items.checklist['visit-checklist/1']?.questions['V01']?.['done'] ?? 0;
  const late = june.report.corrections.find(({ item }) => item.endsWith('questions.V01.done'));
  assert.equal(inTime + (late ? late.to - late.from : 0), 18);
  const told = [...(await lines('2026-05')), ...(await lines('2026-06'))].map((line) => line.case);
  assert.deepEqual(told.toSorted(), planned.map(({ id }) => id).toSorted());
});

test('items ④ and ⑥ come from the vault: choices are counted, words are not, and pages need consent [CHI-9.1-7, CHI-9.1-9, AMB-12]', async () => {
  house.setNow('2026-07-01');
  await openDay('2026-07-10', 20);
  const first = await plannedVisit('2026-07-10', '09:00');
  const second = await plannedVisit('2026-07-10', '10:00');
  house.setNow('2026-07-10', '18:00');
  const answers = { ...GOOD_CHECKLIST, V02: 'watch', V11: '見本の様子' };
  assert.equal(await enter(first, { answers, consent: 'given' }), 'done');
  assert.equal(await enter(second, { answers, consent: 'refused' }), 'done');
  house.setNow('2026-08-03');
  const [closed] = await done('month.close', { month: '2026-07' }, manager);
  assert.ok(closed && !/[^\x20-\x7e]/.test(JSON.stringify(closed)));
  const july = (await show('2026-07'))?.report;
  assert.deepEqual(july?.items.conditions.questions['V02'], { well: 0, watch: 2, refer: 0 });
  assert.deepEqual(july.items.conditions.questions['V11'], { answered: 2 });
  assert.deepEqual([july.items.conditions.pages, july.items.conditions.withheld], [1, 1]);
  assert.equal(july.items.checklist['visit-checklist/1']?.answers, 2);
  const shown = await lines('2026-07');
  assert.deepEqual(
    shown.map((line) => [line.case, line.state, line.page !== null]),
    [
      [first.id, 'proven', true],
      [second.id, 'proven', false],
    ],
  );
});

test('the closing leaves one bulk reading that names its set, and opening lines is an export [CHI-9.1-2, SEC-17-1]', async () => {
  const entries = await place.database.reader.rows({
    name: 'test-bulk',
    text: `select line::json ->> 'hits' as hits, line::json -> 'subjects' ->> 0 as "set" from access_entry
           where line::json ->> 'word' = 'bulk' and line::json ->> 'row' = 'month.close' order by ord`,
  });
  assert.deepEqual(
    entries.map((row) => row['set']),
    ['month:2026-04/1', 'month:2026-05/1', 'month:2026-06/1', 'month:2026-07/1'],
  );
  assert.equal(entries.at(-1)?.['hits'], '2');
  const exported = await place.database.reader.rows({
    name: 'test-exported',
    text: `select 1 from access_entry where line::json ->> 'word' = 'exported' and line::json ->> 'row' = 'report.lines'`,
  });
  assert.ok(exported.length > 0);
});

test('from any number an auditor comes to its facts, and no further [CHI-9.1-6, CHI-9.1-11]', async () => {
  const visits = await behind('2026-07', 'visits.completed');
  assert.equal(visits.facts, 2);
  assert.equal(visits.shown.length, 2);
  assert.equal((await behind('2026-07', 'items.conditions.questions.V02.watch')).facts, 2);
  assert.equal((await behind('2026-07', 'checklist.visit-checklist/1.questions.V01.done')).facts, 2);
  assert.equal((await behind('2026-07', 'visits.absent')).facts, 0);
  const sources = (await answer<unknown>(
    'report.sources',
    { month: '2026-07' },
    auditor,
  )) as unknown as ReportSources;
  assert.deepEqual(
    sources['visits.completed']?.map(({ fact }) => fact),
    visits.shown.map(({ fact }) => fact.id),
  );
  assert.equal((await place.ask('report.lines', { month: '2026-07' }, { actor: auditor })).ok, false);
  assert.equal(
    (await place.ask('report.behind', { month: '2026-07', item: 'sent' }, { actor: operator })).ok,
    false,
  );
});

test('the ward inspects: returned once, closed again as a new edition, and accepted; meanwhile it is due [CHI-9.1-2, CHI-10-1, B-02]', async () => {
  const month = { month: '2026-07' };
  const isDue = async () =>
    (await answer<{ readonly key: string }>('duty.list', { limit: 1000 }, manager)).some(
      ({ key }) => key === 'programme/close-month/2026-07',
    );
  assert.equal(await isDue(), true);
  assert.equal(await said('report.accept', { ...month, ref: 'w-1' }, ward), 'report-not-issued');
  assert.equal(await said('report.issue', month, ward), 'denied');
  await done('report.issue', month, manager);
  assert.equal(await said('report.issue', month, manager), 'report-issued-already');
  assert.equal(await isDue(), false);
  assert.equal(await said('month.close', month, manager), 'month-closed-already');
  assert.equal(await said('report.return', { ...month, reason: 'wrong-visit' }, ward), 'not-understood');
  await done('report.return', { ...month, reason: 'wrong-visit', ref: 'w-2' }, ward);
  assert.equal(await said('report.accept', { ...month, ref: 'w-3' }, ward), 'report-returned-already');
  assert.equal(await isDue(), true);
  await done('month.close', month, manager);
  const again = await show('2026-07');
  assert.deepEqual([again?.report.edition, again?.proven], [2, true]);
  assert.equal(again?.report.items.checklist['visit-checklist/1']?.questions['V01']?.['done'], 2);
  await done('report.issue', month, manager);
  assert.equal(await said('report.accept', { ...month, ref: 'w-4' }, auditor), 'denied');
  await done('report.accept', { ...month, ref: 'w-4' }, manager);
  assert.equal(
    await said('report.return', { ...month, reason: 'late', ref: 'w-5' }, ward),
    'report-accepted-already',
  );
  assert.equal(await isDue(), false);
  const rows = await answer<{ period: string; edition: number; report: string }>(
    'report.months',
    {},
    auditor,
  );
  assert.deepEqual(
    rows.filter(({ period }) => period === '2026-07').map(({ edition, report }) => [edition, report]),
    [
      [1, 'returned'],
      [2, 'accepted'],
    ],
  );
});

test('after a woman is erased the report has the same bytes, her line is gone and the others prove themselves [CHI-9.1-2]', async () => {
  const before = await show('2026-07');
  const [first, second] = await lines('2026-07');
  assert.ok(first && second);
  const erased = await erasePersons(
    place,
    { cases: [first.case], ref: 'WARD-14', witnesses: ['not-attending'] },
    { actor: manager, second: supervisor },
  );
  assert.ok(erased.ok);
  assert.deepEqual(await show('2026-07'), before);
  assert.ok((await show('2026-07'))?.proven);
  assert.deepEqual(
    (await lines('2026-07')).map((line) => line.state),
    ['erased', 'proven'],
  );
  house.setNow('2026-09-01');
  await done('month.close', { month: '2026-08' }, manager);
  assert.deepEqual((await show('2026-08'))?.report.corrections, []);
});

test('a line that was changed in the vault no longer proves itself [CHI-9.1-2]', async () => {
  const [, second] = await lines('2026-07');
  assert.ok(second);
  const forged = { salt: 'x', row: JSON.stringify(second.row), page: '' };
  await place.database.write((writer) =>
    vaultSession(writer, place.parts.ring()).keep(
      writer,
      [{ of: second.case, section: 'report-line', item: '2026-07/2', value: forged }],
      [],
    ),
  );
  assert.deepEqual(
    (await lines('2026-07')).map((line) => line.state),
    ['erased', 'differs'],
  );
});

test('a page is not shown any more once she has taken her consent back [AMB-12, CHI-8.3-9]', async () => {
  await openDay('2026-09-10', 20);
  const her = await plannedVisit('2026-09-10', '09:00');
  house.setNow('2026-09-10', '18:00');
  assert.equal(await enter(her, { consent: 'given' }), 'done');
  house.setNow('2026-10-01');
  await done('month.close', { month: '2026-09' }, manager);
  const page = async () => (await lines('2026-09')).map((line) => [line.state, line.page !== null]);
  assert.deepEqual(await page(), [['proven', true]]);
  const consent = { text: 'sharing-with-ward', version: '1', answer: 'withdrawn', channel: 'phone' };
  await done('consent.record', { case: her.id, ...consent, on: '2026-10-01' }, operator);
  assert.deepEqual(await page(), [['proven', false]]);
});

test('the projections made again are what they were [design 1]', async () => {
  const { projections, rules } = place.parts;
  const check = await checkProjections(place.database, projections, rules);
  assert.deepEqual(check.differences, []);
});
