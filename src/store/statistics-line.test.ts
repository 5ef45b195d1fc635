import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forStatistics } from './statistics-line.ts';

test('the journal for statistics names no id of any form and no day [SEC-1-2]', () => {
  const line = JSON.stringify({
    seq: 7,
    id: 'fact_1',
    type: 'call-back.requested',
    at: '2026-05-23T16:00:00.000+09:00',
    case: 'case_hanako',
    callBack: 'call-back_7abc',
    pieces: ['piece_1', 'letter'],
    about: 'cancel-booking',
    on: '2026-05-24',
    no: 12,
  });
  assert.deepEqual(JSON.parse(forStatistics(line)), {
    type: 'call-back.requested',
    at: '2026-05',
    pieces: ['letter'],
    about: 'cancel-booking',
    on: '2026-05',
  });
});

test('neither the name of a capsule nor that of an envelope stands in the statistics [B-14]', () => {
  const issued = { type: 'invite.issued', case: 'case_a', reason: 'notice', locator: 'ab'.repeat(32) };
  assert.deepEqual(JSON.parse(forStatistics(JSON.stringify(issued))), {
    type: 'invite.issued',
    reason: 'notice',
  });
  const taken = { type: 'envelope.taken', case: 'case_a', envelope: 'cd'.repeat(32), kind: 'pause' };
  assert.deepEqual(JSON.parse(forStatistics(JSON.stringify(taken))), {
    type: 'envelope.taken',
    kind: 'pause',
  });
});
