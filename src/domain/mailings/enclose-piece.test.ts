import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BatchState } from './batch.ts';
import { date } from '../basics/civil-date.ts';
import { evolveCase, type CaseState } from '../case.ts';
import type { Decision } from '../decision.ts';
import type { RecordedFact } from '../facts.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import {
  BATCH,
  batchAfter,
  begun,
  enclosed as counted,
  fixed,
  PIECE,
  planned,
  printed,
  released,
  sampled,
} from '../../../tests/support/mail.ts';
import { countBatch } from './count-batch.ts';
import { enclosePiece, takeOutPiece } from './enclose-piece.ts';
import { labelPiece } from './label-piece.ts';
import { postPiece } from './post-piece.ts';

const DAY = '2026-05-12';
const NUMBER = '13112383852';
const whose = { batch: BATCH, case: CASE, piece: PIECE } as const;
const asked = today(DAY);

type State = { readonly case: CaseState; readonly batch: BatchState };

/** One notice in a released batch, and what was done to it since. */
function table(...since: readonly RecordedFact[]): State {
  const { batch } = batchAfter(begun(DAY), fixed(DAY), sampled(DAY), released(DAY));
  const printedOnce = printed(DAY, { round: 0 });
  return { ...given(opened('2026-04-20'), planned(DAY), printedOnce, ...since), batch };
}

/** The state after a yes. */
function after(state: State, outcome: Decision | { readonly refused: string }): State {
  const facts = factsOf(outcome).map((fact) => on(DAY, fact));
  return { ...state, case: facts.reduce(evolveCase, state.case) };
}

test('a scanned sheet is enclosed once; a second scan is named and a third takes it back [CHI-8.1-7] [INC-05]', () => {
  const one = after(table(), enclosePiece(table(), whose, asked));
  assert.equal(refusalOf(enclosePiece(one, whose, asked)), 'piece-enclosed');
  const none = after(one, takeOutPiece(one, whose));
  assert.equal(refusalOf(takeOutPiece(none, whose)), 'piece-not-enclosed');
  assert.equal(refusalOf(enclosePiece(none, whose, asked)), 'decided');
});

test('what a stop has reached since printing is named for pulling at the enclosing table and at the label [AMB-38] [INC-10] [INC-12]', () => {
  const loss = on(DAY, {
    type: 'case.loss-reported',
    case: CASE,
    what: 'loss',
    on: date(DAY),
    source: 'phone',
  } as const);
  assert.equal(refusalOf(enclosePiece(table(loss), whose, asked)), 'pull-this-piece');
  const one = after(table(), enclosePiece(table(), whose, asked));
  const lost = { ...one, case: evolveCase(one.case, loss) };
  assert.equal(refusalOf(labelPiece(lost, { ...whose, tracking: NUMBER }, asked)), 'pull-this-piece');
});

test('a label belongs to one enclosed envelope; its number is checked, claimed, and free again when the sheet is taken out [CHI-8.1-7]', () => {
  const label = (state: State, tracking = NUMBER) => labelPiece(state, { ...whose, tracking }, asked);
  assert.equal(refusalOf(label(table())), 'piece-not-enclosed');
  const one = after(table(), enclosePiece(table(), whose, asked));
  assert.equal(refusalOf(label(one, '13112383853')), 'tracking-wrong');
  assert.equal(refusalOf(label(one, '405548424886')), 'tracking-wrong', 'a parcel number on a letter');
  const decided = label(one);
  assert.ok(!('refused' in decided));
  assert.deepEqual(decided.claim, [{ kind: 'tracking', key: NUMBER }]);
  const labelled = after(one, decided);
  assert.equal(refusalOf(label(labelled, '13112383863')), 'piece-labelled');
  const out = takeOutPiece(labelled, whose);
  assert.ok(!('refused' in out));
  assert.deepEqual(out.release, [{ kind: 'tracking', key: NUMBER }]);
  assert.equal(after(labelled, out).case.mail.pieces[0]?.label, undefined);
});

test('posted under the number of its label, the number is not claimed a second time [CHI-8.1-7]', () => {
  let state = after(table(), enclosePiece(table(), whose, asked));
  state = after(state, labelPiece(state, { ...whose, tracking: NUMBER }, asked));
  const { batch } = batchAfter(begun(DAY), fixed(DAY), sampled(DAY), released(DAY), counted(DAY));
  const posting = { ...whose, service: 'specified-record', tracking: NUMBER } as const;
  const posted = postPiece({ ...state, batch }, posting, asked);
  assert.ok(!('refused' in posted));
  assert.deepEqual(posted.claim, []);
});

test('once somebody has begun to scan, half a batch cannot be counted as enclosed [CHI-8.1-7]', () => {
  const batch = batchAfter(
    begun(DAY, 'notice', 2),
    fixed(DAY, 'notice', 2),
    sampled(DAY),
    released(DAY),
  ).batch;
  const first = after(table(), enclosePiece(table(), whose, asked)).case;
  const second = given(
    opened('2026-04-20'),
    planned(DAY, { piece: 'piece_two' }),
    printed(DAY, { piece: 'piece_two' }),
  );
  const numbers = { printed: 2, enclosed: 2, spoiled: 0, pulled: 0, posted: 0 };
  const count = { batch: BATCH, stage: 'enclosed', ...numbers } as const;
  const state = { batch, case_a: first, case_b: second.case };
  assert.equal(refusalOf(countBatch(state, count, asked)), 'batch-unenclosed');
  const none = { batch, case_a: table().case, case_b: second.case };
  assert.equal(refusalOf(countBatch(none, count, asked)), 'decided');
});
