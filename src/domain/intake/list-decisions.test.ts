import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { isRefusal } from '../basics/refusal.ts';
import type { ListFact } from '../facts/list.ts';
import type { RecordedFact } from '../facts.ts';
import { parseYearMonth } from '../basics/year-month.ts';
import { factsOf, on, refusalOf, today } from '../../../tests/support/given.ts';
import { answerQuestion } from './answer-question.ts';
import { approveList } from './approve-list.ts';
import { closeList, destroyListKeys, discardList, type CloseList } from './close-list.ts';
import { evolveList, noList, type ListState } from './list.ts';
import { receiveList, type ReceiveList } from './receive-list.ts';
import { stageList } from './stage-list.ts';

const LIST = 'list_may';
const may = parseYearMonth('2026-05');
assert.ok(may.ok);
const MONTHS = [may.value];
const command: ReceiveList = {
  list: LIST,
  kind: 'targets',
  months: MONTHS,
  asOf: date('2026-04-20'),
  sha256: 'ab'.repeat(32),
  rows: 4,
  source: 'file',
  handOver: {
    method: '手渡し',
    medium: 'CD-R',
    from: '係長',
    to: '事務局',
    at: '2026-04-20',
    more: { 立会: '甲' },
  },
};
const received = on('2026-04-20', {
  type: 'list.received',
  list: LIST,
  kind: 'targets',
  month: MONTHS,
  asOf: date('2026-04-20'),
  sha256: command.sha256,
  method: 'in-person',
  medium: 'CD-R',
  rows: 4,
});
const counts = { accepted: 3, refused: 1, repeated: 1, same: 1, changed: 0, missing: 0 };
const staged = on('2026-04-20', { type: 'list.staged', list: LIST, ...counts });
const raised = (line: number, code: string, column?: string) =>
  on('2026-04-20', { type: 'list.question-raised', list: LIST, line, code, ...(column ? { column } : {}) });
const approved = on('2026-04-21', { type: 'list.approved', list: LIST, job: 'job_1' });

function given(...facts: readonly RecordedFact[]): { readonly list: ListState } {
  return { list: facts.reduce(evolveList, noList) };
}

test('a list is entered with its hand-over, whose words go to the register and never into a fact [CHI-8.1-2] [PII-11-1]', () => {
  const outcome = receiveList(given(), command, today('2026-04-20'));
  const [first, second] = factsOf(outcome) as readonly ListFact[];
  assert.deepEqual([first?.type, second?.type], ['list.received', 'handover.recorded']);
  assert.match(JSON.stringify(factsOf(outcome)), /"method":"in-person","medium":"CD-R"/);
  assert.match(JSON.stringify(factsOf(outcome)), /^[\x20-\x7e]*$/);
  assert.ok(!isRefusal(outcome));
  assert.match(JSON.stringify(outcome.keep), /係長.*立会/);
  assert.deepEqual(outcome.claim, [
    { kind: 'list-digest', key: command.sha256 },
    { kind: 'list-open', key: 'targets' },
  ]);
});

test('a hand-over that counts or dates otherwise than the file stops it [CHI-8.1-2]', () => {
  const say = (handOver: Partial<ReceiveList['handOver']>) =>
    refusalOf(
      receiveList(
        given(),
        { ...command, handOver: { ...command.handOver, ...handOver } },
        today('2026-04-20'),
      ),
    );
  assert.equal(say({ rows: 3 }), 'hand-over-rows-differ');
  assert.equal(say({ month: '2026-06' }), 'hand-over-month-differs');
  assert.equal(say({ rows: 4, month: '2026-05' }), 'decided');
  assert.equal(
    refusalOf(receiveList(given(received), command, today('2026-04-20'))),
    'list-received-already',
  );
});

test('a list is staged once and only while it waits [CHI-8.1-3]', () => {
  const input = {
    list: LIST,
    parts: [],
    questions: [{ line: 3, code: 'gaiji', column: 'name' }],
    counts,
  } as const;
  assert.deepEqual(
    factsOf(stageList(given(received), input)).map(({ type }) => type),
    ['list.staged', 'list.question-raised'],
  );
  assert.equal(refusalOf(stageList(given(), input)), 'list-not-waiting');
  assert.equal(refusalOf(stageList(given(received, staged), input)), 'list-not-waiting');
});

