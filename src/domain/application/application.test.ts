import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { GOOD_ANSWERS } from '../../../tests/support/questionnaire.ts';
import type { Context } from '../context.ts';
import type { RecordedFact } from '../facts.ts';
import { evolveApplication, noApplication } from './application.ts';
import { cancelApplication } from './cancel-application.ts';
import { mayBook } from './may-book.ts';
import { receiveApplication, type ReceiveApplication } from './receive-application.ts';
import { recordConsent } from './record-consent.ts';
import { registerResident } from './register-resident.ts';
import { date } from '../basics/civil-date.ts';

const APPLICATION = 'application_1';
const registered = on('2026-05-18', { type: 'resident.registered', case: CASE, channel: 'web' });
const answered = on('2026-05-19', {
  type: 'questionnaire.answered',
  case: CASE,
  application: APPLICATION,
  form: 'pre-visit-questionnaire/1',
});

const command: ReceiveApplication = {
  application: APPLICATION,
  case: CASE,
  form: 'pre-visit-questionnaire/1',
  channel: 'web',
  answers: GOOD_ANSWERS,
};

function receive(
  facts: readonly RecordedFact[],
  changes: Partial<ReceiveApplication> = {},
  context: Partial<Context> = {},
) {
  return receiveApplication(
    { application: noApplication, ...given(...facts) },
    { ...command, ...changes },
    today('2026-05-20', { known: { 'identity.birthDate': '1993-02-03' }, ...context }),
  );
}

test('answers with a code are confirmed at once, consent with them, and the words go to the vault [CHI-8.2-1, CHI-8.16-2, CHI-8.3-9]', () => {
  const outcome = receive([opened(), registered]);
  assert.deepEqual(factsOf(outcome), [
    {
      type: 'application.received',
      application: APPLICATION,
      case: CASE,
      form: 'pre-visit-questionnaire/1',
      channel: 'web',
    },
    { type: 'application.matched', application: APPLICATION, case: CASE, reason: 'code' },
    {
      type: 'questionnaire.answered',
      case: CASE,
      application: APPLICATION,
      form: 'pre-visit-questionnaire/1',
    },
    {
      type: 'consent.recorded',
      case: CASE,
      text: 'sharing-with-ward',
      version: '1',
      answer: 'given',
      channel: 'web',
      on: '2026-05-20',
    },
  ]);
  assert.ok(!('refused' in outcome));
  assert.deepEqual(
    outcome.keep?.map(({ of, section, item }) => [of, section, item]),
    [[CASE, 'answers', APPLICATION]],
  );
  assert.equal(outcome.send, undefined);
});

test('nothing is taken without an approved form, every answer, and online consent [CHI-8.16-3, CHI-8.16-4, CHI-8.3-9]', () => {
  const { Q01: _due, ...noDue } = GOOD_ANSWERS;
  const facts = [opened(), registered];
  assert.equal(refusalOf(receive([])), 'no-such-case');
  assert.equal(refusalOf(receive(facts, { form: 'pre-visit-questionnaire/2' })), 'form-not-approved');
  assert.equal(refusalOf(receive(facts, { form: 'visit-checklist/1' })), 'form-not-approved');
  assert.deepEqual(receive(facts, { answers: noDue }), {
    refused: 'answers-incomplete',
    problems: [{ question: 'Q01', problem: 'required' }],
  });
  assert.equal(refusalOf(receive(facts, { answers: { ...GOOD_ANSWERS, C01: 'refused' } })), 'consent-needed');
});

test('with the code of her letter she applies without leaving a contact; an operator registers her first [AMB-52, CHI-8.2-1]', () => {
  assert.equal(refusalOf(receive([opened()])), 'decided');
  assert.equal(refusalOf(receive([opened()], { channel: 'phone' })), 'not-registered');
});

test('the version of the consent that she was shown is the one that is recorded, and only one of ours [CHI-8.3-9]', () => {
  const facts = factsOf(receive([opened()], { consent: '1', language: 'zh' }));
  assert.deepEqual(
    facts.flatMap((fact) => (fact.type === 'consent.recorded' ? [fact.version] : [])),
    ['1'],
  );
  assert.equal(refusalOf(receive([opened()], { consent: '99' })), 'consent-text-unknown');
});

