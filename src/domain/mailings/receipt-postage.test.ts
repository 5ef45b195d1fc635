import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { factsOf, given, on, refusalOf, today } from '../../../tests/support/given.ts';
import { BATCH, batchAfter, planned, posted, printed, ready } from '../../../tests/support/mail.ts';
import { receiptPostage, type ReceiptPostage } from './receipt-postage.ts';

const one = { case: 'case_1', piece: 'piece_1' } as const;
const two = { case: 'case_2', piece: 'piece_2' } as const;
const late = { case: 'case_3', piece: 'piece_3' } as const;
const members = {
  case_1: given(planned('2026-05-12', one), printed('2026-05-12', one), posted('2026-05-13', one)).case,
  case_2: given(planned('2026-05-12', two), printed('2026-05-12', two), posted('2026-05-13', two)).case,
  case_3: given(planned('2026-05-12', late), printed('2026-05-12', late), posted('2026-05-14', late)).case,
};
const batch = batchAfter(...ready('2026-05-12', 'notice', 3));
const command: ReceiptPostage = {
  batch: BATCH,
  receipt: 'R-0001',
  on: date('2026-05-13'),
  pieces: 2,
  amount: 640,
};
const receipt = (changes: Partial<ReceiptPostage> = {}) =>
  receiptPostage({ ...members, ...batch }, { ...command, ...changes }, today('2026-05-14'));

test('the receipt of a day agrees with the pieces posted that day, and its number is used once [CHI-10.3-1]', () => {
  const outcome = receipt();
  const [fact] = factsOf(outcome);
  assert.ok(fact?.type === 'postage.receipted');
  assert.deepEqual([fact.kind, fact.pieces, fact.amount], ['notice', 2, 640]);
  assert.ok(!('refused' in outcome));
  assert.deepEqual(outcome.claim, [{ kind: 'receipt', key: 'R-0001' }]);
  assert.equal(refusalOf(receipt({ on: date('2026-05-14'), pieces: 1, amount: 320 })), 'decided');
});

test('another number of pieces or another amount is refused with the difference [CHI-10.3-1]', () => {
  assert.deepEqual(receipt({ pieces: 3 }), {
    refused: 'receipt-pieces-differ',
    receipt: 3,
    recorded: 2,
    difference: 1,
  });
  assert.deepEqual(receipt({ amount: 690 }), {
    refused: 'receipt-amount-differs',
    receipt: 690,
    recorded: 640,
    difference: 50,
  });
});

test('a day has one receipt [CHI-10.3-1]', () => {
  const [fact] = factsOf(receipt());
  assert.ok(fact);
  const after = batchAfter(...ready('2026-05-12', 'notice', 3), on('2026-05-14', fact));
  const again = receiptPostage(
    { ...members, ...after },
    { ...command, receipt: 'R-0002' },
    today('2026-05-15'),
  );
  assert.equal(refusalOf(again), 'day-receipted');
});
