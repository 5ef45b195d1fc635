import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { bookingPlace } from '../../tests/support/booking-place.ts';
import { whole } from './row.ts';

const { place, person, openCase, said } = await bookingPlace('2026-05-01');

test('a command that waits for a case is refused when its right is withdrawn meanwhile [SEC-4-8, PII-10-1]', async () => {
  const [operator, approver] = [await person('operator'), await person('access-approver')];
  const id = await openCase();
  const wait = { case: id, reason: 'overseas' };
  const { turn, withdrawn } = await place.database.write(async (writer) => {
    await writer.rows(LOCK, [`case:${id}`]);
    const waiting = said('benefit.hold', wait, operator);
    await untilSomebodyWaits();
    const answer = await said(
      'access.withdraw',
      { account: operator, role: 'operator', reason: 'left' },
      approver,
    );
    // Not awaited here: it goes on when this transaction lets the case go.
    return { turn: () => waiting, withdrawn: answer };
  });
  assert.equal(withdrawn, 'done');
  assert.equal(await turn(), 'denied');
});

test('and it goes through when the right is still held at its turn [PII-10-1]', async () => {
  const operator = await person('operator');
  const id = await openCase();
  const { turn } = await place.database.write(async (writer) => {
    await writer.rows(LOCK, [`case:${id}`]);
    const waiting = said('benefit.hold', { case: id, reason: 'overseas' }, operator);
    await untilSomebodyWaits();
    return { turn: () => waiting };
  });
  assert.equal(await turn(), 'nothing-owed');
});

const LOCK = { name: 'test-lock', text: 'select 1 from stream_head where stream = $1 for update' };
const WAITING = {
  name: 'test-waiting',
  text: `select count(*)::int as waiting from pg_locks l join pg_stat_activity a using (pid)
         where a.datname = current_database() and not l.granted`,
};

async function untilSomebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const [row] = await place.database.reader.rows(WAITING);
    if (row && whole(row, 'waiting') > 0) return;
    await sleep(5);
  }
  assert.fail('No command waited for the case');
}
