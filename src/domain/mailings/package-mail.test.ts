import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { RecordedFact } from '../facts.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { grantedPackage } from '../../../tests/support/granted-package.ts';
import { BATCH, batchAfter, begun, planned, printed, ready } from '../../../tests/support/mail.ts';
import { planPiece } from './plan-piece.ts';
import { postPiece, type PostPiece } from './post-piece.ts';

const PACKAGE = { piece: 'piece_package', kind: 'package' } as const;
const granted = grantedPackage('2026-06-10');
const packed = on('2026-06-12', {
  type: 'benefit.packed',
  case: CASE,
  piece: PACKAGE.piece,
  serials: ['set-1'],
  witnesses: ['account_a', 'account_b'],
});
const loss = on('2026-06-12', {
  type: 'case.loss-reported',
  case: CASE,
  on: date('2026-06-12'),
  source: 'phone',
});
const plan = (...facts: readonly RecordedFact[]) => {
  const [fact] = factsOf(
    planPiece(
      { ...given(opened(), ...facts), ...batchAfter(begun('2026-06-12', 'package')) },
      { batch: BATCH, case: CASE, piece: PACKAGE.piece },
      today('2026-06-12'),
    ),
  );
  return fact?.type === 'piece.dropped' ? fact.reason : fact?.type;
};
const sheet = [opened(), granted, planned('2026-06-12', PACKAGE), printed('2026-06-12', PACKAGE)];
const post = (facts: readonly RecordedFact[], changes: Partial<PostPiece> = {}) =>
  postPiece(
    { ...given(...facts), ...batchAfter(...ready('2026-06-12', 'package')) },
    {
      batch: BATCH,
      case: CASE,
      piece: PACKAGE.piece,
      service: 'simplified-registered',
      tracking: '131-12-38385-2',
      form: 'letter',
      grams: 48,
      ...changes,
    },
    today('2026-06-12'),
  );

test('only a granted package is planned, and a hold is a stop without its reason [CHI-8.4-2, CHI-4.2-7]', () => {
  assert.equal(plan(), 'not-a-target');
  assert.equal(plan(granted), 'piece.planned');
  assert.equal(
    plan(granted, on('2026-06-11', { type: 'benefit.held', case: CASE, reason: 'loss' })),
    'stopped',
  );
  assert.equal(plan(granted, loss), 'stopped');
});

test('a spoiled sheet of a package does not make room for a second package [CHI-8.4-1]', () => {
  const spoiled = on('2026-06-12', {
    type: 'piece.voided',
    piece: PACKAGE.piece,
    case: CASE,
    reason: 'spoiled',
  });
  const before = [
    planned('2026-06-11', { ...PACKAGE, batch: 'batch_before' }),
    printed('2026-06-11', { ...PACKAGE, batch: 'batch_before' }),
  ];
  assert.equal(plan(granted, ...before, spoiled), 'under-way');
});

test('a packed and weighed package leaves by registered post, and only so [CHI-8.4-2, CHI-10.3-1]', () => {
  const [fact] = factsOf(post([...sheet, packed]));
  assert.ok(fact?.type === 'piece.posted');
  assert.deepEqual([fact.kind, fact.postage], ['package', 460]);
  assert.equal(refusalOf(post([...sheet, packed], { service: 'specified-record' })), 'service-not-allowed');
  assert.equal(refusalOf(post([...sheet, packed], { grams: undefined })), 'piece-not-weighed');
  assert.equal(refusalOf(post(sheet)), 'package-not-packed');
});

test('a birth after printing asks for a new sheet with other words before the package leaves [CHI-8.4-1]', () => {
  const born = on('2026-06-12', {
    type: 'case.birth-reported',
    case: CASE,
    on: date('2026-06-12'),
    source: 'phone',
  });
  assert.equal(refusalOf(post([...sheet, packed, born])), 'piece-outdated');
});

test('a loss after packing keeps the package in the house for a human decision [CHI-4.2-7, AMB-05]', () => {
  const outcome = post([...sheet, packed, loss]);
  assert.deepEqual(outcome, { refused: 'pull-this-piece', piece: PACKAGE.piece, why: 'stopped' });
});
