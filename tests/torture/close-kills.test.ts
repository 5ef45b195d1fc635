import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { date } from '../../src/domain/basics/civil-date.ts';
import { instantAt } from '../../src/domain/basics/instant.ts';
import type { YearMonth } from '../../src/domain/basics/year-month.ts';
import type { RecordedFact } from '../../src/domain/facts.ts';
import type { MonthReport } from '../../src/domain/reports/report.ts';
import { openPlace } from '../../src/place/open-place.ts';
import type { Place } from '../../src/place/place.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { at } from '../support/booking-place.ts';
import { openCases } from '../support/women.ts';
import type { KeptDate, OfficePeople, OfficePlan } from './closing-office.ts';
import { assertWhole, house, isChecked, ROUNDS, someMoment, startWorker } from './house.ts';

const DAYS = ['2026-05-20', '2026-05-21', '2026-05-22', '2026-06-10', '2026-06-11', '2026-06-12'];
const STARTS = ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00'];
/** From here on all months but the last of the contract can be closed. */
const NOW = instantAt(date('2027-03-15'), '10:00');
/** Counted anew by the test: talks by way, and what is billed for them. */
const WAYS = ['visits.completed', 'visits.remote.online', 'visits.remote.phone'];

test('visits are entered and put right while months are closed and billed, and both are killed: nothing is missed, nothing counted twice, nothing billed twice [CHI-9.1-2, CHI-10-1]', async (t) => {
  const { data, place, works } = await house(t);
  const people = {
    manager: await install(place, 'responsible-manager'),
    second: await install(place, 'visitor'),
    ward: await install(place, 'ward-staff'),
  };
  const kept = await keptDates(place, people);
  const plan: OfficePlan = {
    first: '2026-04' as YearMonth,
    last: '2027-02' as YearMonth,
    // Five in CI, forty in torture: what the last round still has to close costs more than all kills.
    editions: Math.min(40, Math.max(5, Math.ceil(ROUNDS / 4))),
    people,
    kept,
  };
  const file = join(dirname(data), 'plan.json');
  await writeFile(file, JSON.stringify(plan));
  const opened = await openPlace(data, chiyodaVisit, { ...works, now: () => NOW });
  assert.ok(opened.ok);
  t.after(() => opened.value.database.close());
  const books = opened.value;

  let cutOff = 0;
  const entered = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const visitors = startWorker(t, 'visits', data, file);
    const office = startWorker(t, 'bill', data, file);
    await Promise.all([visitors.hears('ready'), office.hears('ready')]);
    await someMoment(700);
    await Promise.all([visitors.kill(), office.kill()]);
    const said = [...visitors.said, ...office.said];
    assert.deepEqual(
      said.filter((line) => line.startsWith('error')),
      [],
      'what was begun could not be gone on with',
    );
    for (const booking of visitors.done) entered.add(booking);
    if (!office.said.includes('billed')) cutOff += 1;
    if (!isChecked(round)) continue;
    await assertBooks(books, people.manager, entered);
    await assertWhole(place, []);
  }
  const visitors = startWorker(t, 'visits', data, file);
  await visitors.hears('entered');
  const office = startWorker(t, 'bill', data, file);
  await office.hears('billed');
  await Promise.all([visitors.kill(), office.kill()]);
  const { closings, corrections } = await assertBooks(books, people.manager, entered);
  assert.ok(closings >= 11 * plan.editions && cutOff > 0, `${closings} closings, ${cutOff} cut off`);
  assert.ok(corrections > 0, 'nothing ever came late');
  await assertWhole(place, []);
  t.diagnostic(
    `killed ${ROUNDS} times, ${cutOff} before the end; ${closings} closings, ${corrections} corrections`,
  );
});

type Placed = { readonly place: number; readonly fact: RecordedFact };

