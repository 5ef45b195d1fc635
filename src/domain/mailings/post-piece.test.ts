import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { RecordedFact } from '../facts.ts';
import type { PostService } from '../facts/mailing.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import {
  BATCH,
  PIECE,
  batchAfter,
  begun,
  delivered,
  fixed,
  planned,
  printed,
  ready,
  released,
  sampled,
  sent,
} from '../../../tests/support/mail.ts';
import { postPiece, type PostPiece } from './post-piece.ts';

const command: PostPiece = {
  batch: BATCH,
  case: CASE,
  piece: PIECE,
  service: 'specified-record',
  tracking: '131-12-38385-2',
};
const inHand = [opened(), planned('2026-05-12'), printed('2026-05-12')];
const post = (
  facts: readonly RecordedFact[],
  day = '2026-05-13',
  changes: Partial<PostPiece> = {},
  batch: readonly RecordedFact[] = ready('2026-05-12'),
) => postPiece({ ...given(...facts), ...batchAfter(...batch) }, { ...command, ...changes }, today(day));

test('a posted notice carries its number and 320 yen, the number is claimed, and the code is forgotten [CHI-8.1-6, CHI-8.1-7]', () => {
  const outcome = post(inHand);
  assert.deepEqual(factsOf(outcome), [
    {
      type: 'piece.posted',
      piece: PIECE,
      case: CASE,
      kind: 'notice',
      service: 'specified-record',
      tracking: '13112383852',
      postage: 320,
    },
  ]);
  assert.ok(!('refused' in outcome));
  assert.deepEqual(outcome.claim, [{ kind: 'tracking', key: '13112383852' }]);
  assert.deepEqual(outcome.keep, [{ of: CASE, section: 'invite', item: 'piece_one.1', value: {} }]);
});

test('plain mail cannot be chosen for a first notice [CHI-8.1-6]', () => {
  for (const service of ['ordinary', 'postcard', 'letterpack-plus', 'handed-to-ward'] as const) {
    assert.equal(refusalOf(post(inHand, '2026-05-13', { service })), 'service-not-allowed');
  }
});

test('a number with a wrong check digit, of another kind of mail, or missing is refused [CHI-8.1-7]', () => {
  assert.equal(refusalOf(post(inHand, '2026-05-13', { tracking: '131-12-38385-3' })), 'tracking-wrong');
  assert.equal(refusalOf(post(inHand, '2026-05-13', { tracking: '4055-4842-4886' })), 'tracking-wrong');
  assert.equal(refusalOf(post(inHand, '2026-05-13', { tracking: undefined })), 'tracking-missing');
  assert.equal(
    refusalOf(post(inHand, '2026-05-13', { tracking: '１３１－１２－３８３８５－２' })),
    'decided',
  );
});

test('a stop between printing and posting pulls the piece [AMB-38, CHI-8.14-5] [INC-10] [INC-12]', () => {
  const stops: readonly RecordedFact[] = [
    on('2026-05-13', {
      type: 'case.loss-reported',
      case: CASE,
      on: date('2026-05-13'),
      source: 'phone',
    }),
    on('2026-05-13', { type: 'case.birth-reported', case: CASE, on: date('2026-05-13'), source: 'phone' }),
    on('2026-05-13', {
      type: 'case.withdrawn',
      case: CASE,
      by: 'herself',
      channel: 'phone',
      package: 'keep',
    }),
    on('2026-05-13', { type: 'case.held', case: CASE, reason: 'ward-stop' }),
    on('2026-05-13', {
      type: 'case.moved',
      case: CASE,
      on: date('2026-05-13'),
      within: false,
      source: 'list',
    }),
  ];
  for (const stop of stops) {
    const outcome = post([...inHand, stop]);
    assert.ok('refused' in outcome && outcome.refused === 'pull-this-piece', stop.type);
    const sayable = stop.type === 'case.moved' ? 'moved-out' : 'stopped';
    assert.equal(outcome.why, sayable);
  }
});