test('on the telephone a no to sharing is recorded and the answers are taken [CHI-8.3-9]', () => {
  const facts = factsOf(
    receive([opened(), registered], { channel: 'phone', answers: { ...GOOD_ANSWERS, C01: 'refused' } }),
  );
  assert.deepEqual(
    facts.flatMap((fact) => (fact.type === 'consent.recorded' ? [fact.answer, fact.channel] : [])),
    ['refused', 'phone'],
  );
});

test('a due date more than 14 days from the ward is shown to staff, 14 days are not [CHI-8.16-5]', () => {
  const differs = (Q01: string) =>
    factsOf(receive([opened(), registered], { answers: { ...GOOD_ANSWERS, Q01 } })).flatMap((fact) =>
      fact.type === 'application.matched' ? [fact.dueDiffers] : [],
    );
  assert.deepEqual(differs('2026-09-03'), [undefined]);
  assert.deepEqual(differs('2026-09-04'), [15]);
  assert.deepEqual(differs('2026-08-05'), [-15]);
});

test('one person to consult proposes follow-up; who has it already is not proposed again [CHI-5-7]', () => {
  const proposed = (facts: readonly RecordedFact[], Q06: number, birth = '1993-02-03') =>
    factsOf(
      receive(facts, { answers: { ...GOOD_ANSWERS, Q06 } }, { known: { 'identity.birthDate': birth } }),
    ).some((fact) => fact.type === 'case.follow-up-proposed');
  assert.equal(proposed([opened(), registered], 1), true);
  assert.equal(proposed([opened(), registered], 2), false);
  assert.equal(proposed([opened(), registered], 2, '2001-02-03'), true);
  assert.equal(proposed([opened('2026-04-20', { followUp: true }), registered], 1), false);
});

test('an urgent answer opens an urgent case and orders a call; a low mood orders a call only [CHI-8.10-2]', () => {
  const outcome = receive([opened(), registered], { answers: { ...GOOD_ANSWERS, Q03: ['bleeding'] } });
  assert.deepEqual(factsOf(outcome).at(-1), {
    type: 'urgent.raised',
    urgent: 'urgent_1',
    case: CASE,
    class: 'u1',
    channel: 'web',
    source: 'questionnaire',
    reason: 'answer',
    at: '2026-05-20T10:00:00.000+09:00',
  });
  const low = receive([opened(), registered], { answers: { ...GOOD_ANSWERS, 'Q04-low': 'yes' } });
  assert.equal(factsOf(low).length, 4);
  for (const one of [outcome, low]) {
    assert.deepEqual('refused' in one ? [] : one.send, [{ queue: 'call', ref: APPLICATION, case: CASE }]);
  }
});

test('one letter never becomes two applications; after a cancellation she may apply again [CHI-8.2-4]', () => {
  const facts = [opened(), registered, answered];
  assert.equal(refusalOf(receive(facts, { application: 'application_2' })), 'already-applied');
  const application = [
    on('2026-05-19', {
      type: 'application.received',
      application: APPLICATION,
      case: CASE,
      form: 'pre-visit-questionnaire/1',
      channel: 'web',
    }),
    on('2026-05-19', { type: 'application.matched', application: APPLICATION, case: CASE, reason: 'code' }),
  ].reduce(evolveApplication, noApplication);
  const cancel = { application: APPLICATION, case: CASE, reason: 'herself' } as const;
  const cancelled = factsOf(
    cancelApplication({ application, ...given(...facts) }, cancel, today('2026-05-21')),
  );
  assert.deepEqual(
    cancelled.map((fact) => fact.type),
    ['application.cancelled', 'questionnaire.withdrawn'],
  );
  const after = [...facts, ...cancelled.map((fact) => on('2026-05-21', fact))];
  assert.equal(refusalOf(receive(after, { application: 'application_2' })), 'decided');
  const other = { ...cancel, case: 'case_other' } as const;
  assert.equal(
    refusalOf(cancelApplication({ application, ...given(...facts) }, other, today('2026-05-21'))),
    'application-of-another',
  );
});

test('a date is taken only after the questionnaire, with a contact or without [CHI-8.16-3, AMB-52]', () => {
  const check = (...facts: readonly RecordedFact[]) =>
    mayBook(given(opened(), ...facts).case.registration)?.refused;
  assert.equal(check(), 'questionnaire-missing');
  assert.equal(check(answered), undefined);
  assert.equal(check(registered), 'questionnaire-missing');
  assert.equal(check(registered, answered), undefined);
  const withdrawn = on('2026-05-21', {
    type: 'questionnaire.withdrawn',
    case: CASE,
    application: APPLICATION,
    form: 'pre-visit-questionnaire/1',
  });
  assert.equal(check(registered, answered, withdrawn), 'questionnaire-missing');
});

