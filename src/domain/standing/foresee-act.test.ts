import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { RecordedFact } from '../facts.ts';
import { booked } from '../../../tests/support/booked.ts';
import { CASE, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { actsOf, foreseeAct } from './foresee-act.ts';
import { reportLoss } from './report-loss.ts';
import { stopsInForce } from './stops-in-force.ts';
import { whereSheStands } from './where-she-stands.ts';

const day = today('2026-06-10');
const PIECE = { piece: 'piece_1', batch: 'batch_1', case: CASE, kind: 'notice' } as const;
const planned = on('2026-06-08', { type: 'piece.planned', ...PIECE });
const printed = on('2026-06-08', { type: 'piece.printed', ...PIECE, template: 'notice/1', copy: 1 });
const loss = on('2026-06-09', {
  type: 'case.loss-reported',
  case: CASE,
  on: date('2026-06-08'),
  source: 'phone',
});

test('what a loss would do is what the decision does: paper pulled, date freed, and the whole line of the table [AMB-38, CHI-8.14-5]', () => {
  const facts: RecordedFact[] = [opened(), planned, printed, booked('2026-06-09', '2026-06-20')];
  const foreseen = foreseeAct(given(...facts), CASE, 'loss', day);
  assert.ok(foreseen.can === 'done');
  const { papers, booking, tellsWard, ways = [] } = foreseen.effects;
  assert.deepEqual(papers, [{ piece: 'piece_1', batch: 'batch_1', kind: 'notice', status: 'printed' }]);
  assert.equal(booking?.date, '2026-06-20');
  assert.equal(tellsWard, true);
  assert.deepEqual(
    ways.filter(({ verdict }) => verdict !== 'stopped'),
    [
      { way: 'parcels', verdict: 'waits' },
      { way: 'link', verdict: 'grief-words' },
    ],
  );
  const command = { case: CASE, what: 'loss', on: day.today, source: 'phone' } as const;
  assert.equal(refusalOf(reportLoss(given(...facts), command, day)), 'decided');
});

test('a letter that is planned is named too, and one that is delivered is not [AMB-38]', () => {
  const [waiting] = [foreseeAct(given(opened(), planned), CASE, 'withdraw', day)];
  assert.ok(waiting?.can === 'done');
  assert.deepEqual(
    waiting.effects.papers.map(({ status }) => status),
    ['planned'],
  );
  const plain = foreseeAct(given(opened()), CASE, 'withdraw', day);
  assert.ok(plain.can === 'done' && plain.effects.papers.length === 0);
});

test('what is so already and what the ward alone may say is told before anybody tries [AMB-56, CHI-8.14-7]', () => {
  const state = given(
    opened(),
    on('2026-06-01', { type: 'case.protection-changed', case: CASE, to: true, ref: 'w-1' }),
  );
  const can = Object.fromEntries(
    actsOf(day).map((act) => {
      const found = foreseeAct(state, CASE, act, day);
      return [act, found.can === 'refused' ? found.refusal.refused : found.can];
    }),
  );
  assert.equal(can['start-protection'], 'known');
  assert.equal(can['end-protection'], 'done');
  assert.equal(can['change-contact'], 'changed-by-ward-only');
  assert.equal(can['name-delivery'], 'changed-by-ward-only');
  assert.equal(can['resume'], 'known');
  assert.equal(can['close'], 'done');
});

test('each stop says how it is taken back: two people, herself, a move back, somebody who has looked [design 4]', () => {
  const facts: RecordedFact[] = [
    opened(),
    loss,
    on('2026-06-09', { type: 'case.held', case: CASE, reason: 'same-name' }),
    on('2026-06-09', {
      type: 'case.withdrawn',
      case: CASE,
      by: 'herself',
      channel: 'phone',
      package: 'decline',
    }),
    on('2026-06-09', {
      type: 'case.moved',
      case: CASE,
      on: date('2026-06-09'),
      within: false,
      source: 'phone',
    }),
  ];
  assert.deepEqual(
    stopsInForce(given(...facts), CASE, day).map(({ word, undo }) => `${word} ${undo}`),
    ['loss two-people', 'hold end-hold', 'withdrawal herself', 'moved-out move-back'],
  );
});

test('where she stands is one thing: what stops her, else the furthest step [CHI-8.1-7]', () => {
  const at = (...facts: RecordedFact[]) => whereSheStands(given(opened(), ...facts).case, day.today).at;
  assert.equal(at(), 'waiting');
  assert.equal(at(booked('2026-06-09', '2026-06-20')), 'booked');
  assert.equal(at(booked('2026-06-09', '2026-06-20'), loss), 'stopped');
});
