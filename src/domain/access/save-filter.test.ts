import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccountId, FilterId } from '../basics/ids.ts';
import type { RecordedFact } from '../facts.ts';
import { factsOf, on, refusalOf, today } from '../../../tests/support/given.ts';
import { evolveAccount, noAccount } from './account.ts';
import { dropFilter, renameFilter, saveFilter } from './save-filter.ts';

const account: AccountId = 'account_operator';
const her = today('2026-05-01', { actor: account });
const other = today('2026-05-01', { actor: 'account_other' });
const saved = (nr: number, page = '/cases') =>
  on('2026-05-01', {
    type: 'account.filter-saved',
    account,
    filter: `filter_${nr}`,
    page,
    codes: `state=open`,
  });
const given = (...facts: readonly RecordedFact[]) => ({
  account: [on('2026-04-01', { type: 'account.opened', account, holder: 'p-1' }), ...facts].reduce(
    evolveAccount,
    noAccount,
  ),
});
const wish = (filter: FilterId, page = '/cases') => ({
  account,
  filter,
  page,
  codes: 'state=open',
  name: '今月の未登録',
});

test('a filter is kept by herself alone; its name goes to the vault and its codes to the journal [B-18]', () => {
  const decided = saveFilter(given(), wish('filter_1'), her);
  assert.deepEqual(
    factsOf(decided).map(({ type }) => type),
    ['account.filter-saved'],
  );
  assert.ok(!JSON.stringify(factsOf(decided)).includes('今月'));
  assert.ok('keep' in decided);
  assert.deepEqual(decided.keep, [
    { of: account, section: 'own', item: 'filter_1', value: { name: '今月の未登録' } },
  ]);
  assert.equal(refusalOf(saveFilter(given(), wish('filter_1'), other)), 'only-oneself');
  assert.deepEqual(factsOf(saveFilter(given(saved(1)), wish('filter_1'), her)), [], 'sent once more');
  const disabled = on('2026-05-01', { type: 'account.disabled', account, reason: 'left' });
  assert.equal(refusalOf(saveFilter(given(disabled), wish('filter_1'), her)), 'account-not-open');
});

test('above one list stand twelve at the most, and another list counts by itself [B-18]', () => {
  const twelve = Array.from({ length: 12 }, (_, nr) => saved(nr));
  assert.equal(refusalOf(saveFilter(given(...twelve), wish('filter_a'), her)), 'saved-filters-full');
  assert.equal(refusalOf(saveFilter(given(...twelve), wish('filter_a', '/calls/open'), her)), 'decided');
  const dropped = on('2026-05-02', { type: 'account.filter-dropped', account, filter: 'filter_3' });
  assert.equal(refusalOf(saveFilter(given(...twelve, dropped), wish('filter_a'), her)), 'decided');
});

test('a kept filter gets another name or goes with its name; one that is gone is said to be gone [B-18]', () => {
  const there = given(saved(1));
  const renamed = renameFilter(there, { account, filter: 'filter_1', name: '停止中' }, her);
  assert.ok('keep' in renamed);
  assert.deepEqual([renamed.facts, renamed.keep?.[0]?.value], [[], { name: '停止中' }]);
  const dropped = dropFilter(there, { account, filter: 'filter_1' }, her);
  assert.ok('keep' in dropped);
  assert.deepEqual([factsOf(dropped)[0]?.type, dropped.keep?.[0]?.value], ['account.filter-dropped', {}]);
  assert.equal(refusalOf(dropFilter(there, { account, filter: 'filter_1' }, other)), 'only-oneself');
  assert.equal(refusalOf(dropFilter(given(), { account, filter: 'filter_1' }, her)), 'saved-filter-unknown');
  const unknown = { account, filter: 'filter_2', name: 'x' } as const;
  assert.equal(refusalOf(renameFilter(there, unknown, her)), 'saved-filter-unknown');
});
