import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CHECKLIST_1 } from '../../programmes/chiyoda-visit/checklist.ts';
import { LEEWAY_1 } from '../../programmes/chiyoda-visit/leeway.ts';
import { QUESTIONNAIRE_1 } from '../../programmes/chiyoda-visit/questionnaire.ts';
import { GOOD_ANSWERS } from '../../../tests/support/questionnaire.ts';
import { date } from '../basics/civil-date.ts';
import { answerFields, checkAnswers, draftOf, type Answers } from './answers.ts';
import { flagsOf, urgentClassOf } from './flags.ts';
import { askedOrder, usableForm, type FormDefinition } from './form.ts';

const today = date('2026-05-20');
const problems = (changes: Answers, without: readonly string[] = []) =>
  checkAnswers(
    QUESTIONNAIRE_1,
    Object.fromEntries(
      Object.entries({ ...GOOD_ANSWERS, ...changes }).filter(([code]) => !without.includes(code)),
    ),
    today,
  ).map(({ question, problem }) => `${question} ${problem}`);

test('complete answers have no fault, an empty due date blocks sending [CHI-8.16-3, CHI-8.16-5]', () => {
  assert.deepEqual(problems({}), []);
  assert.deepEqual(problems({}, ['Q01']), ['Q01 required']);
  assert.deepEqual(problems({ Q01: '' }), ['Q01 required']);
  assert.deepEqual(problems({ Q03: [] }), ['Q03 required']);
});

test('every compulsory question is missed when it is left out [CHI-8.16-3]', () => {
  for (const { code, required, shownIf } of askedOrder(QUESTIONNAIRE_1)) {
    if (required && !shownIf) assert.deepEqual(problems({}, [code]).includes(`${code} required`), true);
  }
});

test('a due date lies within the coming 40 weeks; three weeks past are still believed [CHI-8.16-5]', () => {
  assert.deepEqual(problems({ Q01: '2027-02-24' }), []);
  assert.deepEqual(problems({ Q01: '2027-02-25' }), ['Q01 out-of-range']);
  assert.deepEqual(problems({ Q01: '2026-04-29' }), []);
  assert.deepEqual(problems({ Q01: '2026-04-28' }), ['Q01 out-of-range']);
  assert.deepEqual(problems({ Q01: '2026-06-31' }), ['Q01 wrong-kind']);
});

test('choices, numbers and words are checked by their kind [CHI-8.16-1]', () => {
  assert.deepEqual(problems({ Q05: 'maybe' }), ['Q05 unknown-choice']);
  assert.deepEqual(problems({ Q05: ['yes'] }), ['Q05 wrong-kind']);
  assert.deepEqual(problems({ Q03: 'swelling' }), ['Q03 wrong-kind']);
  assert.deepEqual(problems({ Q03: ['swelling', 'swelling'] }), ['Q03 chosen-twice']);
  assert.deepEqual(problems({ Q03: ['none', 'swelling'] }), ['Q03 excludes-others']);
  assert.deepEqual(problems({ Q06: '2' }), ['Q06 wrong-kind']);
  assert.deepEqual(problems({ Q06: 1.5 }), ['Q06 wrong-kind']);
  assert.deepEqual(problems({ Q06: -1 }), ['Q06 out-of-range']);
  assert.deepEqual(problems({ 'Q13-words': 'あ'.repeat(1001) }), ['Q13-words too-long']);
  assert.deepEqual(problems({ Q99: 'yes' }), ['Q99 unknown-question']);
});

test('a question is compulsory only where it is asked, and not answered where it is not [CHI-8.16-3]', () => {
  assert.deepEqual(problems({ 'Q07-satogaeri': 'yes' }), ['Q07-from required']);
  assert.deepEqual(problems({ 'Q07-satogaeri': 'yes', 'Q07-from': '2026-07-20' }), []);
  assert.deepEqual(problems({ 'Q07-from': '2026-07-20' }), ['Q07-from not-asked']);
});

