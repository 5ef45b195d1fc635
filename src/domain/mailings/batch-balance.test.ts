import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../basics/civil-date.ts';
import type { CaseId, PieceId } from '../basics/ids.ts';
import { isRefusal } from '../basics/refusal.ts';
import { evolveCase, type CaseState } from '../case.ts';
import type { Decision } from '../decision.ts';
import type { NewFact } from '../facts.ts';
import { mod7 } from '../text/check-digits.ts';
import { given, on, opened, today } from '../../../tests/support/given.ts';
import { BATCH, BORN, SECRETS } from '../../../tests/support/mail.ts';
import { membersOf, type BatchWithCases } from './batch-members.ts';
import { evolveBatch, noBatch, type BatchState, type Counts } from './batch.ts';
import { countBatch, recordedCounts } from './count-batch.ts';
import { followPiece } from './follow-piece.ts';
import { postPiece } from './post-piece.ts';
import { printPiece } from './print-piece.ts';
import { receiptPostage } from './receipt-postage.ts';
import { releaseBatch } from './release-batch.ts';
import { returnPiece } from './return-piece.ts';
import { isUnprinted, sampleBatch } from './sample-batch.ts';
import { voidPiece } from './void-piece.ts';

const WOMEN: readonly CaseId[] = ['case_a', 'case_b', 'case_c', 'case_d'];
const pieceOf = (id: CaseId): PieceId => `piece_${id.slice(5)}`;

const ACTS = [
  'print',
  'print-all',
  'spoil',
  'pull',
  'stop',
  'move',
  'sample',
  'release',
  'count-enclosed',
  'post',
  'post-all',
  'count-posted',
  'deliver',
  'return',
  'lose',
  'withdraw',
] as const;
type Act = { readonly act: (typeof ACTS)[number]; readonly whom: number };

/** Any order of acts, and in two of three lives the sensible one after it, so that batches do come to their end. */
const acts: fc.Arbitrary<readonly Act[]> = fc
  .tuple(
    fc.array(fc.record({ act: fc.constantFrom(...ACTS), whom: fc.nat(3) }), { minLength: 5, maxLength: 40 }),
    fc.integer({ min: 0, max: 2 }),
  )
  .map(([wild, ends]) => (ends === 0 ? wild : [...wild, ...ENDING]));

const ENDING: readonly Act[] = (
  ['print-all', 'sample', 'release', 'count-enclosed', 'post-all', 'count-posted'] as const
).map((act) => ({ act, whom: 0 }));

type Room = {
  readonly batch: BatchState;
  readonly cases: Readonly<Record<CaseId, CaseState>>;
  readonly facts: NewFact[];
};

const DAY = date('2026-05-12');

function fixedRoom(): Room {
  const begun = [
    on(DAY, {
      type: 'batch.begun',
      batch: BATCH,
      kind: 'notice',
      month: '2026-05' as never,
      planned: WOMEN.length,
      against: 'none',
      reason: 'agreed-with-ward',
    } as const),
    on(DAY, {
      type: 'batch.fixed',
      batch: BATCH,
      kind: 'notice',
      pieces: WOMEN.length,
      dropped: 0,
      against: 'none',
    } as const),
  ];
  const cases = WOMEN.map((id) => {
    const planned = {
      type: 'piece.planned',
      piece: pieceOf(id),
      batch: BATCH,
      case: id,
      kind: 'notice',
    } as const;
    return [id, given({ ...opened('2026-04-20'), case: id }, on(DAY, planned)).case] as const;
  });
  return { batch: begun.reduce(evolveBatch, noBatch), cases: Object.fromEntries(cases), facts: [] };
}

function live(sequence: readonly Act[], look: (room: Room) => void): Room {
  let room = fixedRoom();
  for (const { act, whom } of sequence) {
    const targets = act.endsWith('-all') ? WOMEN : [WOMEN[whom] ?? 'case_a'];
    for (const id of targets) {
      const outcome = attempt(room, act, id);
      if (isRefusal(outcome)) continue;
      for (const fact of outcome.facts) {
        const recorded = on(DAY, fact);
        const state = room.cases[id];
        room = {
          batch: evolveBatch(room.batch, recorded),
          cases: state ? { ...room.cases, [id]: evolveCase(state, recorded) } : room.cases,
          facts: [...room.facts, fact],
        };
      }
    }
    look(room);
  }
  return room;
}

function attempt(room: Room, act: Act['act'], id: CaseId): Decision | { readonly refused: string } {
  const state = room.cases[id];
  if (!state) throw new Error('Nobody');
  const of = { batch: BATCH, case: id, piece: pieceOf(id) } as const;
  const both = { case: state, batch: room.batch };
  const context = today(DAY, { actor: 'account_a', second: 'account_b', known: BORN });
  const where = { case: id, piece: pieceOf(id), on: DAY } as const;
  switch (act) {
    case 'print':
    case 'print-all':
      return printPiece(both, { ...of, template: 'notice-1', secrets: SECRETS }, context);
    case 'spoil':
      return voidPiece(both, { ...of, reason: 'spoiled' }, context);
    case 'pull':
      return voidPiece(both, { ...of, reason: 'pulled' }, context);
    case 'stop':
      return { facts: [{ type: 'case.held', case: id, reason: 'same-name' }] };
    case 'move':
      return { facts: [{ type: 'case.moved', case: id, on: DAY, within: true, source: 'list' }] };
    case 'sample': {
      const inHand = piecesOf(room).filter(({ status }) => status === 'printed').length;
      return sampleBatch(
        withCases(room),
        { batch: BATCH, sampled: Math.max(1, inHand), differing: 0 },
        context,
      );
    }
    case 'release':
      return releaseBatch(both, { batch: BATCH }, context);
    case 'count-enclosed':
    case 'count-posted': {
      const stage = act === 'count-posted' ? 'posted' : 'enclosed';
      return countBatch(withCases(room), { batch: BATCH, stage, ...recordedCounts(piecesOf(room)) }, context);
    }
    case 'post':
    case 'post-all': {
      const ten = `13112${String(WOMEN.indexOf(id)).padStart(5, '0')}`;
      return postPiece(both, { ...of, service: 'specified-record', tracking: `${ten}${mod7(ten)}` }, context);
    }
    case 'deliver':
      return followPiece(both, { ...where, what: 'delivered', source: 'tracking-page' }, context);
    case 'lose':
      return followPiece(both, { ...where, what: 'lost', source: 'post-office' }, context);
    case 'withdraw':
      return followPiece(both, { ...where, what: 'withdrawn', source: 'post-office' }, context);
    case 'return':
      return returnPiece(both, { ...where, reason: 'refused', source: 'envelope' }, context);
  }
}