test('after a loss nothing is taken online, and nothing says why [CHI-8.14-5]', () => {
  const loss = on('2026-05-19', {
    type: 'case.loss-reported',
    case: CASE,
    on: date('2026-05-19'),
    source: 'phone',
  });
  assert.deepEqual(receive([opened(), registered, loss]), { refused: 'link-stopped' });
});

test('registration is the redeemed code and a confirmed contact; a second one only changes the contact [CHI-4.3-3]', () => {
  const issued = on('2026-05-01', {
    type: 'invite.issued',
    case: CASE,
    piece: 'piece_1',
    copy: 1,
    reason: 'notice',
  });
  const revoked = on('2026-05-02', {
    type: 'invite.revoked',
    case: CASE,
    piece: 'piece_1',
    copy: 1,
    reason: 'returned',
  });
  const register = (facts: readonly RecordedFact[], changes: object = {}) =>
    registerResident(
      given(...facts),
      { case: CASE, channel: 'web', email: 'hanako@example.jp', piece: 'piece_1', copy: 1, ...changes },
      today('2026-05-18', { known: { 'contact.phone': '0300000000' } }),
    );
  const first = register([opened(), issued]);
  assert.deepEqual(
    factsOf(first).map((fact) => fact.type),
    ['invite.redeemed', 'resident.registered', 'case.contact-changed'],
  );
  assert.deepEqual('refused' in first ? {} : first.keep?.[0]?.value, {
    phone: '0300000000',
    email: 'hanako@example.jp',
  });
  assert.deepEqual(
    factsOf(register([opened(), issued, registered], { piece: undefined })).map((fact) => fact.type),
    ['case.contact-changed'],
  );
  assert.equal(refusalOf(register([opened(), issued, revoked])), 'code-revoked');
  assert.equal(refusalOf(register([opened()])), 'code-revoked');
  assert.equal(refusalOf(register([opened(), issued], { email: undefined })), 'contact-missing');
  for (const email of [
    'a b@example.jp',
    'a@b',
    'a@example.jp,b@example.jp',
    'a@example.jp\nBcc: b@example.jp',
  ]) {
    assert.equal(refusalOf(register([opened(), issued], { email })), 'contact-unreadable');
  }
  assert.equal(refusalOf(register([opened(), issued], { phone: '123' })), 'contact-unreadable');
});

test('under protection a contact is changed through the ward only [CHI-8.8-2]', () => {
  const facts = [opened('2026-04-20', { protected: true, mailWay: 'undecided' })];
  const register = (channel: 'phone' | 'ward') =>
    refusalOf(
      registerResident(given(...facts), { case: CASE, channel, phone: '09012345678' }, today('2026-05-18')),
    );
  assert.deepEqual([register('phone'), register('ward')], ['contact-through-ward', 'decided']);
});

test('consent: online compulsory, elsewhere a no is recorded, a yes can be taken back [CHI-8.3-9]', () => {
  const consent = (facts: readonly RecordedFact[], changes: object) =>
    refusalOf(
      recordConsent(
        given(opened(), ...facts),
        {
          case: CASE,
          text: 'sharing-with-ward',
          version: '1',
          answer: 'given',
          channel: 'web',
          on: date('2026-05-18'),
          ...changes,
        },
        today('2026-05-18'),
      ),
    );
  assert.equal(consent([], {}), 'decided');
  assert.equal(consent([], { answer: 'refused' }), 'consent-needed');
  assert.equal(consent([], { answer: 'refused', channel: 'visit' }), 'decided');
  assert.equal(consent([], { version: '2' }), 'consent-text-unknown');
  assert.equal(consent([], { answer: 'withdrawn' }), 'consent-not-given-yet');
  assert.equal(consent([], { on: date('2026-05-19') }), 'day-ahead');
  const given1 = on('2026-05-10', {
    type: 'consent.recorded',
    case: CASE,
    text: 'sharing-with-ward',
    version: '1',
    answer: 'given',
    channel: 'web',
    on: date('2026-05-10'),
  });
  assert.equal(consent([given1], { answer: 'withdrawn', channel: 'phone' }), 'decided');
});
