import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import type { RecordedFact } from '../facts.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import {
  BATCH,
  BORN,
  SECRETS,
  PIECE,
  batchAfter,
  begun,
  enclosed,
  fixed,
  issued,
  planned,
  printed,
  ready,
  returned,
  sampled,
  sent,
} from '../../../tests/support/mail.ts';
import { planPiece } from './plan-piece.ts';
import { printPiece, type PrintPiece } from './print-piece.ts';
import { voidPiece } from './void-piece.ts';

const command: PrintPiece = {
  batch: BATCH,
  case: CASE,
  piece: PIECE,
  template: 'notice-1',
  secrets: SECRETS,
};
const batch = (kind: 'notice' | 'resend' | 'recall' = 'notice') =>
  batchAfter(begun('2026-05-12', kind), fixed('2026-05-12', kind));
const print = (state: { readonly case: CaseState }, day = '2026-05-12', changes: Partial<PrintPiece> = {}) =>
  printPiece({ ...state, ...batch() }, { ...command, ...changes }, today(day, { known: BORN }));
const types = (outcome: ReturnType<typeof printPiece>) => factsOf(outcome).map(({ type }) => type);
const loss = on('2026-05-12', {
  type: 'case.loss-reported',
  case: CASE,
  on: date('2026-05-12'),
  source: 'phone',
});

test('a planned woman is planned once a batch, and her one re-send is claimed [CHI-8.1-9]', () => {
  const back = given(opened(), ...sent('2026-05-12', { batch: 'batch_x' }), returned('2026-05-25'));
  const plan = (facts: { readonly case: CaseState }, day: string) =>
    planPiece(
      { ...facts, ...batchAfter(begun(day, 'resend')) },
      { batch: BATCH, case: CASE, piece: 'piece_two' },
      today(day),
    );
  const outcome = plan(back, '2026-06-12');
  assert.ok(!('refused' in outcome));
  assert.equal(outcome.facts[0]?.type, 'piece.planned');
  assert.deepEqual(outcome.claim, [{ kind: 'resend', key: `${CASE}:resend` }]);
  assert.equal(refusalOf(plan(given(opened(), planned('2026-05-12')), '2026-05-12')), 'batch-has-case');
});

test('who is not due when the batch is planned is dropped with the reason, and nobody is stopped by it [CHI-4.3-1]', () => {
  const registered = on('2026-05-30', { type: 'resident.registered', case: CASE, channel: 'web' });
  const outcome = planPiece(
    {
      ...given(opened(), ...sent('2026-05-12', { batch: 'batch_x' }), returned('2026-05-25'), registered),
      ...batchAfter(begun('2026-06-12', 'resend')),
    },
    { batch: BATCH, case: CASE, piece: 'piece_two' },
    today('2026-06-12'),
  );
  assert.deepEqual(factsOf(outcome), [
    { type: 'piece.dropped', case: CASE, batch: BATCH, reason: 'registered' },
  ]);
});

test('a batch that is fixed takes nobody more [AMB-38]', () => {
  const outcome = planPiece(
    { ...given(opened()), ...batch() },
    { batch: BATCH, case: CASE, piece: PIECE },
    today('2026-05-12'),
  );
  assert.equal(refusalOf(outcome), 'batch-not-open');
});

test('a notice is printed with a code of its own, kept for her and in no fact [CHI-8.1-4]', () => {
  const outcome = print(given(opened(), planned('2026-05-12')));
  assert.deepEqual(types(outcome), ['piece.printed', 'invite.issued']);
  assert.ok(!('refused' in outcome));
  assert.deepEqual(
    outcome.keep?.map(({ item, value }) => [item, Object.keys(value)]),
    [
      ['piece_one.1/token', ['token', 'template', 'locator', 'key']],
      ['piece_one.1', ['code']],
    ],
  );
  const [sheet] = outcome.keep ?? [];
  assert.equal(sheet?.value['key'], 'key of 1995-05-05');
  assert.ok(!JSON.stringify(outcome.facts).includes('key of'));
  assert.ok(!JSON.stringify(outcome.facts).includes(SECRETS.token));
  assert.ok(!JSON.stringify(outcome.facts).includes(SECRETS.code));
});