test('a woman who registered after her card was printed is not sent it any more [CHI-8.9-3]', () => {
  const card = { piece: 'piece_card', kind: 'recall' } as const;
  const facts = [
    opened(),
    ...sent('2026-05-12', { batch: 'batch_x' }),
    delivered('2026-05-14'),
    planned('2026-06-12', card),
    printed('2026-06-12', card),
  ];
  const change = { piece: card.piece, service: 'postcard', tracking: undefined } as const;
  const batch = ready('2026-06-12', 'recall');
  assert.equal(refusalOf(post(facts, '2026-06-12', change, batch)), 'decided');
  const registered = on('2026-06-12', { type: 'resident.registered', case: CASE, channel: 'web' });
  assert.equal(refusalOf(post([...facts, registered], '2026-06-12', change, batch)), 'pull-this-piece');
});

test('a letter printed before a move inside the ward is printed again, not posted [CHI-4.3-1]', () => {
  const moved = on('2026-05-13', {
    type: 'case.moved',
    case: CASE,
    on: date('2026-05-01'),
    within: true,
    source: 'list',
  });
  assert.equal(refusalOf(post([...inHand, moved])), 'piece-outdated');
});

test('a batch leaves within 2 programme days of being fixed, or the ward is asked again [CHI-4.3-1]', () => {
  // Fixed on Tuesday 12 May: Thursday is the second programme day after it.
  assert.equal(refusalOf(post(inHand, '2026-05-14')), 'decided');
  assert.equal(refusalOf(post(inHand, '2026-05-15')), 'batch-too-late');
  const renewed = on('2026-05-15', { type: 'batch.renewed', batch: BATCH, against: 'list_more' });
  const again = [...ready('2026-05-12'), renewed];
  assert.equal(refusalOf(post(inHand, '2026-05-16', {}, again)), 'decided');
});

test('nothing is posted before release and count, or after the batch is closed [CHI-8.1-7]', () => {
  const start = [begun('2026-05-12'), fixed('2026-05-12'), sampled('2026-05-12')];
  assert.equal(refusalOf(post(inHand, '2026-05-13', {}, start)), 'batch-not-released');
  assert.equal(
    refusalOf(post(inHand, '2026-05-13', {}, [...start, released('2026-05-12')])),
    'batch-not-counted',
  );
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
  assert.equal(refusalOf(post(inHand, '2026-05-13', {}, [...ready('2026-05-12'), closed])), 'batch-closed');
});

test('a copy printed after the sampling is compared by two people before it leaves [CHI-8.1-7]', () => {
  const spoiled = on('2026-05-12', { type: 'piece.voided', piece: PIECE, case: CASE, reason: 'spoiled' });
  const again = [...inHand, spoiled, printed('2026-05-12', { copy: 2, round: 1 })];
  assert.equal(refusalOf(post(again)), 'piece-not-sampled');
  assert.equal(
    refusalOf(post(again, '2026-05-13', {}, [...ready('2026-05-12'), sampled('2026-05-12')])),
    'decided',
  );
});

test('a piece that was posted is not posted again [CHI-8.1-7]', () => {
  assert.equal(refusalOf(post([opened(), ...sent('2026-05-12')])), 'piece-not-in-hand');
});

test('what the ward hands over itself costs nothing, has no number and goes on no other way [AMB-56]', () => {
  const facts = [opened('2026-04-20', { mailWay: 'ward', protected: true }), ...inHand.slice(1)];
  const send = (service: PostService) => post(facts, '2026-05-13', { service, tracking: undefined });
  const [fact] = factsOf(send('handed-to-ward'));
  assert.ok(fact?.type === 'piece.posted');
  assert.deepEqual([fact.postage, fact.tracking], [0, undefined]);
  assert.equal(refusalOf(send('specified-record')), 'service-not-allowed');
});

test('what weighs too much for its form has no postage [CHI-10.3-1]', () => {
  assert.equal(refusalOf(post(inHand, '2026-05-13', { grams: 60 })), 'no-postage');
  const [fact] = factsOf(post(inHand, '2026-05-13', { grams: 60, form: 'large-letter' }));
  assert.ok(fact?.type === 'piece.posted');
  assert.equal(fact.postage, 390);
});

test('a clean sampling is not enough when the last one found a wrong letter [CHI-8.1-7]', () => {
  const bad = [...ready('2026-05-12'), sampled('2026-05-12', 1)];
  assert.equal(refusalOf(post(inHand, '2026-05-13', {}, bad)), 'piece-not-sampled');
});
