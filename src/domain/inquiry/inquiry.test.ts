import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import type { NewFact } from '../facts.ts';
import { date } from '../basics/civil-date.ts';
import { answerInquiry, categoriseInquiry, closeInquiry, escalateInquiry } from './handle-inquiry.ts';
import { identifyCaller, type IdentifyCaller } from './identify-caller.ts';
import { evolveInquiry, noInquiry, type InquiryState } from './inquiry.ts';
import { mayTell } from './may-tell.ts';
import { agreeingPoints, type SaidOfHerself } from './agreeing-points.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { openInquiry, type OpenInquiry } from './open-inquiry.ts';

const INQUIRY = 'inquiry_1';
const open = (changes: Partial<OpenInquiry> = {}, last = 0, day = '2026-05-11', time = '10:00') =>
  openInquiry(
    { inquiry: noInquiry, reception: { last } },
    { inquiry: INQUIRY, channel: 'phone', category: 'other', words: 'いつ来ますか', ...changes },
    today(day, { time }),
  );
const after = (facts: readonly NewFact[], state: InquiryState = noInquiry, day = '2026-05-11') =>
  facts.map((fact) => on(day, fact)).reduce(evolveInquiry, state);
const begun = (category: OpenInquiry['category'] = 'other') => after(factsOf(open({ category })));

test('an enquiry gets the next number, its clock, and leaves its words in the vault [CHI-9.1-1, CHI-8.14-3]', () => {
  const outcome = open({}, 41);
  assert.ok(!('refused' in outcome));
  assert.deepEqual(
    outcome.facts.map((fact) => ('no' in fact ? [fact.type, fact.no] : [fact.type])),
    [
      ['reception.entered', 42],
      ['inquiry.opened', 42],
    ],
  );
  assert.deepEqual(outcome.keep?.[0]?.value, { words: 'いつ来ますか' });
});

test('an enquiry of Sunday starts on Monday at nine, a complaint is due one operating day later [CHI-8.14-4]', () => {
  const fact = factsOf(open({ category: 'complaint' }, 0, '2026-05-10', '21:00')).at(-1);
  assert.ok(fact?.type === 'inquiry.opened');
  assert.deepEqual(
    [fact.startsAt, fact.dueBy],
    ['2026-05-11T09:00:00.000+09:00', '2026-05-11T17:00:00.000+09:00'],
  );
});

test('a request for disclosure goes to the ward at once and ends with its receipt only [CHI-16.2-2, PII-15-1]', () => {
  for (const category of ['disclosure', 'own-data'] as const) {
    const outcome = open({ category });
    assert.deepEqual('refused' in outcome ? [] : outcome.send, [{ queue: 'ward-notice', ref: INQUIRY }]);
    const state = { inquiry: begun(category) };
    const context = today('2026-05-11');
    assert.equal(
      refusalOf(answerInquiry(state, { inquiry: INQUIRY, result: 'explained' }, context)),
      'for-the-ward-alone',
    );
    const close = (result: string, ref?: string) =>
      refusalOf(closeInquiry(state, { inquiry: INQUIRY, result, ref }, context));
    assert.equal(close('answered', 'W-1'), 'for-the-ward-alone');
    assert.equal(close('ward-took-over'), 'for-the-ward-alone');
    assert.equal(close('ward-took-over', 'W-1'), 'decided');
    assert.equal(
      refusalOf(categoriseInquiry(state, { inquiry: INQUIRY, category: 'other' }, context)),
      'for-the-ward-alone',
    );
  }
});

test('an enquiry that turns out to be for the ward goes there when its category is chosen [CHI-16.2-2]', () => {
  const outcome = categoriseInquiry(
    { inquiry: begun() },
    { inquiry: INQUIRY, category: 'disclosure' },
    today('2026-05-11'),
  );
  assert.deepEqual(
    factsOf(outcome).map((fact) => fact.type),
    ['inquiry.categorised', 'inquiry.escalated'],
  );
  assert.deepEqual('refused' in outcome ? [] : outcome.send, [{ queue: 'ward-notice', ref: INQUIRY }]);
});