test('a question takes the answers of its kind only, and words where it prints [CHI-8.1-3] [AMB-45]', () => {
  const state = given(received, staged, raised(3, 'gaiji', 'name'), raised(4, 'kana-differs'));
  const say = (line: number, code: string, answer: 'print-as' | 'same-person', value?: string) =>
    answerQuestion(state, { list: LIST, line, code, answer, value, by: 'chief', ref: 'd-1' });
  assert.equal(refusalOf(say(3, 'gaiji', 'same-person')), 'answer-not-allowed');
  assert.equal(refusalOf(say(3, 'gaiji', 'print-as')), 'print-as-needs-words');
  assert.equal(refusalOf(say(9, 'gaiji', 'print-as', '髙')), 'no-such-question');
  const answered = say(3, 'gaiji', 'print-as', '髙');
  assert.ok(!isRefusal(answered));
  assert.doesNotMatch(JSON.stringify(answered.facts), /髙/);
  assert.match(JSON.stringify(answered.stage), /髙/);
});

test('a list goes in when every question it waits for is answered, and not twice [CHI-8.1-3]', () => {
  const open = given(received, staged, raised(3, 'gaiji', 'name'), raised(5, 'row-refused'));
  assert.equal(refusalOf(approveList(open, { list: LIST }, today('2026-04-21'))), 'questions-open');
  const answered = on('2026-04-21', {
    type: 'list.question-answered',
    list: LIST,
    line: 3,
    code: 'gaiji',
    answer: 'as-written',
    by: 'chief',
    ref: 'd-1',
  });
  const ready = given(received, staged, raised(3, 'gaiji', 'name'), raised(5, 'row-refused'), answered);
  const outcome = approveList(ready, { list: LIST }, today('2026-04-21'));
  assert.deepEqual(
    factsOf(outcome).map(({ type }) => type),
    ['list.approved'],
  );
  assert.ok(!isRefusal(outcome));
  assert.equal(outcome.start?.[0]?.kind, 'intake');
  assert.equal(
    refusalOf(approveList(given(received), { list: LIST }, today('2026-04-21'))),
    'list-not-staged',
  );
  const again = given(received, staged, approved);
  assert.equal(refusalOf(approveList(again, { list: LIST }, today('2026-04-21'))), 'list-approved-already');
});

test('the closing fact adds up to the rows of the file, and refused rows become questions [CHI-8.1-3]', () => {
  const state = given(received, staged, approved);
  const closing: CloseList = {
    list: LIST,
    opened: 0,
    changed: 0,
    unchanged: 1,
    leftOut: 0,
    refusedLines: [4],
  };
  const facts = factsOf(closeList(state, closing));
  assert.deepEqual(
    facts.map(({ type }) => type),
    ['list.question-raised', 'list.committed'],
  );
  const [, last] = facts;
  assert.ok(last?.type === 'list.committed');
  assert.equal(last.opened + last.changed + last.unchanged + last.refused, 4);
  assert.equal(refusalOf(closeList(given(received, staged), closing)), 'list-not-approved');
});

test('a list that is sent back gives its claims back and loses its key at once [CHI-8.1-1]', () => {
  const outcome = discardList(given(received, staged), { list: LIST, reason: 'ward' });
  assert.ok(!isRefusal(outcome));
  assert.deepEqual(outcome.unseal, [LIST]);
  assert.equal(outcome.release?.length, 2);
  assert.equal(
    refusalOf(discardList(given(received, staged, approved), { list: LIST, reason: 'x' })),
    'list-not-waiting',
  );
});

test('keys live 30 days after commit, to the day, and are destroyed once [CHI-8.1-3]', () => {
  const committed = on('2026-04-21', {
    type: 'list.committed',
    list: LIST,
    opened: 2,
    changed: 0,
    unchanged: 1,
    refused: 1,
    missing: 0,
  });
  const state = given(received, staged, approved, committed);
  assert.equal(
    refusalOf(destroyListKeys(state, { list: LIST }, today('2026-05-20'))),
    'list-keys-kept-until',
  );
  assert.deepEqual(factsOf(destroyListKeys(state, { list: LIST }, today('2026-05-21'))), [
    { type: 'list.keys-destroyed', list: LIST },
  ]);
  const gone = given(
    received,
    staged,
    approved,
    committed,
    on('2026-05-21', { type: 'list.keys-destroyed', list: LIST }),
  );
  assert.equal(refusalOf(destroyListKeys(gone, { list: LIST }, today('2026-05-22'))), 'list-keys-gone');
});
