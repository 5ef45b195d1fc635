import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import type { RecordedFact } from '../facts.ts';
import { factsOf, on, refusalOf, today } from '../../../tests/support/given.ts';
import { evolveHandOver, noHandOver, outstanding } from './hand-over.ts';
import { placeItem } from './place-item.ts';
import { recordHandOver, type RecordHandOver } from './record-hand-over.ts';
import { recordReturn } from './record-return.ts';

const context = today('2026-06-01');
const at = instantAt(date('2026-06-01'), '09:00');
const plan = { persons: '見本 太郎', route: '庁舎から訪問先', means: '徒歩', contact: '0300000000' };

const sheets: RecordHandOver = {
  matter: 'matter_1',
  movement: 'take-out',
  at,
  what: 'visit-sheets',
  carrier: 'paper',
  medium: 'paper',
  quantity: 4,
  method: 'in-person',
  ref: 'slip-1',
  consent: 'ward-7',
  caseNo: 'case-2',
  locked: true,
  from: '見本 太郎',
  to: '見本 花子',
  plan,
};
const decide = (changes: Partial<RecordHandOver> = {}) =>
  recordHandOver({ handover: noHandOver }, { ...sheets, ...changes }, context);
const entry = (...facts: readonly RecordedFact[]) => ({
  handover: facts.reduce(evolveHandOver, noHandOver),
});
const recorded = (movement: 'take-out' | 'receipt' | 'delivery' = 'take-out') =>
  on('2026-06-01', {
    type: 'handover.recorded',
    matter: 'matter_1',
    movement,
    what: 'visit-sheets',
    method: 'in-person',
    carrier: 'paper',
    medium: 'paper',
    quantity: 4,
    direction: 'out',
    ref: 'slip-1',
  });

test('a take-out of visit sheets is entered with time, content, count, consent and case, and is back the same day [PII-9-2] [B-06]', () => {
  assert.deepEqual(factsOf(decide()), [
    {
      type: 'handover.recorded',
      at,
      matter: 'matter_1',
      movement: 'take-out',
      what: 'visit-sheets',
      carrier: 'paper',
      medium: 'paper',
      quantity: 4,
      method: 'in-person',
      direction: 'out',
      ref: 'slip-1',
      consent: 'ward-7',
      caseNo: 'case-2',
      backBy: '2026-06-01',
    },
  ]);
});

test('nothing is taken out without the consent of the ward [PII-9-2]', () => {
  assert.equal(refusalOf(decide({ consent: undefined })), 'take-out-consent-needed');
});

test('paper leaves in a numbered, locked case, a medium only encrypted [PII-9-3] [INC-24]', () => {
  assert.equal(refusalOf(decide({ caseNo: undefined })), 'paper-case-needed');
  assert.equal(refusalOf(decide({ locked: false })), 'paper-case-needed');
  assert.equal(refusalOf(decide({ carrier: 'medium' })), 'encryption-needed');
  assert.equal(refusalOf(decide({ carrier: 'medium', encrypted: true, caseNo: undefined })), 'decided');
});

test('a transport without its plan is refused and says what is missing; what goes over a line needs none [PII-9-5]', () => {
  assert.deepEqual(decide({ plan: { ...plan, route: ' ', contact: undefined } }), {
    refused: 'transport-plan-incomplete',
    missing: ['route', 'contact'],
  });
  const delivery = { movement: 'delivery', plan: undefined } as const;
  assert.equal(refusalOf(decide(delivery)), 'transport-plan-incomplete');
  assert.equal(refusalOf(decide({ ...delivery, carrier: 'line' })), 'decided');
  assert.equal(refusalOf(decide({ movement: 'receipt', plan: undefined })), 'decided');
});

test('another way than by hand or courier needs a reason [CHI-8.1-2] [VOU-2.7-1]', () => {
  assert.equal(refusalOf(decide({ method: 'post' })), 'handover-method-reason');
  assert.equal(refusalOf(decide({ method: 'post', reason: '大雪のため' })), 'decided');
});