test('a complaint found out later is due one operating day after it came in [CHI-8.14-4]', () => {
  const [fact] = factsOf(
    categoriseInquiry(
      { inquiry: begun() },
      { inquiry: INQUIRY, category: 'complaint' },
      today('2026-05-11', { time: '15:00' }),
    ),
  );
  assert.equal(fact?.type === 'inquiry.categorised' && fact.dueBy, '2026-05-12T10:00:00.000+09:00');
});

test('nothing is closed before it was answered or passed on, and nothing happens after the end [CHI-8.14-3]', () => {
  const context = today('2026-05-11');
  const close = (inquiry: InquiryState) =>
    refusalOf(closeInquiry({ inquiry }, { inquiry: INQUIRY, result: 'settled' }, context));
  assert.equal(close(noInquiry), 'no-such-inquiry');
  assert.equal(close(begun()), 'not-answered-yet');
  const answered = after(
    factsOf(answerInquiry({ inquiry: begun() }, { inquiry: INQUIRY, result: 'explained' }, context)),
    begun(),
  );
  assert.equal(close(answered), 'decided');
  const passed = after(
    factsOf(escalateInquiry({ inquiry: begun() }, { inquiry: INQUIRY, to: 'nurse' }, context)),
    begun(),
  );
  assert.equal(close(passed), 'decided');
  const closed = after(
    factsOf(closeInquiry({ inquiry: answered }, { inquiry: INQUIRY, result: 'settled' }, context)),
    answered,
  );
  assert.equal(close(closed), 'inquiry-closed');
});

test('a complaint about personal data has the clock of complaints and does not end before the ward was told [BAB-T19-1]', () => {
  const context = today('2026-05-11');
  const [, entered] = factsOf(open({ category: 'data-complaint' }, 0, '2026-05-10', '21:00'));
  assert.equal(entered?.type === 'inquiry.opened' && entered.dueBy, '2026-05-11T17:00:00.000+09:00');
  const complaint = begun('data-complaint');
  const told = (to: 'manager' | 'ward', before = complaint) =>
    after(factsOf(escalateInquiry({ inquiry: before }, { inquiry: INQUIRY, to }, context)), before);
  const close = (inquiry: InquiryState) =>
    refusalOf(closeInquiry({ inquiry }, { inquiry: INQUIRY, result: 'settled', ref: 'W-1' }, context));
  const recall = (inquiry: InquiryState, category: 'complaint' | 'own-data') =>
    refusalOf(categoriseInquiry({ inquiry }, { inquiry: INQUIRY, category }, context));
  const answered = after(
    factsOf(answerInquiry({ inquiry: complaint }, { inquiry: INQUIRY, result: 'explained' }, context)),
    complaint,
  );
  for (const state of [complaint, answered, told('manager')]) {
    assert.equal(close(state), 'ward-not-told');
    assert.equal(recall(state, 'complaint'), 'ward-not-told');
    assert.equal(recall(state, 'own-data'), 'decided');
  }
  assert.equal(close(told('ward')), 'decided');
  assert.equal(close(told('ward', answered)), 'decided');
});

test('points of identity are counted, a code counts two, and what was said moves to her case [CHI-8.14-1]', () => {
  const identify = (changes: Partial<IdentifyCaller>, inquiry = begun()) =>
    identifyCaller(
      { inquiry, ...given(opened()) },
      { inquiry: INQUIRY, case: CASE, points: ['name', 'birth-date', 'address'], by: 'points', ...changes },
      today('2026-05-11', { known: { 'inquiry.words': 'いつ来ますか' } }),
    );
  const level = (changes: Partial<IdentifyCaller>) =>
    factsOf(identify(changes)).flatMap((fact) => (fact.type === 'inquiry.identified' ? [fact.level] : []));
  assert.deepEqual(level({}), [3]);
  assert.deepEqual(level({ points: ['name', 'name'] }), [1]);
  assert.deepEqual(level({ points: [], by: 'code' }), [2]);
  assert.equal(refusalOf(identify({ points: [] })), 'nothing-agreed');
  const outcome = identify({});
  assert.ok(!('refused' in outcome));
  assert.deepEqual(outcome.forget, ['person_1']);
  assert.deepEqual(outcome.keep?.[0]?.value, { words: 'いつ来ますか' });
  const known = after(factsOf(outcome), begun());
  assert.equal(refusalOf(identify({ case: 'case_other' }, known)), 'inquiry-of-another-case');
});

