import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from '../../security/random-ids.ts';
import { testPlace } from '../../../tests/support/place.ts';

const ids = randomIds();
const { place, person, setNow } = await testPlace('2026-05-01');
const operator = await person('operator');
const administrator = await person('administrator');
const approver = await person('access-approver');

async function auditorUntil(until: string): Promise<string> {
  const account = ids.fresh('account');
  const input = { account, holder: account, name: '見本 監査', roles: ['auditor'], until };
  const done = await place.execute([{ row: 'account.install', input }], { actor: 'system:init' });
  assert.ok(done.ok);
  return account;
}
const auditor = await auditorUntil('2027-12-31');

/** Somebody asks, whatever the answer. */
async function used(row: string, input: object, by: { readonly actor: string }): Promise<string> {
  const answer = await place.ask(row, input, by);
  return answer.ok ? 'answered' : answer.error.refused;
}

type Page = {
  readonly entries: readonly {
    readonly place: number;
    readonly word: string;
    readonly actor: string;
    readonly row: string;
    readonly hits?: number;
  }[];
  readonly next: number | null;
};

async function entries(filter: object, actor = auditor): Promise<Page> {
  const answer = await place.ask('log.entries', filter, { actor });
  assert.ok(answer.ok);
  return answer.value as Page;
}

test('an auditor reads who did what, a page at a time, and her reading stands there too [CHI-15.4-1, SEC-17-1]', async () => {
  setNow('2026-06-01');
  for (let nth = 0; nth < 5; nth += 1) await used('access.table', {}, { actor: administrator });
  const june = { from: '2026-06-01', to: '2026-06-30', actor: administrator };
  const first = await entries({ ...june, size: 3 });
  assert.deepEqual(
    first.entries.map(({ word, row }) => `${word} ${row}`),
    ['listed access.table', 'listed access.table', 'listed access.table'],
  );
  assert.notEqual(first.next, null);
  const rest = await entries({ ...june, size: 3, after: first.next });
  assert.equal(rest.entries.length, 2);
  assert.equal(rest.next, null);
  assert.deepEqual((await entries({ ...june, from: '2026-06-02' })).entries, []);
  const own = await entries({ from: '2026-06-01', to: '2026-06-01', row: 'log.entries' });
  assert.deepEqual(
    own.entries.map(({ hits }) => hits),
    [3, 2, 0],
  );
});

test('an administrator at a case page is told no right, and it is remembered [SEC-4-2]', async () => {
  setNow('2026-06-02');
  const shown = await place.ask('case.show', { case: ids.fresh('case') }, { actor: administrator });
  assert.ok(!shown.ok && shown.error.refused === 'denied');
  const denied = await entries({ from: '2026-06-02', to: '2026-06-02', word: 'denied' });
  assert.deepEqual(
    denied.entries.map(({ actor, row }) => [actor, row]),
    [[administrator, 'case.show']],
  );
});

test('an auditor works before the start and after the end of the contract, until her right ends [CHI-15.4-1]', async () => {
  for (const day of ['2026-03-02', '2027-04-01', '2027-12-31']) {
    setNow(day);
    assert.ok((await place.ask('log.review', { from: day, to: day }, { actor: auditor })).ok);
    assert.ok((await place.ask('access.table', {}, { actor: auditor })).ok);
  }
  setNow('2028-01-01');
  const late = await place.ask('access.table', {}, { actor: auditor });
  assert.ok(!late.ok && late.error.refused === 'denied');
});

test('the check of the log names administrators, denials in a row and unusual hours [SEC-17-2, SEC-17-3, SEC-17-4]', async () => {
  setNow('2026-09-06', '22:00'); // a Sunday
  await used('place.state', {}, { actor: administrator });
  setNow('2026-09-07', '10:00');
  for (let nth = 0; nth < 3; nth += 1) await used('log.entries', {}, { actor: operator });
  const end = { account: operator, role: 'operator', reason: 'other-task' };
  const done = await place.execute([{ row: 'access.withdraw', input: end }], { actor: administrator });
  assert.ok(done.ok);
  await used('access.table', {}, { actor: administrator });
  setNow('2026-09-06', '23:00');
  await used('access.table', {}, { actor: administrator });
  setNow('2026-09-08', '10:00');
  const answer = await place.ask('log.review', { from: '2026-09-06', to: '2026-09-07' }, { actor: approver });
  assert.ok(answer.ok);
  const { counts, findings } = answer.value as { counts: object; findings: readonly { actor: string }[] };
  assert.deepEqual(counts, { administration: 1, denials: 1, offHours: 1, bulk: 0 });
  assert.deepEqual(new Set(findings.map(({ actor }) => actor)), new Set([administrator, operator]));
});

test('nobody else reads the log, and the denial stands in it [SEC-17-1]', async () => {
  setNow('2026-10-01');
  const manager = await person('responsible-manager');
  const shown = await place.ask('log.entries', { from: 'nonsense' }, { actor: manager });
  assert.ok(!shown.ok && shown.error.refused === 'denied');
  const denied = await entries({ from: '2026-10-01', to: '2026-10-01', actor: manager });
  assert.deepEqual(
    denied.entries.map(({ word }) => word),
    ['denied'],
  );
});