/** Every talk as it stood at a place of the journal, by month and way: a straight count that knows no closings. */
function straight(facts: readonly Placed[], upTo: number): (month: string, way: string) => number {
  const talks = new Map<string, { readonly month: string; mode: string }>();
  for (const { place, fact } of facts) {
    if (place > upTo) break;
    if (fact.type === 'visit.completed') {
      talks.set(fact.id, { month: fact.date.slice(0, 7), mode: fact.mode });
    } else if (fact.type === 'fact.corrected') {
      const talk = talks.get(fact.of);
      if (talk && fact.field === 'mode') talk.mode = fact.to;
    }
  }
  const modes: Readonly<Record<string, string>> = {
    'visits.completed': 'visit',
    'visits.remote.online': 'online',
    'visits.remote.phone': 'phone',
  };
  return (month, way) =>
    [...talks.values()].filter((talk) => talk.month === month && talk.mode === modes[way]).length;
}

type Stand = { readonly closings: number; readonly corrections: number };

/** Closings, reports and invoices as they stand, held against the straight count. */
async function assertBooks(books: Place, manager: string, entered: ReadonlySet<string>): Promise<Stand> {
  const facts = await countedFacts(books);
  const visits = facts.flatMap(({ fact }): string[] =>
    fact.type === 'visit.completed' ? [fact.booking] : [],
  );
  assert.equal(new Set(visits).size, visits.length, 'a visit was entered twice');
  assert.deepEqual(
    [...entered].filter((booking) => !visits.includes(booking)),
    [],
    'an acknowledged visit was lost',
  );
  const closings = facts.flatMap(({ place, fact }) =>
    fact.type === 'month.closed' ? [{ place, fact }] : [],
  );
  for (const [index, { place, fact }] of closings.entries()) {
    const before = closings.slice(0, index);
    const editions = before.filter((one) => one.fact.month === fact.month).length;
    assert.equal(fact.edition, editions + 1, 'an edition was closed twice or left out');
    assert.ok(fact.upTo < place && fact.upTo >= (before.at(-1)?.place ?? 0));
    const behind = facts.some((one) => one.place > fact.upTo && one.place < place);
    assert.ok(!behind, 'something was written between the count and its closing');
  }
  // The last edition of each month is what the ward holds in the end.
  const valid = closings.filter(
    ({ fact }, at) => !closings.slice(at + 1).some((later) => later.fact.month === fact.month),
  );
  const reported = new Map<string, number>();
  let corrections = 0;
  for (const { fact } of valid) {
    const { month, edition, upTo, digest } = fact;
    const shown = await books.ask('report.show', { month, edition }, { actor: manager });
    assert.ok(shown.ok);
    const made = shown.value as { report: MonthReport; digest: string; proven: boolean };
    assert.deepEqual([made.proven, made.digest], [true, digest]);
    const { report } = made;
    const { completed, remote } = report.items.visits;
    const own: Readonly<Record<string, number>> = {
      'visits.completed': completed,
      'visits.remote.online': remote.online,
      'visits.remote.phone': remote.phone,
    };
    const now = straight(facts, upTo);
    for (const way of WAYS) {
      assert.equal(own[way], now(month, way), `${month} ${way}`);
      reported.set(`${month} ${way}`, now(month, way));
    }
    const told = report.corrections.filter(({ item }) => WAYS.includes(item));
    corrections += told.length;
    for (const { month: of, item, from, to } of told) {
      assert.equal(from, reported.get(`${of} ${item}`), 'a correction begins where the ward stands');
      reported.set(`${of} ${item}`, to);
    }
    for (const [key, number] of reported) {
      const [of = '', way = ''] = key.split(' ');
      assert.equal(number, now(of, way), `${key} after ${month}`);
    }
  }
  await assertBilled(books, manager, facts);
  return { closings: closings.length, corrections };
}