test('below three points nothing of hers is told, and under protection no caller hears place, time or address [CHI-8.8-2] [INC-13]', () => {
  const { standing } = given(opened()).case;
  const { standing: shielded } = given(
    opened(),
    on('2026-05-01', { type: 'case.protection-changed', case: CASE, to: true, ref: 'W-9' }),
  ).case;
  assert.deepEqual(mayTell(0, standing), ['general']);
  assert.deepEqual(mayTell(1, standing), ['general']);
  assert.deepEqual(mayTell(2, standing), ['general', 'call-back']);
  assert.ok(mayTell(3, standing).includes('address'));
  for (const level of [0, 1, 2, 3] as const) {
    assert.ok(mayTell(level, shielded).every((what) => what === 'general' || what === 'call-back'));
  }
  const { standing: dead } = given(
    opened(),
    on('2026-05-01', { type: 'case.died', case: CASE, who: 'woman', on: date('2026-05-01'), source: 'ward' }),
  ).case;
  assert.deepEqual(mayTell(3, dead), ['general']);
});

test('whoever speaks for her hears nothing of hers, though all three points agree, and it stays so in this contact [CHI-8.14-3] [INC-25]', () => {
  const { standing } = given(opened()).case;
  assert.deepEqual(mayTell(3, standing, 'family'), ['general']);
  assert.deepEqual(mayTell(3, standing, 'other'), ['general']);
  assert.deepEqual(mayTell(3, standing, 'ward'), ['general', 'call-back']);
  const identify = (caller: IdentifyCaller['caller'], inquiry: InquiryState) =>
    identifyCaller(
      { inquiry, ...given(opened()) },
      { inquiry: INQUIRY, case: CASE, points: ['name', 'birth-date', 'address'], by: 'points', caller },
      today('2026-05-11'),
    );
  const partner = after(factsOf(identify('family', begun())), begun());
  assert.equal(partner.caller, 'family');
  assert.equal(after(factsOf(identify('herself', partner)), partner).caller, 'family');
  assert.equal(after(factsOf(identify(undefined, begun())), begun()).caller, 'herself');
});

test('a point agrees when it is said as the list has it, read or written; what is not said agrees with nothing', () => {
  const listed = {
    name: '髙橋 花子',
    kana: 'タカハシ ハナコ',
    birthDate: '1993-02-03',
    address: '東京都千代田区九段北一丁目2番14号 見本ハイツ301',
  };
  const points = (said: SaidOfHerself) => agreeingPoints(said, listed, chiyodaVisit.rules.eligibility.ward);
  assert.deepEqual(
    points({ name: 'たかはしはなこ', birthDate: '1993-02-03', address: '千代田区九段北1-2-14' }),
    ['name', 'birth-date', 'address'],
  );
  assert.deepEqual(points({ name: '高橋花子' }), ['name']);
  assert.deepEqual(points({ name: 'タカハシ', address: '千代田区九段北1-2-15' }), []);
  assert.deepEqual(agreeingPoints({}, {}, chiyodaVisit.rules.eligibility.ward), []);
});

test('every fact about an enquiry names its number in the reception book and its channel [CHI-9.1-1]', () => {
  const opened42 = after(factsOf(open({ category: 'other' }, 41)));
  const context = today('2026-05-11');
  const answered = factsOf(
    answerInquiry({ inquiry: opened42 }, { inquiry: INQUIRY, result: 'explained' }, context),
  );
  const passed = factsOf(escalateInquiry({ inquiry: opened42 }, { inquiry: INQUIRY, to: 'ward' }, context));
  const ended = factsOf(
    closeInquiry({ inquiry: after(answered, opened42) }, { inquiry: INQUIRY, result: 'done' }, context),
  );
  const forWard = factsOf(open({ category: 'disclosure' }, 41)).slice(2);
  const toWard = factsOf(
    categoriseInquiry({ inquiry: opened42 }, { inquiry: INQUIRY, category: 'disclosure' }, context),
  ).slice(1);
  for (const [fact, ...more] of [answered, passed, ended, forWard, toWard]) {
    assert.ok(fact && 'no' in fact && 'channel' in fact);
    assert.deepEqual([fact.no, fact.channel, more.length], [42, 'phone', 0]);
  }
});