test('a password is not handed over on the same occasion as what it opens [BAB-W-5]', () => {
  const opens = entry({ ...recorded('receipt'), at: instantAt(date('2026-06-01'), '09:00') }).handover;
  const password = { ...sheets, matter: 'matter_2', movement: 'receipt', passwordOf: 'matter_1' } as const;
  const say = (time: string) =>
    refusalOf(
      recordHandOver(
        { handover: noHandOver, opens },
        { ...password, at: instantAt(date('2026-06-01'), time) },
        context,
      ),
    );
  assert.equal(say('09:00'), 'password-not-apart');
  assert.equal(say('09:01'), 'decided');
  assert.equal(
    refusalOf(recordHandOver({ handover: noHandOver, opens: noHandOver }, password, context)),
    'no-such-handover',
  );
});

test('names and free words go to the vault and never into a fact [B-06]', () => {
  const decision = decide({ remarks: '見本のメモ' });
  assert.ok('facts' in decision);
  assert.doesNotMatch(JSON.stringify(decision.facts), /[^\x20-\x7e]/);
  assert.deepEqual(decision.keep?.[0]?.value, {
    from: '見本 太郎',
    to: '見本 花子',
    at,
    remarks: '見本のメモ',
    'plan-persons': plan.persons,
    'plan-route': plan.route,
    'plan-means': plan.means,
    'plan-contact': plan.contact,
  });
});

test('the same entry twice, one in the future and one back before it left are refused [B-06]', () => {
  assert.equal(refusalOf(recordHandOver(entry(recorded()), sheets, context)), 'handover-recorded-already');
  assert.equal(refusalOf(decide({ at: instantAt(date('2026-06-01'), '10:01') })), 'handover-in-future');
  assert.equal(refusalOf(decide({ backBy: date('2026-05-31') })), 'take-out-back-before');
});

const back = (quantity: number, time = '10:00') => ({
  matter: 'matter_1' as const,
  at: instantAt(date('2026-06-01'), time),
  quantity,
  method: 'in-person',
  ref: 'slip-2',
  from: '見本 花子',
  to: '見本 太郎',
});

test('sheets that come back are counted; a missing one keeps the entry open [PII-9-2] [INC-18]', () => {
  const three = factsOf(recordReturn(entry(recorded()), back(3), context));
  const [returned] = three;
  assert.ok(returned?.type === 'handover.returned');
  assert.deepEqual([returned.quantity, returned.direction], [3, 'in']);
  const state = entry(recorded(), on('2026-06-01', returned));
  assert.equal(outstanding(state.handover), 1);
  assert.deepEqual(recordReturn(state, back(2), context), {
    refused: 'returned-more-than-taken',
    outstanding: 1,
  });
  assert.equal(refusalOf(recordReturn(state, back(1), context)), 'decided');
});

test('what the ward lent us goes back to it by the same step [B-06]', () => {
  const [fact] = factsOf(recordReturn(entry(recorded('receipt')), back(4), context));
  assert.ok(fact?.type === 'handover.returned');
  assert.equal(fact.direction, 'out');
});

test('a return of nothing, of a delivery, or before the take-out is refused [B-06]', () => {
  assert.equal(refusalOf(recordReturn(entry(), back(1), context)), 'no-such-handover');
  assert.equal(refusalOf(recordReturn(entry(recorded('delivery')), back(1), context)), 'nothing-to-return');
  assert.equal(
    refusalOf(recordReturn(entry(recorded()), back(1, '09:59'), context)),
    'returned-before-taken',
  );
  assert.equal(refusalOf(recordReturn(entry(recorded()), back(1, '10:01'), context)), 'handover-in-future');
});

test('a place is given to what is held, and to nothing else [PII-9-1]', () => {
  const place = { matter: 'matter_1', place: 'cabinet-3' } as const;
  assert.deepEqual(factsOf(placeItem(entry(recorded('receipt')), place)), [
    { type: 'handover.placed', ...place },
  ]);
  assert.equal(refusalOf(placeItem(entry(recorded('delivery')), place)), 'handover-not-held');
  assert.equal(refusalOf(placeItem(entry(), place)), 'no-such-handover');
});
