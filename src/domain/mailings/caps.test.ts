import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, date, type CivilDate } from '../basics/civil-date.ts';
import type { BatchId, PieceId } from '../basics/ids.ts';
import { isRefusal } from '../basics/refusal.ts';
import { evolveCase, type CaseState } from '../case.ts';
import type { Decision } from '../decision.ts';
import type { NewFact, RecordedFact } from '../facts.ts';
import type { PieceKind } from '../facts/mailing.ts';
import { CASE, given, on, opened, today } from '../../../tests/support/given.ts';
import { BORN, SECRETS } from '../../../tests/support/mail.ts';
import { noBatch, type BatchState } from './batch.ts';
import { countBatch, recordedCounts } from './count-batch.ts';
import { followPiece } from './follow-piece.ts';
import { grantReissue } from './grant-reissue.ts';
import { nextLetter } from './next-letter.ts';
import { planPiece } from './plan-piece.ts';
import { postPiece } from './post-piece.ts';
import { printPiece } from './print-piece.ts';
import { returnPiece } from './return-piece.ts';
import { reviewReturn } from './review-return.ts';
import { voidPiece } from './void-piece.ts';

/** What can be tried on a day: any act of the mailing room, in any order, also a senseless one. */
type Act = { readonly wait: number; readonly act: (typeof ACTS)[number]; readonly kind: PieceKind };

const ACTS = [
  'send',
  'plan',
  'print',
  'spoil',
  'pull',
  'post',
  'deliver',
  'lose',
  'return',
  'return-refused',
  'review',
  'reissue',
  'register',
  'pause',
  'resume',
  'move',
] as const;

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 9 }),
    // A letter that goes all the way and then comes back or arrives is what a year mostly consists of.
    act: fc.oneof(
      { arbitrary: fc.constantFrom<Act['act']>('send', 'send', 'deliver', 'return'), weight: 3 },
      { arbitrary: fc.constantFrom(...ACTS), weight: 2 },
    ),
    kind: fc.constantFrom<PieceKind>('notice', 'resend', 'recall', 'reissue'),
  }),
  { minLength: 20, maxLength: 80 },
);

/** One woman through any sequence of acts: her state, and every fact that was accepted. */
function live(sequence: readonly Act[]): { readonly state: CaseState; readonly facts: readonly NewFact[] } {
  let state = given(opened('2026-03-20', { due: date('2026-08-20') })).case;
  let day = date('2026-04-20');
  const facts: NewFact[] = [];
  let n = 0;
  const accept = (outcome: Decision | { readonly refused: string }): void => {
    if (isRefusal(outcome)) return;
    for (const fact of outcome.facts) {
      facts.push(fact);
      state = evolveCase(state, on(day, fact) as RecordedFact);
    }
  };
  for (const { wait, act, kind } of sequence) {
    day = addDays(day, wait);
    n += 1;
    const steps = act === 'send' ? (['plan', 'print', 'post'] as const) : [act];
    const next = nextLetter(state, today(day).rules).next;
    for (const step of steps) {
      accept(attempt(step, act === 'send' && next !== 'none' ? next : kind, state, day, n));
    }
  }
  return { state, facts };
}

function attempt(
  act: Act['act'],
  kind: PieceKind,
  state: CaseState,
  day: CivilDate,
  n: number,
): Decision | { readonly refused: string } {
  const piece: PieceId = state.mail.pieces.at(-1)?.piece ?? 'piece_none';
  const batch: BatchId = act === 'plan' ? `batch_${n}` : (state.mail.pieces.at(-1)?.batch ?? 'batch_none');
  const context = today(day, { known: BORN });
  const both = { case: state, batch: batchOn(act, kind, day) };
  const which = { case: CASE, batch, piece } as const;
  switch (act) {
    case 'send':
      throw new Error('A sending is taken step by step');
    case 'plan':
      return planPiece(both, { ...which, piece: `piece_${n}` }, context);
    case 'print': {
      const template = `${state.mail.pieces.at(-1)?.kind ?? 'notice'}-1`;
      return printPiece(both, { ...which, template, secrets: SECRETS }, context);
    }
    case 'spoil':
      return voidPiece(both, { ...which, reason: 'spoiled' }, context);
    case 'pull':
      return voidPiece(both, { ...which, reason: 'pulled' }, context);
    case 'post': {
      const card = state.mail.pieces.at(-1)?.kind === 'recall';
      const how = card ? { service: 'postcard' as const } : { service: 'specified-record' as const };
      return postPiece(both, { ...which, ...how, tracking: '131-12-38385-2' }, context);
    }
    case 'deliver':
    case 'lose': {
      const what = act === 'lose' ? 'lost' : 'delivered';
      return followPiece(both, { case: CASE, piece, what, on: day, source: 'tracking-page' }, context);
    }
    case 'return':
    case 'return-refused': {
      const reason = act === 'return' ? 'unknown-address' : 'refused';
      return returnPiece(both, { case: CASE, piece, on: day, reason, source: 'envelope' }, context);
    }
    case 'review':
      return reviewReturn(both, { case: CASE, piece, resend: true }, context);
    case 'reissue':
      return grantReissue(both, { case: CASE, piece, reason: 'lost-by-her' }, context);
    case 'register':
      return { facts: [{ type: 'resident.registered', case: CASE, channel: 'web' }] };
    case 'pause': {
      const until = addDays(day, 10);
      return {
        facts: [{ type: 'case.paused', case: CASE, reason: 'asked', until, by: 'herself', channel: 'phone' }],
      };
    }
    case 'resume':
      return { facts: [{ type: 'case.resumed', case: CASE, by: 'herself', channel: 'phone' }] };
    case 'move':
      return { facts: [{ type: 'case.moved', case: CASE, on: day, within: true, source: 'list' }] };
  }
}