const withCases = ({ batch, cases }: Room): BatchWithCases => ({ ...cases, batch });
const piecesOf = (room: Room) => membersOf(withCases(room), BATCH).pieces;

test('at every moment of a batch each printed copy is in hand, spoiled, pulled or posted, and each posted one is somewhere [CHI-8.1-7]', () => {
  let [closed, pulled, spoiled] = [0, 0, 0];
  fc.assert(
    fc.property(acts, (sequence) => {
      const end = live(sequence, (room) => {
        const pieces = piecesOf(room);
        const counts = recordedCounts(pieces);
        assert.equal(counts.printed, counts.enclosed + counts.spoiled + counts.pulled);
        assert.equal(counts.posted, pieces.filter(({ postedOn }) => postedOn !== undefined).length);
        assert.ok(pieces.every((piece) => (piece.postedOn === undefined) === !WENT.includes(piece.status)));
      });
      const { counted } = end.batch;
      const now = recordedCounts(piecesOf(end));
      pulled += now.pulled;
      spoiled += now.spoiled;
      if (counted?.stage !== 'posted') return;
      closed += 1;
      // What was counted at the end stays true whatever comes after: a closed batch does not move.
      assert.equal(counted.printed, counted.posted + counted.spoiled + counted.pulled);
      assert.deepEqual(
        [now.printed, now.posted, now.spoiled, now.pulled],
        [counted.printed, counted.posted, counted.spoiled, counted.pulled],
      );
      assert.ok(!piecesOf(end).some((piece) => piece.status === 'printed' || isUnprinted(piece)));
    }),
    { numRuns: 300, seed: 20_260_601 },
  );
  assert.ok(
    closed > 60 && pulled > 30 && spoiled > 30,
    `${closed} closed, ${pulled} pulled, ${spoiled} spoiled`,
  );
});

const WENT: readonly string[] = ['posted', 'delivered', 'returned', 'lost', 'withdrawn'];

test('nothing is posted before the hand’s count of the envelopes agrees, and each number off by one stops the batch [CHI-8.1-7]', () => {
  const off = fc.record({
    of: fc.constantFrom<keyof Counts>('printed', 'enclosed', 'spoiled', 'pulled', 'posted'),
    by: fc.constantFrom(-1, 1),
  });
  fc.assert(
    fc.property(acts, off, (sequence, { of, by }) => {
      const end = live(sequence, () => undefined);
      const posted = end.facts.findIndex(({ type }) => type === 'piece.posted');
      const enclosed = end.facts.findIndex(({ type }) => type === 'batch.counted');
      const released = end.facts.findIndex(({ type }) => type === 'batch.released');
      if (posted >= 0) assert.ok(released >= 0 && released < enclosed && enclosed < posted);
      const right = recordedCounts(piecesOf(end));
      for (const stage of ['enclosed', 'posted'] as const) {
        const wrong = { ...right, [of]: right[of] + by };
        const outcome = countBatch(withCases(end), { batch: BATCH, stage, ...wrong }, today(DAY));
        assert.ok(isRefusal(outcome), 'a count that is off by one was accepted');
      }
    }),
    { numRuns: 300, seed: 20_260_602 },
  );
});

test('the receipt of the post is taken only for exactly the pieces and yen that left [CHI-10.3-1]', () => {
  let taken = 0;
  fc.assert(
    fc.property(
      acts,
      fc.integer({ min: -1, max: 1 }),
      fc.integer({ min: -1, max: 1 }),
      (sequence, more, yen) => {
        const end = live(sequence, () => undefined);
        const left = recordedCounts(piecesOf(end)).posted;
        const receipt = {
          batch: BATCH,
          receipt: 'R-1',
          on: DAY,
          pieces: left + more,
          amount: left * 320 + yen,
        };
        const outcome = receiptPostage(withCases(end), receipt, today(DAY));
        const right = left > 0 && more === 0 && yen === 0;
        assert.equal(!isRefusal(outcome), right);
        if (right) taken += 1;
      },
    ),
    { numRuns: 300, seed: 20_260_603 },
  );
  assert.ok(taken > 10);
});

test('a stop that comes between is never posted, whatever was printed, spoiled or printed again before [AMB-38]', () => {
  fc.assert(
    fc.property(acts, (sequence) => {
      const { facts } = live(sequence, () => undefined);
      const held = new Map<string, number>();
      for (const [at, fact] of facts.entries()) {
        if (fact.type === 'case.held' && !held.has(fact.case)) held.set(fact.case, at);
        if (fact.type === 'piece.posted' || fact.type === 'piece.printed') {
          assert.ok(!held.has(fact.case), 'a piece moved on after a stop');
        }
      }
    }),
    { numRuns: 300, seed: 20_260_604 },
  );
});
