import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { makeReferral } from './make-referral.ts';
import { receiveReferral } from './receive-referral.ts';
import { recordConsultation } from './record-consultation.ts';

test('a referral stays open until the ward marks it received, once [CHI-8.3-10]', () => {
  const [made] = factsOf(
    makeReferral(
      given(opened()),
      { case: CASE, target: 'postnatal-care', words: '眠れない' },
      today('2026-06-10'),
    ),
  );
  assert.ok(made?.type === 'referral.made');
  const open = given(opened(), on('2026-06-10', made));
  assert.equal(open.case.visits.referrals[0]?.receivedOn, undefined);
  const receive = { case: CASE, referral: made.referral } as const;
  const [received] = factsOf(receiveReferral(open, receive, today('2026-06-12')));
  assert.ok(received);
  const closed = given(opened(), on('2026-06-10', made), on('2026-06-12', received));
  assert.equal(closed.case.visits.referrals[0]?.receivedOn, '2026-06-12');
  assert.equal(refusalOf(receiveReferral(closed, receive, today('2026-06-13'))), 'no-open-referral');
});

test('what the partner asked is recorded as his, the words in the vault only [CHI-8.3-10]', () => {
  const outcome = recordConsultation(
    given(opened()),
    { case: CASE, asker: 'partner', category: 'sleep', asked: '夜が心配', advice: '昼に休む' },
    today('2026-06-10'),
  );
  const [fact] = factsOf(outcome);
  assert.ok(fact?.type === 'consultation.recorded' && !('refused' in outcome));
  assert.equal(fact.asker, 'partner');
  assert.equal(outcome.keep?.[0]?.item, fact.consultation);
  assert.match(JSON.stringify(outcome.facts), /^[\x20-\x7e]*$/);
});
