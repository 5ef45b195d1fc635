import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, on, refusalOf, today } from '../../../tests/support/given.ts';
import type { Fact } from '../facts.ts';
import { handOverReceipt } from './hand-over-receipt.ts';
import { evolveInquiry, noInquiry } from './inquiry.ts';
import { openInquiry, type OpenInquiry } from './open-inquiry.ts';
import { settleReceipt } from './settle-receipt.ts';

const inquiry = 'inquiry_1';
const form = { inquiry, channel: 'web', category: 'other', caller: { email: 'h@example.jp' } } as const;

const open = (said: Partial<OpenInquiry> = {}, actor: 'resident' | 'account_clerk' = 'resident') =>
  factsOf(
    openInquiry(
      { inquiry: noInquiry, reception: { last: 0 } },
      { ...form, ...said },
      today('2026-05-11', { actor }),
    ),
  );
const state = (...facts: readonly Fact[]) => ({
  inquiry: [...open(), ...facts].map((fact) => on('2026-05-11', fact)).reduce(evolveInquiry, noInquiry),
});
const handOver = (of: ReturnType<typeof state>, day = '2026-05-11', time = '10:01') =>
  handOverReceipt(of, { inquiry }, today(day, { time }));
const saidBy = (of: ReturnType<typeof state>, day?: string, time?: string) =>
  factsOf(handOver(of, day, time)).map(({ type }) => type);
const handedOver = { type: 'inquiry.receipt-handed-over', inquiry, message: 'message_1' } as const;

test('only the form of a resident with an address that can be written to wants a receipt [CHI-8.14-3]', () => {
  const wanted = (facts: readonly Fact[]) => facts.some((fact) => 'receipt' in fact && fact.receipt);
  assert.equal(wanted(open()), true);
  assert.equal(wanted(open({}, 'account_clerk')), false);
  assert.equal(wanted(open({ channel: 'phone' })), false);
  assert.equal(wanted(open({ caller: { phone: '09012345678' } })), false);
  assert.equal(wanted(open({ caller: { email: 'a@example.jp,b@example.jp' } })), false);
});

test('a receipt is handed over once, by night too, and settled once [CHI-8.14-3]', () => {
  assert.deepEqual(saidBy(state()), ['inquiry.receipt-handed-over']);
  assert.deepEqual(saidBy(state(), '2026-05-11', '23:30'), ['inquiry.receipt-handed-over']);
  const gone = state(handedOver);
  assert.equal(refusalOf(handOver(gone)), 'receipt-handed-over');
  const settle = (of: ReturnType<typeof state>, result: 'accepted' | 'failed' | 'stopped') =>
    refusalOf(settleReceipt(of, { inquiry, result }, today('2026-05-11')));
  assert.equal(settle(gone, 'accepted'), 'decided');
  assert.equal(settle(gone, 'stopped'), 'receipt-handed-over');
  assert.equal(settle(state(), 'accepted'), 'receipt-settled');
  assert.equal(
    settle(state(handedOver, { type: 'inquiry.receipt-accepted', inquiry }), 'failed'),
    'receipt-settled',
  );
  assert.equal(refusalOf(handOver({ inquiry: noInquiry })), 'no-receipt-wanted');
});

test('a receipt is stopped once a person has taken the enquiry up or found its case, and after a day [CHI-8.14-3, AMB-38]', () => {
  const named = { inquiry, no: 1, channel: 'web', category: 'other' } as const;
  const takenUp: readonly Fact[] = [
    { type: 'inquiry.identified', inquiry, case: 'case_1', level: 2, by: 'points' },
    { type: 'inquiry.answered', ...named, result: 'explained' },
    { type: 'inquiry.escalated', ...named, result: 'nurse' },
    { type: 'inquiry.closed', ...named, result: 'answered' },
  ];
  for (const fact of takenUp) assert.deepEqual(saidBy(state(fact)), ['inquiry.receipt-stopped']);
  assert.deepEqual(saidBy(state(), '2026-05-12', '09:59'), ['inquiry.receipt-handed-over']);
  assert.deepEqual(saidBy(state(), '2026-05-12', '10:00'), ['inquiry.receipt-stopped']);
});
