import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskRoom } from '../support/desk-room.ts';

const room = await deskRoom();

test('whoever is not signed in gets the sign-in and no other page', async () => {
  const seen = await room.call(undefined, '/?on=2026-05-01');
  assert.deepEqual([seen.status, seen.to], [303, '/sign-in']);
  const denied = await room.call(undefined, '/api/ask/duty.list', { method: 'POST', body: '{}' });
  assert.equal(denied.status, 401);
});

test('an operator sees her day and not what she has no right to', async () => {
  const operator = await room.sitting('operator');
  const today = await operator.get('/');
  assert.equal(today.status, 200);
  assert.match(today.text, /私の仕事|今日までの仕事はありません/);
  assert.deepEqual((await operator.ask('log.entries', {})).status, 403);
  assert.deepEqual((await operator.ask('duty.list', {})).status, 200);
});

test('a page of nobody says so, and the log knows the pattern of an address only', async () => {
  const operator = await room.sitting('operator');
  assert.equal((await operator.get('/nobody/case_secret')).status, 404);
  assert.ok(room.lines.every(({ pattern }) => !pattern.includes('secret')));
});
