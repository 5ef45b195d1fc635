import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { planTarget } from './plan-target.ts';
import type { MatchDoubt, TargetMatch } from './match.ts';
import type { TargetRow } from './rows.ts';
import type { GivenAnswer, StagedTarget } from './staged-row.ts';

const row: TargetRow = {
  reference: '26-1',
  name: '\ue000田　花',
  kana: 'タカダ　ハナ',
  commonName: undefined,
  birthDate: date('1996-04-02'),
  address: {
    postcode: '1020074' as TargetRow['address']['postcode'],
    address: '千代田区九段南１－２',
    building: undefined,
  },
  phone: undefined,
  due: date('2026-08-01'),
  notifiedOn: undefined,
  firstBirth: true,
  confidants: undefined,
  followUp: undefined,
  protected: false,
  language: undefined,
  remark: undefined,
  mailWay: 'registered',
  mailAddress: undefined,
  residentSince: undefined,
  children: undefined,
  origin: 'list',
  designationScope: [],
  extra: undefined,
};
const NEW: TargetMatch = { doubts: [], warnings: [], changed: [] };
const HER: TargetMatch = { ...NEW, found: { person: 'person_1', case: 'case_1' } };

function plan(
  match: TargetMatch,
  ...answers: readonly (readonly [code: MatchDoubt | 'gaiji', said: string])[]
) {
  const staged: StagedTarget = {
    kind: 'targets',
    line: 2,
    row,
    marks: {},
    match,
    newCase: 'case_new',
    newPerson: 'person_new',
  };
  const given = answers.map(([code, answer]): GivenAnswer => ({
    line: 2,
    code,
    column: 'name',
    answer,
    value: '髙田　花',
  }));
  return planTarget(staged, given, 'list_1', 2026);
}

/** What is done, and to whom. */
function done(
  match: TargetMatch,
  ...answers: Parameters<typeof plan> extends [unknown, ...infer Rest] ? Rest : never
): string {
  const act = plan(match, ...answers);
  if (act.act === 'open') return `open ${act.case} ${act.person}`;
  return act.act === 'update' ? `update ${act.case} ${act.parts.join()}` : act.act;
}

test('matches and answers decide together what is done with a row [CHI-8.1-3]', () => {
  const doubted = (doubt: MatchDoubt): TargetMatch => ({ ...HER, doubts: [doubt] });
  assert.equal(done(NEW), 'open case_new person_new');
  assert.equal(done(HER), 'unchanged');
  assert.equal(done({ ...HER, changed: ['address'] }), 'update case_1 address');
  assert.equal(
    done(doubted('kana-differs'), ['kana-differs', 'different-person']),
    'open case_new person_new',
  );
  assert.equal(done(doubted('kana-differs'), ['kana-differs', 'same-person']), 'update case_1 ');
  assert.equal(done(doubted('kana-differs'), ['kana-differs', 'leave-out']), 'leave-out');
  assert.equal(done(doubted('new-pregnancy'), ['new-pregnancy', 'new-pregnancy']), 'open case_new person_1');
  assert.equal(done(doubted('new-pregnancy'), ['new-pregnancy', 'same-pregnancy']), 'unchanged');
  assert.equal(
    done({ ...HER, doubts: ['twice-in-file'] }, ['twice-in-file', 'different-person']),
    'unchanged',
  );
  assert.equal(done({ ...NEW, found: { person: 'person_1' } }), 'open case_new person_1');
});

test('the ward’s own characters are kept, and what to print stands beside them [AMB-45]', () => {
  const act = plan(NEW, ['gaiji', 'print-as']);
  assert.ok(act.act === 'open');
  const identity = act.values.find(({ section }) => section === 'identity')?.value;
  assert.deepEqual([identity?.['name'], identity?.['printName']], [row.name, '髙田　花']);
});
