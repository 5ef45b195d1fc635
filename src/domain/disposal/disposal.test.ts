import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { openDuty } from '../duties/close-duty.ts';
import type { RecordedFact } from '../facts.ts';
import { evolveHandOver, noHandOver } from '../hand-over/hand-over.ts';
import { noErasure } from '../retention/erasure.ts';
import { factsOf, on, refusalOf, today } from '../../../tests/support/given.ts';
import { answerDisposal } from './answer-disposal.ts';
import { closeDisposal, type CloseDisposal } from './close-disposal.ts';
import { evolveDisposal, noDisposal } from './disposal.ts';
import { requestDisposal, type RequestDisposal } from './request-disposal.ts';

const papers: RequestDisposal = {
  disposal: 'matter_9',
  class: 'papers',
  whole: true,
  items: '訪問票一式',
  mediumName: '紙',
  medium: 'paper',
  quantity: 120,
  method: 'dissolving',
  plannedOn: date('2027-04-05'),
};
const march = today('2027-03-10');
const april = today('2027-04-06');
const given = (...facts: readonly RecordedFact[]) => ({ disposal: facts.reduce(evolveDisposal, noDisposal) });
const request = (changes: Partial<RequestDisposal> = {}, duty = openDuty) =>
  requestDisposal({ ...given(), duty }, { ...papers, ...changes }, march);

const requested = (changes: Partial<Extract<RecordedFact, { type: 'disposal.requested' }>> = {}) =>
  on('2027-03-10', {
    type: 'disposal.requested',
    disposal: 'matter_9',
    class: 'papers',
    whole: true,
    medium: 'paper',
    quantity: 120,
    method: 'dissolving',
    plannedOn: date('2027-04-05'),
    ...changes,
  });
const consented = (attendance: 'attends' | 'waived' = 'attends') =>
  on('2027-03-20', {
    type: 'disposal.consented',
    disposal: 'matter_9',
    ref: 'ward-31',
    on: date('2027-03-20'),
    attendance,
  });
const close: CloseDisposal = {
  disposal: 'matter_9',
  doneOn: date('2027-04-05'),
  method: 'dissolving',
  quantity: 120,
  pledge: 'pledge-4',
  pledgeSignedOn: date('2027-04-06'),
  certificate: 'cert-8',
  attended: 'ward',
};

test('an application holds items, medium, quantity, method and planned date, and ends the duty to ask [PII-12-2] [B-19]', () => {
  const decision = request();
  assert.deepEqual(factsOf(decision), [
    {
      type: 'disposal.requested',
      disposal: 'matter_9',
      class: 'papers',
      whole: true,
      medium: 'paper',
      quantity: 120,
      method: 'dissolving',
      plannedOn: '2027-04-05',
    },
    { type: 'duty.closed', duty: 'programme/ask-disposal/papers', evidence: 'matter_9' },
  ]);
  assert.ok('keep' in decision);
  assert.deepEqual(decision.keep?.[0]?.value, { items: '訪問票一式', 'medium-name': '紙' });
});

test('an application for a part leaves the duty to ask for the rest [B-19]', () => {
  assert.deepEqual(
    factsOf(request({ whole: false })).map(({ type }) => type),
    ['disposal.requested'],
  );
  assert.equal(factsOf(request({}, { closed: { evidence: 'x', on: '2027-03-01' } })).length, 1);
});

test('no entry of the access log may go before three years are over [SEC-17-7] [INC-19]', () => {
  const log = { class: 'access-log', upTo: date('2026-04-30') } as const;
  assert.deepEqual(request({ ...log, plannedOn: date('2029-04-29') }), {
    refused: 'disposal-kept-until',
    class: 'access-log',
    freeFrom: '2029-05-01',
  });
  assert.equal(refusalOf(request({ ...log, plannedOn: date('2029-05-01') })), 'decided');
  assert.equal(refusalOf(request({ class: 'access-log' })), 'disposal-up-to-needed');
});

test('nobody applies for what the clock or the backup removes, nor for a day that has passed [B-19]', () => {
  assert.equal(refusalOf(request({ class: 'list-keys' })), 'disposal-not-asked-for');
  assert.equal(refusalOf(request({ class: 'generations' })), 'disposal-not-asked-for');
  assert.equal(refusalOf(request({ plannedOn: date('2027-03-09') })), 'disposal-planned-past');
  assert.equal(
    refusalOf(requestDisposal({ ...given(requested()), duty: openDuty }, papers, march)),
    'disposal-requested-already',
  );
});

