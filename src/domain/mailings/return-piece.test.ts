import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { RecordedFact } from '../facts.ts';
import type { ReturnReason } from '../facts/mailing.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { delivered, PIECE, returned, sent } from '../../../tests/support/mail.ts';
import { dueMail } from './due-mail.ts';
import { followPiece, type FollowPiece } from './follow-piece.ts';
import { grantReissue } from './grant-reissue.ts';
import { returnPiece } from './return-piece.ts';
import { reviewReturn } from './review-return.ts';

const RESEND = { piece: 'piece_two', batch: 'batch_june', kind: 'resend' } as const;
const first = [opened(), ...sent('2026-05-12')];
const second = [...first, returned('2026-05-25'), ...sent('2026-06-12', RESEND)];
const comesBack = (
  facts: readonly RecordedFact[],
  piece: `piece_${string}`,
  day: string,
  reason: ReturnReason = 'unknown-address',
) =>
  returnPiece(given(...facts), { case: CASE, piece, on: date(day), reason, source: 'envelope' }, today(day));
const follow = (facts: readonly RecordedFact[], what: FollowPiece['what'], day: string, entered = day) =>
  followPiece(
    given(...facts),
    { case: CASE, piece: PIECE, what, on: date(day), source: 'tracking-page' },
    today(entered),
  );
const types = (outcome: Parameters<typeof factsOf>[0]) => factsOf(outcome).map(({ type }) => type);

test('a first return revokes the code and ends nothing [CHI-8.1-8, CHI-8.1-4]', () => {
  assert.deepEqual(types(comesBack(first, PIECE, '2026-05-25')), ['piece.returned', 'invite.revoked']);
});

test('the second return makes her unreachable by post and tells the ward [CHI-8.1-9]', () => {
  const outcome = comesBack(second, 'piece_two', '2026-06-25');
  assert.deepEqual(types(outcome), ['piece.returned', 'invite.revoked', 'case.unreachable']);
  assert.ok(!('refused' in outcome));
  assert.deepEqual(outcome.send, [{ queue: 'ward-notice', ref: 'piece_two', case: CASE }]);
});

test('what we called back ourselves is no return of hers [CHI-8.1-9]', () => {
  const outcome = comesBack(second, 'piece_two', '2026-06-25', 'recalled-by-sender');
  assert.ok(!types(outcome).includes('case.unreachable'));
});

test('a return is entered once, not before the posting and not for tomorrow [CHI-8.1-8]', () => {
  assert.equal(
    refusalOf(comesBack([...first, returned('2026-05-25')], PIECE, '2026-05-26')),
    'piece-not-under-way',
  );
  const day = (onDay: string) =>
    refusalOf(
      returnPiece(
        given(...first),
        { case: CASE, piece: PIECE, on: date(onDay), reason: 'other', source: 'envelope' },
        today('2026-05-20'),
      ),
    );
  assert.equal(day('2026-05-11'), 'piece-day-impossible');
  assert.equal(day('2026-05-21'), 'piece-day-impossible');
});

test('a return is judged by a person once [CHI-8.1-8]', () => {
  const back = [...first, returned('2026-05-25', { reason: 'refused' })];
  const review = (facts: readonly RecordedFact[]) =>
    reviewReturn(given(...facts), { case: CASE, piece: PIECE, resend: true }, today('2026-06-01'));
  const [fact] = factsOf(review(back));
  assert.ok(fact);
  assert.equal(refusalOf(review([...back, on('2026-06-01', fact)])), 'return-reviewed');
  assert.equal(refusalOf(review(first)), 'piece-not-returned');
});

test('delivery is recorded for a posted piece, also when it had been given up as lost [CHI-8.1-7]', () => {
  assert.deepEqual(types(follow(first, 'delivered', '2026-05-14')), ['piece.delivered']);
  const lost = factsOf(follow(first, 'lost', '2026-05-30')).map((fact) => on('2026-05-30', fact));
  assert.deepEqual(types(follow([...first, ...lost], 'delivered', '2026-06-02')), ['piece.delivered']);
  assert.equal(refusalOf(follow([opened()], 'delivered', '2026-05-14')), 'piece-not-under-way');
  assert.equal(refusalOf(follow(first, 'delivered', '2026-05-15', '2026-05-14')), 'piece-day-impossible');
});

test('a letter lost by the post is granted anew and its code opens nothing [CHI-8.1-9, CHI-8.1-4]', () => {
  assert.deepEqual(types(follow(first, 'lost', '2026-05-30')), [
    'piece.lost',
    'invite.revoked',
    'piece.reissue-granted',
  ]);
});

test('a letter that the post gives back at our request loses its code and is written again once nothing stops it [AMB-38]', () => {
  const outcome = follow(first, 'withdrawn', '2026-05-13');
  assert.deepEqual(types(outcome), ['piece.withdrawn', 'invite.revoked', 'piece.reissue-granted']);
  const back = [...first, ...factsOf(outcome).map((fact) => on('2026-05-13', fact))];
  const paused = on('2026-05-11', {
    type: 'case.paused',
    case: CASE,
    reason: 'asked',
    until: date('2026-05-20'),
    by: 'herself',
    channel: 'phone',
  });
  const due = (day: string) => dueMail(given(...back, paused).case, date(day), today(day).rules);
  assert.deepEqual(due('2026-05-19'), { due: false, kind: 'reissue', why: 'stopped' });
  assert.deepEqual(due('2026-05-20'), { due: true, kind: 'reissue', from: date('2026-05-13') });
});

test('a letter that she lost is granted anew once, and only her latest one [CHI-8.1-9, CHI-8.1-4]', () => {
  const grant = (facts: readonly RecordedFact[], piece: `piece_${string}`) =>
    grantReissue(given(...facts), { case: CASE, piece, reason: 'lost-by-her' }, today('2026-06-20'));
  const arrived = [...first, delivered('2026-05-14')];
  const granted = grant(arrived, PIECE);
  assert.deepEqual(types(granted), ['piece.reissue-granted', 'invite.revoked']);
  const after = [...arrived, ...factsOf(granted).map((fact) => on('2026-06-20', fact))];
  assert.equal(refusalOf(grant(after, PIECE)), 'reissue-granted');
  assert.equal(refusalOf(grant(second, PIECE)), 'piece-not-replaceable');
  assert.equal(refusalOf(grant([...first, returned('2026-05-25')], PIECE)), 'piece-not-replaceable');
});
