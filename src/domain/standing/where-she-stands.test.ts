import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE, given, on, opened } from '../../../tests/support/given.ts';
import { date } from '../basics/civil-date.ts';
import { whereSheStands } from './where-she-stands.ts';

const TODAY = date('2026-06-20');

test('a woman whose letter nobody sent yet waits for it, and one who registered is not called to wait for a letter', () => {
  assert.deepEqual(whereSheStands(given(opened()).case, TODAY), { at: 'waiting' });
  const registered = given(
    opened(),
    on('2026-06-01', { type: 'resident.registered', case: CASE, channel: 'web' }),
  );
  assert.deepEqual(whereSheStands(registered.case, TODAY), { at: 'registered', on: '2026-06-01' });
});

test('a loss stands before everything that was reached, and a closed case waits for nothing any more [CHI-8.10-2]', () => {
  const closed = given(
    opened(),
    on('2026-06-01', { type: 'resident.registered', case: CASE, channel: 'web' }),
    on('2026-06-10', { type: 'case.closed', case: CASE, outcome: 'not-visited' }),
  );
  assert.deepEqual(whereSheStands(closed.case, TODAY), { at: 'closed', on: '2026-06-10' });
  const lost = given(
    opened(),
    on('2026-06-01', { type: 'resident.registered', case: CASE, channel: 'web' }),
    on('2026-06-11', { type: 'case.loss-reported', case: CASE, on: date('2026-06-10'), source: 'phone' }),
  );
  assert.deepEqual(whereSheStands(lost.case, TODAY), { at: 'stopped', by: 'loss' });
});