test('a received medium goes by disposal only while it is held [B-06] [PII-12-2]', () => {
  const received = on('2026-05-01', {
    type: 'handover.recorded',
    matter: 'matter_1',
    movement: 'receipt',
    what: 'cd-targets',
    method: 'in-person',
    carrier: 'medium',
    medium: 'CD-R',
    quantity: 1,
    direction: 'in',
    ref: 'list_april',
  });
  const ask = (...facts: readonly RecordedFact[]) =>
    refusalOf(
      requestDisposal(
        { ...given(), duty: openDuty, item: facts.reduce(evolveHandOver, noHandOver) },
        { ...papers, of: 'matter_1' },
        march,
      ),
    );
  assert.equal(ask(received), 'decided');
  assert.equal(ask(), 'handover-not-held');
  const disposed = on('2026-06-01', {
    type: 'handover.disposed',
    matter: 'matter_1',
    disposal: 'matter_8',
  });
  assert.equal(ask(received, disposed), 'handover-not-held');
  const [, gone] = factsOf(closeDisposal(given(requested({ of: 'matter_1' }), consented()), close, april));
  assert.deepEqual(gone, { type: 'handover.disposed', matter: 'matter_1', disposal: 'matter_9' });
});

test('the ward answers once, in writing; without its word it attends [PII-12-2] [PII-12-3]', () => {
  const answer = {
    disposal: 'matter_9',
    answer: 'consented',
    ref: 'ward-31',
    on: date('2027-04-01'),
  } as const;
  assert.deepEqual(factsOf(answerDisposal(given(requested()), answer, april)), [
    {
      type: 'disposal.consented',
      disposal: 'matter_9',
      ref: 'ward-31',
      on: '2027-04-01',
      attendance: 'attends',
    },
  ]);
  assert.equal(refusalOf(answerDisposal(given(), answer, april)), 'no-such-disposal');
  assert.equal(
    refusalOf(answerDisposal(given(requested(), consented()), answer, april)),
    'disposal-answered-already',
  );
  const tomorrow = { ...answer, on: date('2027-04-07') };
  assert.equal(refusalOf(answerDisposal(given(requested()), tomorrow, april)), 'day-not-yet');
});

test('nothing is closed without consent, and the pledge names consent, method, quantity and day [PII-12-5] [INC-19]', () => {
  assert.equal(refusalOf(closeDisposal(given(), close, april)), 'no-such-disposal');
  assert.equal(refusalOf(closeDisposal(given(requested()), close, april)), 'disposal-not-consented');
  const [fact] = factsOf(closeDisposal(given(requested(), consented()), close, april));
  assert.deepEqual(fact, { type: 'disposal.closed', ...close, consent: 'ward-31' });
  assert.ok(fact?.type === 'disposal.closed');
  assert.equal(
    refusalOf(closeDisposal(given(requested(), consented(), on('2027-04-06', fact)), close, april)),
    'disposal-closed-already',
  );
});

test('another method, another count, a wrong order of days are refused [PII-12-5]', () => {
  const say = (changes: Partial<CloseDisposal>) =>
    refusalOf(closeDisposal(given(requested(), consented()), { ...close, ...changes }, april));
  assert.equal(say({ method: 'burning' }), 'disposal-differs');
  assert.equal(say({ quantity: 119 }), 'disposal-differs');
  assert.equal(say({ doneOn: date('2027-03-19') }), 'disposal-days-wrong');
  assert.equal(say({ pledgeSignedOn: date('2027-04-04') }), 'disposal-days-wrong');
  assert.equal(say({ pledgeSignedOn: date('2027-04-07') }), 'disposal-days-wrong');
});

test('the ward is not passed over when it wants to attend [PII-12-3]', () => {
  const alone = { ...close, attended: 'waived' } as const;
  assert.equal(
    refusalOf(closeDisposal(given(requested(), consented()), alone, april)),
    'disposal-attendance-open',
  );
  assert.equal(refusalOf(closeDisposal(given(requested(), consented('waived')), alone, april)), 'decided');
});

test('person data are disposed of only when their erasure has reached every copy [PII-12-4]', () => {
  const state = given(requested({ class: 'person-data' }), consented());
  const by = { ...close, erasure: 'erasure_1' } as const;
  assert.equal(refusalOf(closeDisposal(state, close, april)), 'disposal-erasure-needed');
  assert.equal(
    refusalOf(closeDisposal({ ...state, erasure: noErasure }, by, april)),
    'disposal-erasure-needed',
  );
  assert.equal(refusalOf(closeDisposal({ ...state, erasure: { completed: true } }, by, april)), 'decided');
});
