import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseId, ListId } from '../../src/domain/basics/ids.ts';
import type { EffectTable } from '../../src/domain/effect/effect-table.ts';
import { sampleSize } from '../../src/domain/mailings/sample-batch.ts';
import { groupOf } from '../../src/domain/members/next-card.ts';
import { subjectOf } from '../../src/domain/rules-of.ts';
import { planCards, type CardBatch } from '../../src/exchange/cards/plan-cards.ts';
import { lettersOfBatch } from '../../src/exchange/papers/letters.ts';
import { jobKinds } from '../../src/gate/inside/job-kinds.ts';
import { runJob } from '../../src/gate/job.ts';
import { offered } from '../../src/gate/offered.ts';
import { effectLines } from '../../src/programmes/words/effect.ts';
import { screening } from '../../src/programmes/screening/programme.ts';
import { attended, insured } from '../support/insured.ts';
import { screeningPlace } from '../support/screening-place.ts';
import { factsIn } from '../support/take-in.ts';

const house = await screeningPlace('2026-06-01');
const { place, done, asked, takeIn, setNow } = house;
const manager = await house.person('responsible-manager');
const clerk = await house.person('mailing-clerk');
const second = await house.person('mailing-clerk');
const operator = await house.person('operator');

const PERSONS = 200;
const numbers = Array.from({ length: PERSONS }, (_none, at) => at + 1);
const members = subjectOf(screening.rules, 'members');

let list: ListId = 'list_none';
const caseOf = new Map<string, CaseId>();
const groupOfCase = new Map<CaseId, string>();
let batch: CardBatch | undefined;

function cardless(id: CaseId): boolean {
  return groupOf(groupOfCase.get(id) ?? '', members)?.card === undefined;
}

test('a list of insured persons opens cases with an age and nothing of a pregnancy [SCR-A-2, SCR-A-12]', async () => {
  const taken = await takeIn(
    manager,
    numbers.map((number) => insured(number)),
  );
  list = taken.list;
  assert.equal(taken.accepted, PERSONS);
  const opened = await factsIn(place, 'case.opened');
  assert.equal(opened.length, PERSONS);
  const [first] = opened;
  assert.deepEqual(Object.keys(first ?? {}).toSorted(), [
    'actor',
    'age',
    'at',
    'case',
    'contractYear',
    'history',
    'id',
    'list',
    'mailWay',
    'protected',
    'recordedAt',
    'screening',
    'sex',
    'type',
    'v',
  ]);
  assert.equal(
    opened.filter((fact) => 'screening' in fact && fact.screening === 'cancer').length,
    PERSONS / 5,
  );
});

test('who is to be recalled to nothing, or too young, is refused and asked of the ward [SCR-A-2, SCR-A-3]', async () => {
  const { refused, questions } = await takeIn(
    manager,
    [
      insured(301),
      insured(302),
      insured(303),
      insured(304, { 健診受診日: '2026-05-01', がん検診受診日: '2026-05-02' }),
      insured(305, { 生年月日: '1990-06-15' }),
    ],
    { addition: true },
  );
  assert.deepEqual(
    refused.map(({ line, reason }) => [line, reason]),
    [
      [5, 'not-recalled'],
      [6, 'not-recalled'],
    ],
  );
  assert.deepEqual(questions, []);
});

test('before the draw nobody gets a card and no result is taken [SCR-A-5, SCR-A-10]', async () => {
  const planned = await planCards(place, { reason: 'agreed-with-ward' }, { actor: manager });
  assert.deepEqual(planned.ok && planned.value, []);
  const [one] = await factsIn(place, 'case.opened');
  const early = await place.execute(
    [
      {
        row: 'case.report-attendance',
        input: { case: one?.case, list, screening: 'check-up', on: '2026-05-30' },
      },
    ],
    { actor: 'system:intake' },
  );
  assert.equal(early.ok ? 'done' : early.error.refused, 'group-before-result');
});

test('the groups of a list are drawn once, in exact sizes, and drawing again gives the same [SCR-A-5]', async () => {
  const receipt = await done(manager, 'groups.draw', { list });
  const [job] = receipt.facts.flatMap((fact) => (fact.type === 'groups.drawn' ? [fact.job] : []));
  assert.ok(job);
  const finished = await runJob(place.parts, jobKinds, job);
  assert.ok(finished.ok && finished.value.state === 'finished');
  for (const fact of await factsIn(place, 'case.grouped')) groupOfCase.set(fact.case, fact.group);
  assert.equal(groupOfCase.size, PERSONS);
  const shown = await asked<{ agrees: boolean; sizes: { group: string; persons: number }[] }>(
    manager,
    'groups.show',
    { list },
  );
  assert.equal(shown.agrees, true);
  assert.equal(
    shown.sizes.reduce((sum, { persons }) => sum + persons, 0),
    PERSONS,
  );
  for (const { groups } of members.groups.segments) {
    const sizes = groups.map(({ group }) => shown.sizes.find((one) => one.group === group)?.persons ?? 0);
    const whole = sizes.reduce((sum, size) => sum + size, 0);
    const share = groups.reduce((sum, one) => sum + one.share, 0);
    groups.forEach((one, at) => {
      assert.ok(Math.abs((sizes[at] ?? 0) - (whole * one.share) / share) < 1, one.group);
    });
  }
  const again = await place.execute([{ row: 'groups.draw', input: { list } }], { actor: manager });
  assert.equal(again.ok ? 'done' : again.error.refused, 'groups-drawn-already');
  const closed = await factsIn(place, 'groups.closed');
  assert.deepEqual(
    closed.map(({ grouped, refused }) => [grouped, refused]),
    [[PERSONS, 0]],
  );
});

