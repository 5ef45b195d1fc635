import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { YearMonth } from '../basics/year-month.ts';
import { evolveList, noList, type ListState } from '../intake/list.ts';
import { factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { BATCH, batchAfter, begun, fixed, planned } from '../../../tests/support/mail.ts';
import { beginBatch, type BeginBatch } from './begin-batch.ts';
import { fixBatch } from './fix-batch.ts';
import { renewWord } from './renew-word.ts';

/** A list of the ward as it was received, and worked in unless told otherwise. */
const word = (
  asOf: string,
  { kind = 'changes', ends = 'list.committed' }: Partial<Received> = {},
): { readonly list: ListState } => {
  const received = on(asOf, {
    type: 'list.received',
    list: 'list_changes',
    kind,
    month: [],
    asOf: date(asOf),
    sha256: 'a1',
    method: 'in-person',
    medium: 'm-1',
    rows: 0,
  });
  const numbers = { opened: 0, changed: 0, unchanged: 0, refused: 0, missing: 0 };
  const end = {
    'list.committed': on(asOf, { type: 'list.committed', list: 'list_changes', ...numbers }),
    'list.discarded': on(asOf, { type: 'list.discarded', list: 'list_changes', reason: 'wrong-file' }),
    none: undefined,
  }[ends];
  return { list: [received, ...(end ? [end] : [])].reduce(evolveList, noList) };
};
type Received = {
  readonly kind: 'changes' | 'targets' | 'no-change';
  readonly ends: 'list.committed' | 'list.discarded' | 'none';
};
const command: BeginBatch = {
  batch: BATCH,
  kind: 'notice',
  month: '2026-05' as YearMonth,
  planned: 2,
  against: 'list_changes',
};
const begin = (asOf: string, changes: Partial<Received> = {}, given: Partial<BeginBatch> = {}) =>
  beginBatch({ ...batchAfter(), ...word(asOf, changes) }, { ...command, ...given }, today('2026-05-13'));

test('a batch begins on a changes list not older than 3 programme days [CHI-4.3-1, AMB-38]', () => {
  // 13 May 2026 is a Wednesday: Saturday the 9th is 3 programme days back, Sunday is none, Friday the 8th is 4.
  assert.deepEqual(factsOf(begin('2026-05-09')), [
    {
      type: 'batch.begun',
      batch: BATCH,
      kind: 'notice',
      month: '2026-05',
      planned: 2,
      against: 'list_changes',
      asOf: '2026-05-09',
    },
  ]);
  assert.equal(refusalOf(begin('2026-05-08')), 'word-too-old');
});

test('only changes that are worked in, or a statement of no change, are a word of the ward [AMB-38]', () => {
  assert.equal(refusalOf(begin('2026-05-12', { ends: 'none' })), 'word-not-fit');
  assert.equal(refusalOf(begin('2026-05-12', { ends: 'list.discarded' })), 'word-not-fit');
  assert.equal(refusalOf(begin('2026-05-12', { kind: 'targets' })), 'word-not-fit');
  assert.equal(refusalOf(begin('2026-05-12', { kind: 'no-change', ends: 'none' })), 'decided');
});

test('a batch is not begun before its month, twice, or larger than the room can count [CHI-8.1-8]', () => {
  assert.equal(refusalOf(begin('2026-05-12', {}, { month: '2026-06' as YearMonth })), 'batch-too-early');
  assert.equal(refusalOf(begin('2026-05-12', {}, { planned: 1001 })), 'batch-too-large');
  const twice = beginBatch(
    { ...batchAfter(begun('2026-05-12')), ...word('2026-05-12') },
    command,
    today('2026-05-13'),
  );
  assert.equal(refusalOf(twice), 'batch-exists');
});

test('without a word of the ward a manager gives a reason, which stands in the fact [AMB-38]', () => {
  const { against: _none, ...rest } = command as BeginBatch & { readonly against: string };
  const outcome = beginBatch(batchAfter(), { ...rest, reason: 'ward-closed' }, today('2026-05-13'));
  const [fact] = factsOf(outcome);
  assert.ok(fact?.type === 'batch.begun');
  assert.equal(fact.against, 'none');
  assert.equal(fact.reason, 'ward-closed');
});

test('a batch is fixed when every named case is decided, with the numbers in and out [CHI-8.1-3]', () => {
  const out = { case: 'case_out' } as const;
  const cases = {
    case_hanako: given(opened(), planned('2026-05-13')).case,
    case_out: given(on('2026-05-13', { type: 'piece.dropped', ...out, batch: BATCH, reason: 'moved-out' }))
      .case,
  };
  const outcome = fixBatch(
    { ...cases, ...batchAfter(begun('2026-05-13', 'notice', 2)) },
    { batch: BATCH },
    today('2026-05-13'),
  );
  const [fact] = factsOf(outcome);
  assert.ok(fact?.type === 'batch.fixed');
  assert.deepEqual([fact.pieces, fact.dropped, fact.against], [1, 1, 'list_changes']);
  assert.equal(
    refusalOf(
      fixBatch(
        { ...cases, ...batchAfter(begun('2026-05-13', 'notice', 3)) },
        { batch: BATCH },
        today('2026-05-13'),
      ),
    ),
    'batch-undecided',
  );
});

test('a word that was fresh at the beginning and is old at the fixing does not do [CHI-4.3-1]', () => {
  const state = { case_hanako: given(opened(), planned('2026-05-13')).case };
  const fix = (day: string) =>
    refusalOf(fixBatch({ ...state, ...batchAfter(begun('2026-05-13')) }, { batch: BATCH }, today(day)));
  assert.equal(fix('2026-05-16'), 'decided');
  assert.equal(fix('2026-05-18'), 'word-too-old');
});

test('a late batch asks the ward again [CHI-4.3-1]', () => {
  const state = { ...batchAfter(begun('2026-05-13'), fixed('2026-05-13')), ...word('2026-05-18') };
  const renewed = renewWord(state, { batch: BATCH, against: 'list_more' }, today('2026-05-18'));
  assert.equal(refusalOf(renewed), 'decided');
  const unfixed = { ...batchAfter(begun('2026-05-13')), ...word('2026-05-18') };
  const early = renewWord(unfixed, { batch: BATCH, against: 'list_more' }, today('2026-05-18'));
  assert.equal(refusalOf(early), 'batch-not-fixed');
});