test('under protection a letter carries no code: there is no link [AMB-56]', () => {
  const named = on('2026-05-01', { type: 'case.mail-way-named', case: CASE, way: 'designated', ref: 'W-1' });
  const state = given(opened('2026-04-20', { protected: true }), named, planned('2026-05-12'));
  const outcome = print(state);
  assert.deepEqual(types(outcome), ['piece.printed']);
  assert.ok(!('refused' in outcome));
  assert.deepEqual(
    outcome.keep?.map(({ value }) => Object.keys(value)),
    [['token', 'template']],
  );
});

test('an open recall card carries no code and leaves the code of the notice alive [CHI-5-3]', () => {
  const arrived = given(
    opened(),
    ...sent('2026-05-12', { batch: 'batch_x' }),
    on('2026-05-14', {
      type: 'piece.delivered',
      piece: PIECE,
      case: CASE,
      on: date('2026-05-14'),
      source: 'tracking-page',
    }),
    planned('2026-06-12', { piece: 'piece_card', kind: 'recall' }),
  );
  const outcome = printPiece(
    { ...arrived, ...batchAfter(begun('2026-06-12', 'recall'), fixed('2026-06-12', 'recall')) },
    { ...command, piece: 'piece_card', template: 'recall-1' },
    today('2026-06-12'),
  );
  assert.deepEqual(types(outcome), ['piece.printed']);
});

test('a stop between fixing and printing drops the piece instead of printing it [AMB-38] [INC-10] [INC-12]', () => {
  const outcome = print(given(opened(), planned('2026-05-12'), loss), '2026-05-13');
  assert.deepEqual(factsOf(outcome), [
    { type: 'piece.dropped', case: CASE, batch: BATCH, piece: PIECE, reason: 'stopped' },
  ]);
});

test('a second copy is printed only after the first was voided, and the old code is revoked [CHI-8.1-4]', () => {
  const first = [opened(), planned('2026-05-12'), printed('2026-05-12'), issued('2026-05-12')];
  assert.equal(refusalOf(print(given(...first))), 'piece-already-printed');
  const voided = voidPiece(
    { ...given(...first), ...batch() },
    { batch: BATCH, case: CASE, piece: PIECE, reason: 'spoiled' },
    today('2026-05-12'),
  );
  assert.deepEqual(
    factsOf(voided).map(({ type }) => type),
    ['piece.voided', 'invite.revoked'],
  );
  const after = given(...first, ...factsOf(voided).map((fact) => on('2026-05-12', fact)));
  const again = print(after);
  assert.deepEqual(types(again), ['piece.printed', 'invite.issued']);
  const [copy] = factsOf(again);
  assert.ok(copy?.type === 'piece.printed');
  assert.equal(copy.copy, 2);
});

test('a copy that a move voided leaves a living code, which the next copy revokes [CHI-8.1-4]', () => {
  const moved = on('2026-05-12', { type: 'piece.voided', piece: PIECE, case: CASE, reason: 'moved-within' });
  const state = given(opened(), planned('2026-05-12'), printed('2026-05-12'), issued('2026-05-12'), moved);
  assert.deepEqual(types(print(state)), ['piece.printed', 'invite.revoked', 'invite.issued']);
});

test('a text that the ward has not approved is not printed [CHI-8.15-1]', () => {
  const outcome = print(given(opened(), planned('2026-05-12')), '2026-05-12', { template: 'notice-draft' });
  assert.equal(refusalOf(outcome), 'template-not-approved');
});