test('everybody gets the card of the own group and the control group none, whatever is tried [SCR-A-5, SCR-A-7]', async () => {
  const control = [...groupOfCase.keys()].filter(cardless);
  const due = [...groupOfCase.keys()].filter((id) => !cardless(id));
  const planned = await planCards(place, { reason: 'agreed-with-ward' }, { actor: manager });
  assert.ok(planned.ok);
  [batch] = planned.value;
  assert.equal(planned.value.length, 1);
  assert.deepEqual([batch?.pieces, batch?.dropped, batch?.printed], [due.length, 0, due.length]);
  const printed = await factsIn(place, 'piece.printed');
  for (const { case: id, template } of printed) {
    assert.equal(template, groupOf(groupOfCase.get(id) ?? '', members)?.card);
  }
  const [nobody] = control;
  const forced = place.parts.ids.fresh('batch');
  const begin = { batch: forced, kind: 'notice', month: '2026-06', planned: 1, reason: 'agreed-with-ward' };
  await done(manager, 'batch.begin-without-word', begin);
  await done(manager, 'piece.plan', { batch: forced, case: nobody, piece: place.parts.ids.fresh('piece') });
  const drops = await factsIn(place, 'piece.dropped');
  assert.deepEqual(
    drops.map(({ case: id, reason }) => [id === nobody, reason]),
    [[true, 'control-group']],
  );
  // Given again nothing is planned or printed twice.
  const repeated = await planCards(place, { reason: 'agreed-with-ward' }, { actor: manager });
  assert.deepEqual(
    (await factsIn(place, 'piece.printed')).length,
    due.length,
    repeated.ok ? 'printed twice' : repeated.error.refused,
  );
});

test('a card shows its enquiry number inside, and a caller is found by it without a name [SCR-A-8]', async () => {
  const letters = await lettersOfBatch({ ...place, now: house.works.now }, batch?.batch ?? '', {
    actor: clerk,
  });
  assert.ok(letters.ok);
  assert.equal(letters.value.letters, batch?.pieces);
  const found = await asked<{ persons: { cases: { case: CaseId }[] }[] }>(operator, 'person.search', {
    words: 'S000007',
  });
  const [one] = found.persons;
  assert.equal(found.persons.length, 1);
  assert.ok(one?.cases[0] && groupOfCase.has(one.cases[0].case));
  for (const number of numbers) {
    const words = insured(number)['整理番号'] ?? '';
    const { persons } = await asked<typeof found>(operator, 'person.search', { words });
    const id = persons[0]?.cases[0]?.case;
    if (id) caseOf.set(words, id);
  }
  assert.equal(caseOf.size, PERSONS);
});

test('a card of somebody who attended meanwhile is not posted [SCR-A-4]', async () => {
  const id = batch?.batch ?? '';
  const printed = await factsIn(place, 'piece.printed');
  const [early] = printed;
  const number = numbers.find((one) => caseOf.get(insured(one)['整理番号'] ?? '') === early?.case) ?? 0;
  setNow('2026-06-02');
  await takeIn(manager, [attended(number, '2026-06-01')], { kind: 'attendance' });
  const sampled = sampleSize(printed.length, screening.rules.mailing);
  await done(clerk, 'batch.sample', { batch: id, sampled, differing: 0 }, second);
  await done(manager, 'batch.release', { batch: id }, clerk);
  await done(clerk, 'piece.void', { batch: id, case: early?.case, piece: early?.piece, reason: 'pulled' });
  const counted = { printed: printed.length, spoiled: 0, pulled: 1, enclosed: printed.length - 1, posted: 0 };
  await done(clerk, 'batch.count', { batch: id, stage: 'enclosed', ...counted });
  const refused = await place.execute(
    [
      {
        row: 'piece.post',
        input: { batch: id, case: early?.case, piece: early?.piece, service: 'postcard' },
      },
    ],
    { actor: clerk },
  );
  assert.equal(refused.ok, false);
  for (const { case: who, piece } of printed.slice(1)) {
    await done(clerk, 'piece.post', { batch: id, case: who, piece, service: 'postcard' });
  }
  const posted = await factsIn(place, 'piece.posted');
  assert.equal(posted.length, printed.length - 1);
  assert.ok(posted.every(({ case: who }) => !cardless(who)));
});

