import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskRoom } from '../support/desk-room.ts';
import { openingOf, someWoman } from '../support/women.ts';

const room = await deskRoom();
const manager = await room.sitting('responsible-manager');

test('a long list without scripts leads on by links, and names are opened and remembered piece by piece [B-03, CHI-8.1-7]', async () => {
  const done = await room.place.execute(
    Array.from({ length: 120 }, someWoman).map((woman) => openingOf(woman)),
    { actor: 'system:intake' },
  );
  assert.ok(done.ok);
  const first = await manager.get('/cases?state=open&did=case.open');
  assert.match(first.text, /100件を表示 \/ 全120件/);
  const next = /<a href="([^"]+)" rel="next">次の20件/.exec(first.text)?.[1]?.replace('&amp;', '&');
  assert.equal(next, '/cases?state=open&from=100');
  const second = await manager.get(next);
  assert.match(second.text, /101〜120件目を表示 \/ 全120件/);
  assert.match(second.text, /<a href="\/cases\?state=open">前の100件/);
  assert.deepEqual([keysIn(first.text).size, keysIn(second.text).size], [100, 20]);
  assert.equal(keysIn(first.text).union(keysIn(second.text)).size, 120);
  assert.match((await manager.get('/cases?from=500')).text, /この先に行はありません/);

  const remembered = await room.place.database.reader.rows(
    {
      name: 'test-pieces',
      text: `select json_array_length(line::json -> 'subjects') as persons from access_entry
             where line::json ->> 'row' = 'case.list' order by ord`,
    },
    [],
  );
  assert.deepEqual(
    remembered.map(({ persons }) => Number(persons)),
    [100, 20, 0],
  );
});

function keysIn(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/data-row="([^"]+)"/g)].map(([, key = '']) => key));
}
