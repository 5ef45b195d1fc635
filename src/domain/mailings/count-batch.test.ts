import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseId, PieceId } from '../basics/ids.ts';
import type { CaseState } from '../case.ts';
import type { RecordedFact } from '../facts.ts';
import { factsOf, given, on, refusalOf, today } from '../../../tests/support/given.ts';
import {
  BATCH,
  batchAfter,
  begun,
  fixed,
  planned,
  posted,
  printed,
  ready,
  released,
  sampled,
} from '../../../tests/support/mail.ts';
import { countBatch, type CountBatch } from './count-batch.ts';
import { releaseBatch } from './release-batch.ts';
import { sampleBatch, sampleSize } from './sample-batch.ts';

const DAY = '2026-05-12';

/** A batch of so many women, each with a piece that has gone through these steps. */
function women(
  count: number,
  steps: (of: { readonly case: CaseId; readonly piece: PieceId }, n: number) => readonly RecordedFact[],
): Readonly<Record<CaseId, CaseState>> {
  const cases: { [id: CaseId]: CaseState } = {};
  for (let n = 1; n <= count; n += 1) {
    const of = { case: `case_${n}`, piece: `piece_${n}` } as const;
    cases[of.case] = given(planned(DAY, of), ...steps(of, n)).case;
  }
  return cases;
}

const allPrinted = (count: number) => women(count, (of) => [printed(DAY, of)]);
const voided = (of: { readonly case: CaseId; readonly piece: PieceId }, reason = 'spoiled') =>
  on(DAY, { type: 'piece.voided', ...of, reason });
const count = (
  cases: Readonly<Record<CaseId, CaseState>>,
  numbers: Partial<CountBatch>,
  batch = batchAfter(
    begun(DAY, 'notice', 25),
    fixed(DAY, 'notice', Object.keys(cases).length),
    sampled(DAY),
    released(DAY),
  ),
) =>
  countBatch(
    { ...cases, ...batch },
    {
      batch: BATCH,
      stage: 'enclosed',
      printed: 0,
      enclosed: 0,
      spoiled: 0,
      pulled: 0,
      posted: 0,
      ...numbers,
    },
    today(DAY),
  );

test('25 envelopes short are named, and nothing is printed again to hide them [CHI-8.1-7] [INC-05]', () => {
  const outcome = count(allPrinted(30), { printed: 30, enclosed: 5 });
  assert.deepEqual(outcome, {
    refused: 'counts-unbalanced',
    of: 'printed',
    counted: 30,
    accounted: 5,
    difference: 25,
  });
});

test('numbers that balance among themselves and not with the facts are refused with the difference [CHI-8.1-7]', () => {
  assert.deepEqual(count(allPrinted(3), { printed: 2, enclosed: 2 }), {
    refused: 'counts-differ',
    of: 'printed',
    counted: 2,
    recorded: 3,
    difference: -1,
  });
  assert.equal(refusalOf(count(allPrinted(3), { printed: 3, enclosed: 2, spoiled: 1 })), 'counts-differ');
  assert.equal(refusalOf(count(allPrinted(3), { printed: 3, enclosed: 3 })), 'decided');
});

test('printed = enclosed + spoiled + pulled, with every new copy counted [CHI-8.1-7]', () => {
  const cases = women(4, (of, n) =>
    n === 1
      ? [printed(DAY, of), voided(of), printed(DAY, { ...of, copy: 2 })]
      : n === 2
        ? [printed(DAY, of), voided(of, 'pulled')]
        : [printed(DAY, of)],
  );
  const outcome = count(cases, { printed: 5, enclosed: 3, spoiled: 1, pulled: 1 });
  assert.equal(refusalOf(outcome), 'decided');
});

test('a spoiled copy that was not printed again keeps the batch from being counted [CHI-8.1-7]', () => {
  const cases = women(2, (of, n) => (n === 1 ? [printed(DAY, of), voided(of)] : [printed(DAY, of)]));
  assert.equal(refusalOf(count(cases, { printed: 2, enclosed: 1, spoiled: 1 })), 'batch-unprinted');
});