test('a call is written down with its reason, a wish to be left alone acts at once, the control group is not called [SCR-A-8]', async () => {
  const listed = await asked<{ case: CaseId }[]>(operator, 'calls.list', { limit: 3 });
  assert.equal(listed.length, 3);
  assert.ok(listed.every(({ case: id }) => !cardless(id)));
  const [one, other, third] = listed.map(({ case: id }) => id);
  await done(operator, 'case.record-call', { case: one, result: 'will-attend', reason: 'busy' });
  await done(operator, 'case.record-call', { case: other, result: 'stop' });
  await done(operator, 'case.record-call', { case: third, result: 'no-answer' });
  const left = await asked<{ case: CaseId }[]>(operator, 'calls.list', { limit: 50 });
  assert.deepEqual(
    [one, other, third].map((id) => left.some((row) => row.case === id)),
    [false, false, true],
  );
  const stopped = await factsIn(place, 'case.withdrawn');
  assert.deepEqual(
    stopped.map((fact) => fact.case),
    [other],
  );
  const control = [...groupOfCase.keys()].find(cardless);
  const calls: readonly (readonly [object, string])[] = [
    [{ case: control, result: 'will-attend' }, 'control-not-called'],
    [{ case: third, result: 'nonsense' }, 'call-result-unknown'],
    [{ case: third, result: 'undecided', reason: 'nonsense' }, 'call-reason-unknown'],
  ];
  for (const [input, code] of calls) {
    const refused = await place.execute([{ row: 'case.record-call', input }], { actor: operator });
    assert.equal(refused.ok ? 'done' : refused.error.refused, code);
  }
  const denied = await place.execute(
    [{ row: 'case.record-call', input: { case: third, result: 'undecided' } }],
    {
      actor: clerk,
    },
  );
  assert.equal(denied.ok, false);
});

test('attendance comes by list, and the effect table counts everybody in the group that was drawn [SCR-A-4, SCR-A-10]', async () => {
  setNow('2026-07-01');
  // Half of all with a card and a fifth of the control groups, by the numbers of the list.
  const came = numbers.filter((number) => {
    const id = caseOf.get(insured(number)['整理番号'] ?? '');
    return id !== undefined && (cardless(id) ? number % 5 === 1 : number % 2 === 0);
  });
  await takeIn(
    manager,
    came.map((number) => attended(number, '2026-06-20')),
    { kind: 'attendance' },
  );
  const table = await asked<EffectTable>(manager, 'effect.table', {});
  const reported = new Set((await factsIn(place, 'attendance.reported')).map((fact) => fact.case));
  assert.equal(table.total.persons, PERSONS);
  assert.equal(table.total.attended, reported.size);
  assert.equal(
    table.groups.reduce((sum, row) => sum + row.persons, 0),
    PERSONS,
  );
  assert.equal(table.total.sent, (await factsIn(place, 'piece.posted')).length);
  assert.equal(table.total.reached, 2);
  for (const row of table.groups) {
    if (row.control) assert.deepEqual([row.sent, row.reached], [0, 0], row.group);
    const own = [...groupOfCase].filter(([, group]) => group === row.group).map(([id]) => id);
    assert.equal(row.persons, own.length);
    if (row.attended !== null) assert.equal(row.attended, own.filter((id) => reported.has(id)).length);
  }
  const lines = effectLines(table);
  assert.ok(lines.some((line) => line.startsWith('a-0(対照)')));
});

test('the gate of this programme knows no row of what it has not ordered [B-16]', async () => {
  const { commands, questions, rules } = place.parts;
  const own = offered(commands, rules);
  for (const row of ['booking.make', 'visit.complete', 'benefit.decide', 'case.open', 'survey.open']) {
    assert.equal(commands.has(row) && !own.has(row), true, row);
  }
  assert.ok(own.has('groups.draw') && own.has('batch.begin'));
  assert.ok(offered(questions, rules).has('effect.table'));
  const unknown = await place.execute([{ row: 'case.report-loss', input: {} }], { actor: manager });
  assert.equal(unknown.ok ? 'done' : unknown.error.refused, 'unknown-row');
  const unasked = await place.ask('survey.results', {}, { actor: manager });
  assert.equal(unasked.ok ? 'done' : unasked.error.refused, 'unknown-row');
  // Who has no right learns no more than anywhere else.
  const stranger = await house.person('administrator');
  const denied = await place.execute([{ row: 'case.report-loss', input: {} }], { actor: stranger });
  assert.equal(denied.ok ? 'done' : denied.error.refused, 'denied');
});