/** One invoice a month, of its accepted edition, under a number of its own; together they bill every talk once. */
async function assertBilled(books: Place, manager: string, facts: readonly Placed[]): Promise<void> {
  const issued = facts.flatMap(({ fact }) => (fact.type === 'invoice.issued' ? [fact] : []));
  assert.equal(new Set(issued.map(({ number }) => number)).size, issued.length, 'a number was used twice');
  assert.equal(new Set(issued.map(({ month }) => month)).size, issued.length, 'a month was billed twice');
  const claims = await books.database.reader.rows({
    name: 'torture-invoice-numbers',
    text: `select key from claim where kind = 'invoice-no'`,
  });
  assert.deepEqual(new Set(claims.map((row) => row['key'])), new Set(issued.map(({ number }) => number)));
  const billed = new Map<string, number>();
  for (const { month, invoice, upTo } of issued) {
    const behind = await books.ask('invoice.behind', { month }, { actor: manager });
    assert.ok(behind.ok && (behind.value as { readonly proven: boolean }).proven);
    for (const { code, quantity, adjusts } of invoice.lines) {
      const key = `${adjusts ?? month} ${code}`;
      billed.set(key, (billed.get(key) ?? 0) + quantity);
    }
    const now = straight(facts, upTo);
    for (const talked of ['2026-05', '2026-06'].filter((one) => one <= month)) {
      const [remote, home] = [billed.get(`${talked} remote`) ?? 0, billed.get(`${talked} visit`) ?? 0];
      assert.equal(home, now(talked, 'visits.completed'), `visits of ${talked} billed by ${month}`);
      assert.equal(remote, now(talked, 'visits.remote.online') + now(talked, 'visits.remote.phone'));
    }
  }
}

async function countedFacts(books: Place): Promise<readonly Placed[]> {
  const types = ['visit.completed', 'fact.corrected', 'month.closed', 'invoice.issued'];
  const rows = await books.database.reader.rows(
    { name: 'torture-books', text: 'select ord, line from fact where type = any ($1::text[]) order by ord' },
    [types],
  );
  return rows.map((row) => ({
    place: Number(row['ord']),
    fact: JSON.parse(String(row['line'])) as RecordedFact,
  }));
}

/** Dates that were made and kept, every third of them by video, none of them entered yet. */
async function keptDates(
  place: Place,
  { manager, second: nurse }: OfficePeople,
): Promise<readonly KeptDate[]> {
  const licence = { licence: 'nurse', number: '第12345号', checkedOn: '2026-05-01' };
  await say(place, 'visitor.qualify', { account: nurse, ...licence }, manager);
  for (const topic of chiyodaVisit.rules.visits.trainingTopics) {
    await say(place, 'visitor.train', { account: nurse, topic, on: '2026-05-01', material: 'v1' }, manager);
  }
  for (const day of DAYS) await say(place, 'booking.open-day', { date: day, visitors: 2 }, manager);
  const women = await openCases(place, DAYS.length * STARTS.length);
  const kept: KeptDate[] = [];
  for (const [index, { case: id }] of women.entries()) {
    const day = DAYS[index % DAYS.length] ?? '';
    const start = STARTS[Math.floor(index / DAYS.length)] ?? '';
    const remote = index % 3 === 0;
    const mode = remote ? { mode: 'online', reason: 'hospital', cannotBeVisited: true } : { mode: 'visit' };
    const wish = { case: id, slot: at(day, start), requestedBy: 'herself', ...mode };
    const [made] = await say(place, 'booking.make', wish, manager);
    const booking = String(made?.['booking']);
    await say(place, 'visit.assign', { case: id, booking, visitor: nurse }, manager);
    kept.push({ case: id, booking, day, start, remote });
  }
  return kept;
}

async function install(place: Place, role: string): Promise<string> {
  const account = randomIds().fresh('account');
  const input = { account, holder: account, name: '見本 太郎', roles: [role], until: '2027-03-31' };
  await say(place, 'account.install', input, 'system:init');
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
