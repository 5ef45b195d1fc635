import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { GOOD_ANSWERS } from '../../../tests/support/questionnaire.ts';
import { answerFields } from '../forms/answers.ts';
import { QUESTIONNAIRE_1 } from '../../programmes/chiyoda-visit/questionnaire.ts';
import { TOWNS_13101 } from '../text/towns-13101.ts';
import { evolveApplication, noApplication } from './application.ts';
import { agreeingKeys, isSamePerson } from './identity-match.ts';
import { matchApplication } from './match-application.ts';
import { receiveOpenApplication, type ReceiveOpenApplication } from './receive-open-application.ts';
import { refuseApplication } from './refuse-application.ts';

const APPLICATION = 'application_1';
const open: ReceiveOpenApplication = {
  application: APPLICATION,
  form: 'pre-visit-questionnaire/1',
  channel: 'web',
  answers: GOOD_ANSWERS,
  applicant: { name: '見本 花子', kana: 'みほん はなこ', birthDate: '1993-02-03', phone: '090-1234-5678' },
};
const received = (changes: Partial<ReceiveOpenApplication> = {}) =>
  receiveOpenApplication({ application: noApplication }, { ...open, ...changes }, today('2026-05-18'));
const pending = (changes: Partial<ReceiveOpenApplication> = {}) =>
  factsOf(received(changes))
    .map((fact) => on('2026-05-18', fact))
    .reduce(evolveApplication, noApplication);

const ledger = {
  'ledger:identity.kana': 'ﾐﾎﾝ ﾊﾅｺ',
  'ledger:identity.birthDate': '1993-02-03',
  'ledger:contact.phone': '０９０１２３４５６７８',
};
const said = (changes: Readonly<Record<string, string>> = {}) => ({
  'applicant.kana': 'みほん はなこ',
  'applicant.birthDate': '1993-02-03',
  'applicant.phone': '090-1234-5678',
  ...Object.fromEntries(
    Object.entries(answerFields(QUESTIONNAIRE_1, GOOD_ANSWERS)).map(([code, value]) => [
      `answers.${code}`,
      value,
    ]),
  ),
  ...ledger,
  ...changes,
});
const match = (known: Readonly<Record<string, string>>, overrule?: string, application = pending()) =>
  matchApplication(
    { application, ...given(opened()) },
    { application: APPLICATION, case: CASE, overrule },
    today('2026-05-20', { known }),
  );

test('an application without a code waits, and its values belong to a person of its own [CHI-8.2-1]', () => {
  const outcome = received();
  assert.ok(!('refused' in outcome));
  assert.deepEqual(outcome.facts, [
    {
      type: 'application.received',
      application: APPLICATION,
      form: 'pre-visit-questionnaire/1',
      channel: 'web',
      person: 'person_1',
      consent: { text: 'sharing-with-ward', version: '1', answer: 'given' },
    },
  ]);
  assert.deepEqual(outcome.link, [{ subject: APPLICATION, person: 'person_1' }]);
  assert.equal(pending().status, 'pending');
  assert.equal(
    refusalOf(received({ applicant: { ...open.applicant, phone: undefined } })),
    'contact-missing',
  );
});

test('reading, date of birth and telephone agree: matched, registered, moved to her case, the applicant forgotten [CHI-8.2-1]', () => {
  const outcome = match(said());
  assert.deepEqual(
    factsOf(outcome).map((fact) => fact.type),
    [
      'application.matched',
      'resident.registered',
      'case.contact-changed',
      'questionnaire.answered',
      'consent.recorded',
    ],
  );
  assert.ok(!('refused' in outcome));
  assert.deepEqual(outcome.forget, ['person_1']);
  const answers = outcome.keep?.find(({ section }) => section === 'answers');
  assert.deepEqual([answers?.of, answers?.item, answers?.value['Q06']], [CASE, APPLICATION, '3']);
});

test('keys that differ need two people and a reason; a same name is not enough [CHI-8.2-1]', () => {
  const other = said({ 'ledger:contact.phone': '0311112222' });
  assert.deepEqual(match(other), { refused: 'identity-differs', agrees: ['kana', 'birth-date'] });
  const born = said({ 'ledger:identity.birthDate': '1993-02-04' });
  assert.deepEqual(match(born), { refused: 'identity-differs', agrees: ['kana', 'phone'] });
  assert.equal(refusalOf(match(other, 'new-telephone')), 'decided');
});

test('the address may stand in for the telephone, a differing room may not [CHI-8.2-1]', () => {
  const keys = (room: string) =>
    agreeingKeys(
      {
        kana: 'ミホン ハナコ',
        birthDate: '1993-02-03',
        address: '千代田区外神田2-17-6',
        building: '見本マンション302',
      },
      {
        kana: 'みほんはなこ',
        birthDate: '1993-02-03',
        address: '東京都千代田区外神田二丁目17番6号',
        building: `見本マンション${room}`,
      },
      TOWNS_13101,
    );
  assert.deepEqual(keys('302'), ['kana', 'birth-date', 'address']);
  assert.ok(isSamePerson(keys('302')));
  assert.ok(!isSamePerson(keys('303')));
  assert.deepEqual(agreeingKeys({}, {}, TOWNS_13101), []);
});

test('an urgent answer of an unknown applicant is called at once, and its clock has run since it came in [CHI-8.10-2]', () => {
  const answers = { ...GOOD_ANSWERS, Q03: ['bleeding'] };
  const outcome = received({ answers });
  assert.deepEqual('refused' in outcome ? [] : outcome.send, [{ queue: 'call', ref: APPLICATION }]);
  const facts = factsOf(match(said(), undefined, pending({ answers })));
  assert.deepEqual(
    facts.flatMap((fact) => (fact.type === 'urgent.raised' ? [fact.class, fact.at] : [])),
    ['u1', '2026-05-18T10:00:00.000+09:00'],
  );
});

test('a settled application is neither matched nor refused again; refusing forgets the applicant [CHI-8.2-1, CHI-8.2-4]', () => {
  const refuse = (reason: string) =>
    refuseApplication({ application: pending() }, { application: APPLICATION, reason }, today('2026-05-20'));
  const refused = refuse('not-on-list');
  assert.deepEqual(factsOf(refused), [
    { type: 'application.refused', application: APPLICATION, reason: 'not-on-list' },
  ]);
  assert.deepEqual('refused' in refused ? [] : refused.forget, ['person_1']);
  assert.equal(factsOf(refuse('withdrawn'))[0]?.type, 'application.cancelled');
  const settled = factsOf(refused)
    .map((fact) => on('2026-05-20', fact))
    .reduce(evolveApplication, pending());
  assert.equal(refusalOf(match(said(), undefined, settled)), 'application-settled');
});