test('enclosed = posted + pulled when everything has left, and then the batch is closed [CHI-8.1-7]', () => {
  const batch = batchAfter(...ready(DAY, 'notice', 3));
  const cases = women(3, (of, n) => [printed(DAY, of), n === 3 ? voided(of, 'pulled') : posted(DAY, of)]);
  const left = { stage: 'posted', printed: 3, enclosed: 2, spoiled: 0, pulled: 1, posted: 2 } as const;
  const outcome = count(cases, left, batch);
  const [fact] = factsOf(outcome);
  assert.ok(fact);
  const closed = batchAfter(...ready(DAY, 'notice', 3), on(DAY, fact));
  assert.equal(refusalOf(count(cases, left, closed)), 'batch-closed');
  const waiting = women(3, (of, n) => [printed(DAY, of), ...(n === 3 ? [] : [posted(DAY, of)])]);
  assert.equal(refusalOf(count(waiting, { ...left, pulled: 0, printed: 2 }, batch)), 'batch-unposted');
});

test('a list of cases that misses one is refused, so that no count is made on a part [CHI-8.1-3]', () => {
  const batch = batchAfter(begun(DAY, 'notice', 3), fixed(DAY, 'notice', 3), sampled(DAY), released(DAY));
  assert.equal(refusalOf(count(allPrinted(2), { printed: 2, enclosed: 2 }, batch)), 'batch-incomplete');
});

test('first and last five and ten at random are compared, of a small batch all [CHI-8.1-7] [INC-03] [INC-09]', () => {
  const { mailing } = today(DAY).rules;
  assert.equal(sampleSize(730, mailing), 20);
  assert.equal(sampleSize(7, mailing), 7);
});

const sample = (
  cases: Readonly<Record<CaseId, CaseState>>,
  sampledNumber: number,
  differing = 0,
  batch: readonly RecordedFact[] = [fixed(DAY, 'notice', Object.keys(cases).length)],
) =>
  sampleBatch(
    { ...cases, ...batchAfter(begun(DAY), ...batch) },
    { batch: BATCH, sampled: sampledNumber, differing },
    today(DAY, { second: 'account_other' }),
  );

test('a sample that is too small, impossible, or of an unprinted batch is refused [CHI-8.1-7]', () => {
  assert.equal(refusalOf(sample(allPrinted(30), 19)), 'sample-too-small');
  assert.equal(refusalOf(sample(allPrinted(30), 20)), 'decided');
  assert.equal(refusalOf(sample(allPrinted(30), 31)), 'sample-impossible');
  assert.equal(refusalOf(sample(allPrinted(30), 20, 21)), 'sample-impossible');
  assert.equal(
    refusalOf(
      sample(
        women(3, () => []),
        3,
      ),
    ),
    'batch-unprinted',
  );
  assert.equal(refusalOf(sample(allPrinted(1), 0)), 'sample-too-small');
});

test('one wrong letter blocks the whole batch until every copy is printed anew and compared [CHI-8.1-7] [INC-03]', () => {
  const bad = [fixed(DAY, 'notice', 2), sampled(DAY, 1, 2)];
  assert.equal(refusalOf(sample(allPrinted(2), 2, 0, bad)), 'batch-blocked');
  const one = women(2, (of, n) => [
    printed(DAY, of),
    ...(n === 1 ? [voided(of), printed(DAY, { ...of, copy: 2, round: 1 })] : []),
  ]);
  assert.equal(refusalOf(sample(one, 2, 0, bad)), 'batch-blocked');
  const all = women(2, (of) => [printed(DAY, of), voided(of), printed(DAY, { ...of, copy: 2, round: 1 })]);
  assert.equal(refusalOf(sample(all, 2, 0, bad)), 'decided');
  const release = (facts: readonly RecordedFact[]) =>
    refusalOf(
      releaseBatch(
        batchAfter(begun(DAY), ...facts),
        { batch: BATCH },
        today(DAY, { second: 'account_other' }),
      ),
    );
  assert.equal(release(bad), 'batch-not-sampled');
  assert.equal(release([...bad, sampled(DAY, 0, 2)]), 'decided');
});

test('a batch is released once and by two different people [CHI-8.1-7] [INC-03]', () => {
  const state = batchAfter(begun(DAY), fixed(DAY), sampled(DAY));
  const release = (second: 'account_clerk' | 'account_other') =>
    releaseBatch(state, { batch: BATCH }, today(DAY, { second }));
  assert.equal(refusalOf(release('account_clerk')), 'needs-two-people');
  const [fact] = factsOf(release('account_other'));
  assert.ok(fact?.type === 'batch.released');
  assert.deepEqual(fact.witnesses, ['account_clerk', 'account_other']);
  const again = batchAfter(begun(DAY), fixed(DAY), sampled(DAY), released(DAY));
  assert.equal(
    refusalOf(releaseBatch(again, { batch: BATCH }, today(DAY, { second: 'account_other' }))),
    'batch-released',
  );
});
