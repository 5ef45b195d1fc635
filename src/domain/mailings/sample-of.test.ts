import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PieceId } from '../basics/ids.ts';
import { chiyodaMailing } from '../../programmes/chiyoda-visit/mailing.ts';
import { sampleOf } from './sample-of.ts';

const copies = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ piece: `piece_${at}` as PieceId, copy: 1 }));

test('the sample is the first and last five and ten between, nobody chooses them, and it is another one next time [B-17] [INC-03]', () => {
  const all = copies(250);
  const first = sampleOf(all, 'batch_a', 0, chiyodaMailing);
  assert.equal(new Set(first).size, 20);
  assert.deepEqual(first.slice(0, 5), all.slice(0, 5));
  assert.deepEqual(first.slice(-5), all.slice(-5));
  assert.deepEqual(sampleOf(all, 'batch_a', 0, chiyodaMailing), first, 'the same for the second person');
  assert.notDeepEqual(sampleOf(all, 'batch_a', 1, chiyodaMailing), first);
  assert.notDeepEqual(sampleOf(all, 'batch_b', 0, chiyodaMailing), first);
});

test('of a small batch every letter is compared, and a batch of one is not waved through [B-17] [INC-09]', () => {
  assert.equal(sampleOf(copies(20), 'batch_a', 0, chiyodaMailing).length, 20);
  assert.equal(sampleOf(copies(1), 'batch_a', 0, chiyodaMailing).length, 1);
});

test('over many batches every letter between the ends is chosen about equally often', () => {
  const all = copies(60);
  const seen = new Map<PieceId, number>();
  for (let batch = 0; batch < 500; batch += 1)
    for (const { piece } of sampleOf(all, `batch_${batch}`, 0, chiyodaMailing).slice(5, -5))
      seen.set(piece, (seen.get(piece) ?? 0) + 1);
  // 500 batches, 10 of 50: 100 each, give or take five standard deviations.
  for (const { piece } of all.slice(5, -5)) {
    const times = seen.get(piece) ?? 0;
    assert.ok(times > 55 && times < 145, `${piece} ${times}`);
  }
});