test('nothing is printed before the batch is fixed, after it is closed, or for a stranger to it [AMB-38]', () => {
  const state = given(opened(), planned('2026-05-12'));
  const printedAfter = (...facts: readonly RecordedFact[]) =>
    refusalOf(printPiece({ ...state, ...batchAfter(...facts) }, command, today('2026-05-12')));
  assert.equal(printedAfter(begun('2026-05-12')), 'batch-not-fixed');
  const closed = on('2026-05-13', {
    type: 'batch.counted',
    batch: BATCH,
    stage: 'posted',
    printed: 1,
    enclosed: 1,
    spoiled: 0,
    pulled: 0,
    posted: 1,
  });
  assert.equal(printedAfter(...ready('2026-05-12'), closed), 'batch-closed');
  assert.equal(refusalOf(print(given(opened()))), 'piece-not-in-batch');
});

test('a pulled re-send gives her once back and is never printed again [CHI-8.1-9, AMB-38]', () => {
  const resend = { piece: 'piece_two', kind: 'resend' } as const;
  const facts = [
    opened(),
    ...sent('2026-05-12', { batch: 'batch_x' }),
    returned('2026-05-25'),
    planned('2026-06-12', resend),
    printed('2026-06-12', resend),
    issued('2026-06-12', resend),
  ];
  const here = batchAfter(
    begun('2026-06-12', 'resend'),
    fixed('2026-06-12', 'resend'),
    sampled('2026-06-12'),
    enclosed('2026-06-12'),
  );
  const pulled = voidPiece(
    { ...given(...facts), ...here },
    { batch: BATCH, case: CASE, piece: 'piece_two', reason: 'pulled' },
    today('2026-06-13'),
  );
  assert.ok(!('refused' in pulled));
  assert.deepEqual(pulled.release, [{ kind: 'resend', key: `${CASE}:resend` }]);
  const after = given(...facts, ...pulled.facts.map((fact) => on('2026-06-13', fact)));
  assert.equal(
    refusalOf(printPiece({ ...after, ...here }, { ...command, piece: 'piece_two' }, today('2026-06-13'))),
    'piece-not-in-batch',
  );
  const july = planPiece(
    { ...after, ...batchAfter(begun('2026-07-10', 'resend')) },
    { batch: 'batch_july', case: CASE, piece: 'piece_three' },
    today('2026-07-10'),
  );
  assert.equal(factsOf(july)[0]?.type, 'piece.planned');
});

test('only what is printed and in hand is voided [AMB-38]', () => {
  const state = given(opened(), ...sent('2026-05-12'));
  const outcome = voidPiece(
    { ...state, ...batch() },
    { batch: BATCH, case: CASE, piece: PIECE, reason: 'spoiled' },
    today('2026-05-13'),
  );
  assert.equal(refusalOf(outcome), 'piece-not-in-hand');
});

test('each copy is found by a mark of its own, also after it was voided; the code at its foot stands in no fact [CHI-8.1-7]', () => {
  const voided = on('2026-05-12', { type: 'piece.voided', piece: PIECE, case: CASE, reason: 'spoiled' });
  const first = print(given(opened(), planned('2026-05-12')));
  const again = print(given(opened(), planned('2026-05-12'), printed('2026-05-12'), voided));
  for (const outcome of [first, again]) {
    const fact = factsOf(outcome).find(({ type }) => type === 'piece.printed');
    assert.ok(fact?.type === 'piece.printed' && fact.mark === SECRETS.mark);
    assert.doesNotMatch(JSON.stringify(factsOf(outcome)), new RegExp(SECRETS.token));
  }
  const marked = (copy: number, mark: string) =>
    ({ ...printed('2026-05-12', { copy }), mark }) as RecordedFact;
  const { case: state } = given(opened(), planned('2026-05-12'), marked(1, 'a1'), voided, marked(2, 'b2'));
  assert.deepEqual(state.mail.pieces[0]?.marks, [
    { copy: 1, mark: 'a1' },
    { copy: 2, mark: 'b2' },
  ]);
});