test('what hangs on a hidden question is hidden too', () => {
  const chain: FormDefinition = {
    ...QUESTIONNAIRE_1,
    questions: [
      {
        code: 'A',
        label: 'A',
        kind: 'single',
        required: true,
        choices: [
          { code: 'yes', label: 'y' },
          { code: 'no', label: 'n' },
        ],
      },
      {
        code: 'B',
        label: 'B',
        kind: 'single',
        required: false,
        choices: [{ code: 'yes', label: 'y' }],
        shownIf: { question: 'A', is: ['yes'] },
      },
      { code: 'C', label: 'C', kind: 'int', required: true, shownIf: { question: 'B', is: ['yes'] } },
    ],
  };
  assert.deepEqual(checkAnswers(chain, { A: 'yes', B: 'yes' }, today), [
    { question: 'C', problem: 'required' },
  ]);
  assert.deepEqual(checkAnswers(chain, { A: 'no' }, today), []);
  assert.deepEqual(
    checkAnswers(chain, { A: 'no', B: 'yes', C: 1 }, today).map(({ problem }) => problem),
    ['not-asked', 'not-asked'],
  );
});

test('what is asked for her alone comes last, can be left out, and stands in no draft [CHI-8.16-2]', () => {
  const order = askedOrder(QUESTIONNAIRE_1).map(({ code }) => code);
  assert.deepEqual(order.slice(-2), ['Q08-partner', 'Q08']);
  assert.deepEqual(problems({}, ['Q08', 'Q08-partner']), []);
  const draft = draftOf(QUESTIONNAIRE_1, { ...GOOD_ANSWERS, Q08: 'yes', 'Q08-partner': 'no' });
  assert.deepEqual([draft['Q08'], draft['Q08-partner'], draft['Q05']], [undefined, undefined, 'yes']);
});

test('answers ask for a call, for the same day, or for help at once [CHI-8.10-2]', () => {
  const raised = (changes: Answers) => {
    const flags = flagsOf(QUESTIONNAIRE_1, { ...GOOD_ANSWERS, ...changes });
    return [flags.map(({ question, flag }) => `${question} ${flag.asks}`), urgentClassOf(flags)];
  };
  assert.deepEqual(raised({}), [[], undefined]);
  assert.deepEqual(raised({ 'Q04-low': 'yes' }), [['Q04-low call'], undefined]);
  assert.deepEqual(raised({ 'Q02-place': 'no' }), [['Q02-place urgent'], 'u2']);
  assert.deepEqual(raised({ Q03: ['swelling'] }), [[], undefined]);
  assert.deepEqual(raised({ Q03: ['bleeding'], Q08: 'yes' }), [
    ['Q03 advice', 'Q03 urgent', 'Q08 urgent'],
    'u1',
  ]);
});

test('a draft or submitted version cannot be used, an approved one can [CHI-8.13-1, CHI-8.16-4]', () => {
  const { status: _was, ...rest } = CHECKLIST_1;
  const draft: FormDefinition = { ...rest, version: '2', status: 'draft' };
  const submitted: FormDefinition = { ...rest, version: '3', status: 'submitted' };
  const forms = [CHECKLIST_1, LEEWAY_1, draft, submitted];
  assert.equal(usableForm(forms, 'visit-checklist/1')?.version, '1');
  assert.equal(usableForm(forms, 'visit-checklist/2'), undefined);
  assert.equal(usableForm(forms, 'visit-checklist/3'), undefined);
  assert.equal(usableForm(forms, 'visit-checklist'), undefined);
});

test('the vault gets a field for every question, so that nothing of older answers shines through', () => {
  const fields = answerFields(QUESTIONNAIRE_1, { Q03: ['swelling', 'sleep'], Q06: 0 });
  assert.deepEqual(
    Object.keys(fields),
    QUESTIONNAIRE_1.questions.map(({ code }) => code),
  );
  assert.deepEqual([fields['Q03'], fields['Q06'], fields['Q01']], ['swelling sleep', '0', '']);
});

test('whatever is sent, checking never throws and names only codes of questions', () => {
  const anything = fc.oneof(fc.string(), fc.double(), fc.array(fc.string()));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('Q01', 'Q03', 'Q06', 'Q07-from', 'C01', 'X'), anything),
      (answers) => {
        for (const { question } of checkAnswers(QUESTIONNAIRE_1, answers, today)) {
          assert.ok(question === 'X' || QUESTIONNAIRE_1.questions.some(({ code }) => code === question));
        }
      },
    ),
  );
});
