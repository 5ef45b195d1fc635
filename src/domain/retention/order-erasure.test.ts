import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, on, today } from '../../../tests/support/given.ts';
import { date } from '../basics/civil-date.ts';
import { isRefusal } from '../basics/refusal.ts';
import { parseYearMonth } from '../basics/year-month.ts';
import { evolveList, noList, type ListState } from '../intake/list.ts';
import type { ListFact } from '../facts/list.ts';
import { completeErasure } from './complete-erasure.ts';
import { evolveErasure, noErasure } from './erasure.ts';
import { orderErasure } from './order-erasure.ts';

const MAY = parseYearMonth('2026-05');
const received: ListFact = {
  type: 'list.received',
  list: 'list_may',
  kind: 'targets',
  month: MAY.ok ? [MAY.value] : [],
  asOf: date('2026-04-20'),
  sha256: '00',
  method: 'in-person',
  medium: 'usb',
  rows: 3,
};
const committed: ListFact = {
  type: 'list.committed',
  list: 'list_may',
  opened: 3,
  changed: 0,
  unchanged: 0,
  refused: 0,
  missing: 0,
};

const order = {
  erasure: 'erasure_1',
  persons: ['person_a', 'person_b', 'person_a'],
  ref: 'WARD-14',
  witnesses: ['no-attendance-7'],
  lists: ['list_may'],
} as const;

function listAfter(...facts: readonly ListFact[]): ReadonlyMap<'list_may', ListState> {
  return new Map([['list_may', facts.map((fact) => on('2026-04-20', fact)).reduce(evolveList, noList)]]);
}

test('an erasure order names each person once, the consent and the second person, and destroys settled lists [PII-12-2] [PII-12-3] [INC-19]', () => {
  const decided = orderErasure(
    { erasure: noErasure, lists: listAfter(received, committed) },
    order,
    today('2026-06-01', { second: 'account_second' }),
  );
  assert.ok(!isRefusal(decided));
  assert.deepEqual(decided.facts, [
    {
      type: 'erasure.ordered',
      erasure: 'erasure_1',
      persons: 2,
      ref: 'WARD-14',
      witnesses: ['no-attendance-7', 'account_second'],
      erased: ['person_a', 'person_b'],
    },
    { type: 'list.keys-destroyed', list: 'list_may' },
  ]);
  assert.deepEqual(decided.forget, ['person_a', 'person_b']);
  assert.deepEqual(decided.unseal, ['list_may']);
});

test('a list that nobody has committed or discarded stands in the way of an erasure [PII-12-4]', () => {
  const decided = orderErasure(
    { erasure: noErasure, lists: listAfter(received) },
    order,
    today('2026-06-01'),
  );
  assert.deepEqual(decided, { refused: 'list-unsettled', lists: ['list_may'] });
});

test('an erasure is ordered once and completed once, in this order [PII-12-5]', () => {
  const context = today('2026-06-01');
  const facts = factsOf(orderErasure({ erasure: noErasure, lists: new Map() }, order, context));
  const ordered = facts.map((fact) => on('2026-06-01', fact)).reduce(evolveErasure, noErasure);
  const again = orderErasure({ erasure: ordered, lists: new Map() }, order, context);
  assert.deepEqual(again, { refused: 'erasure-exists', erasure: 'erasure_1' });
  const done = { erasure: 'erasure_1', epoch: 2, certificate: 'ab' } as const;
  assert.deepEqual(completeErasure({ erasure: noErasure }, done), {
    refused: 'erasure-not-ordered',
    erasure: 'erasure_1',
  });
  const completion = factsOf(completeErasure({ erasure: ordered }, done));
  assert.deepEqual(completion, [
    { type: 'erasure.completed', erasure: 'erasure_1', persons: 2, epoch: 2, certificate: 'ab' },
  ]);
  const complete = completion.map((fact) => on('2026-06-01', fact)).reduce(evolveErasure, ordered);
  assert.deepEqual(completeErasure({ erasure: complete }, done), {
    refused: 'erasure-complete',
    erasure: 'erasure_1',
  });
});
