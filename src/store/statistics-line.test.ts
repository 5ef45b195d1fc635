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