/** A batch at the step that the act needs, so that only the woman's own state decides. */
function batchOn(act: Act['act'], kind: PieceKind, on: CivilDate): BatchState {
  const begun: BatchState = {
    ...noBatch,
    begun: { kind, month: '2026-04' as never, planned: 1, on },
    word: { against: 'list_changes', asOf: on },
  };
  if (act === 'plan') return begun;
  const counts = { printed: 1, enclosed: 1, spoiled: 0, pulled: 0, posted: 0 };
  const fixed = { ...begun, fixed: { pieces: 1, dropped: 0, on }, wordOn: on };
  if (act !== 'post') return fixed;
  return { ...fixed, samples: 1, clean: true, releasedOn: on, counted: { stage: 'enclosed', on, ...counts } };
}

const postedOf = (facts: readonly NewFact[], kind: PieceKind): number =>
  facts.filter((fact) => fact.type === 'piece.posted' && fact.kind === kind).length;

test('whatever is tried in whatever order, one notice, one re-send and one recall leave at most [CHI-8.1-9, CHI-8.9-2] [INC-04]', () => {
  let resends = 0;
  let recalls = 0;
  fc.assert(
    fc.property(acts, (sequence) => {
      const { facts } = live(sequence);
      resends += postedOf(facts, 'resend');
      recalls += postedOf(facts, 'recall');
      assert.ok(postedOf(facts, 'notice') <= 1);
      assert.ok(postedOf(facts, 'resend') <= 1);
      assert.ok(postedOf(facts, 'recall') <= 1);
    }),
    { numRuns: 400, seed: 20_260_501 },
  );
  // The property would hold for a room that sends nothing at all: it must have been tried for real.
  assert.ok(resends > 10 && recalls > 3, `${resends} re-sends, ${recalls} recalls`);
});

test('after a second return no letter is ever planned again [CHI-8.1-9]', () => {
  fc.assert(
    fc.property(acts, (sequence) => {
      const { facts } = live(sequence);
      const end = facts.findIndex((fact) => fact.type === 'case.unreachable');
      if (end < 0) return;
      assert.ok(!facts.slice(end).some((fact) => fact.type === 'piece.planned'));
    }),
    { numRuns: 400, seed: 20_260_502 },
  );
});

test('printed copies are always in hand, posted, spoiled or pulled, and living codes never more than one [CHI-8.1-7, CHI-8.1-4]', () => {
  fc.assert(
    fc.property(acts, (sequence) => {
      const { state } = live(sequence);
      const { pieces, invites } = state.mail;
      const counts = recordedCounts(pieces);
      assert.equal(counts.printed, counts.enclosed + counts.spoiled + counts.pulled);
      assert.ok(invites.filter(({ revoked }) => revoked === undefined).length <= 1);
      for (const piece of pieces.filter(({ status }) => status === 'returned' || status === 'lost')) {
        assert.ok(!invites.some((invite) => invite.piece === piece.piece && invite.revoked === undefined));
      }
    }),
    { numRuns: 400, seed: 20_260_503 },
  );
});

test('a count is accepted for exactly one set of numbers [CHI-8.1-7]', () => {
  const number = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(fc.record({ printed: number, enclosed: number, spoiled: number, pulled: number }), (said) => {
      const facts = live(PRINT_SPOIL_PRINT).state;
      const batch = { ...batchOn('post', 'notice', date('2026-04-20')), counted: undefined };
      const { counted: _none, ...open } = batch;
      const outcome = countBatch(
        { case_hanako: facts, batch: open },
        { batch: facts.mail.pieces[0]?.batch ?? 'batch_none', stage: 'enclosed', posted: 0, ...said },
        today('2026-04-20'),
      );
      const right = said.printed === 2 && said.enclosed === 1 && said.spoiled === 1 && said.pulled === 0;
      assert.equal(!isRefusal(outcome), right);
    }),
    { numRuns: 1000, seed: 20_260_504, examples: [[{ printed: 2, enclosed: 1, spoiled: 1, pulled: 0 }]] },
  );
});

const PRINT_SPOIL_PRINT: readonly Act[] = (['plan', 'print', 'spoil', 'print'] as const).map((act) => ({
  wait: 0,
  act,
  kind: 'notice',
}));
