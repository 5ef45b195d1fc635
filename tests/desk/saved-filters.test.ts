import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkProjections } from '../../src/store/rebuild.ts';
import { deskRoom } from '../support/desk-room.ts';

const room = await deskRoom();
const manager = await room.sitting('responsible-manager');
const operator = await room.sitting('operator');
const SAVE = '/do/account.save-filter?page=%7Ecases&at=%7Ecases&codes=';

/** Where the link with these words leads, on a page that somebody sees. */
async function linkOn(path: string, words: string): Promise<string> {
  const { text } = await manager.get(path);
  const [, href = ''] = new RegExp(`<a href="([^"]+)"[^>]*>${words}</a>`).exec(text) ?? [];
  return href.replaceAll('&amp;', '&');
}

test('the present filter is kept under a name, leads back to the same list, and is seen by nobody else [B-18]', async () => {
  assert.equal(await linkOn('/cases', 'この条件を保存する'), '', 'nothing is narrowed down yet');
  const way = await linkOn('/cases?state=open&month=R8.5&did=case.open', 'この条件を保存する');
  assert.match(way, /^\/do\/account\.save-filter\?/);
  const asked = await manager.get(way);
  assert.match(
    asked.text,
    /ほかの人には見えません[\s\S]*氏名、生年月日、電話番号など、人がわかることは書かないで/,
  );
  const nameless = await manager.act(way, { name: ' ' });
  assert.deepEqual([nameless.status, /条件の名前を入力してください/.test(nameless.text)], [422, true]);
  const done = await manager.act(way, { name: '5月に入る方' });
  assert.deepEqual([done.status, done.to], [303, '/cases?state=open&month=2026-05&did=account.save-filter']);

  assert.equal(await linkOn('/cases', '5月に入る方'), '/cases?state=open&month=2026-05');
  const there = await manager.get('/cases?state=open&month=2026-05');
  assert.match(there.text, /aria-current="true">5月に入る方/);
  assert.doesNotMatch(there.text, /この条件を保存する/, 'it is kept already');
  assert.doesNotMatch((await manager.get('/calls/open')).text, /5月に入る方/);
  assert.doesNotMatch((await operator.get('/cases')).text, /5月に入る方|名前を変える/);
});

test('a kept filter is renamed and dropped by herself alone, and its name stands neither in an address nor in the journal [B-18, SEC-4-2]', async () => {
  const rename = await linkOn('/cases', '名前を変える');
  assert.match((await manager.get(rename)).text, /value="5月に入る方"/);
  assert.equal((await manager.act(rename, { name: '八か月の方' })).to, '/cases?did=account.rename-filter');
  assert.equal(await linkOn('/cases', '八か月の方'), '/cases?state=open&month=2026-05');
  assert.equal(await linkOn('/cases', '5月に入る方'), '');

  const drop = await linkOn('/cases', '消す');
  assert.equal((await operator.get(drop)).status, 404);
  const filter = new URL(drop, room.origin).searchParams.get('filter');
  const foreign = await operator.do('account.drop-filter', { account: manager.account, filter });
  assert.equal(foreign.status, 409);
  assert.equal((foreign.value as { refused: string }).refused, 'only-oneself');
  assert.match((await manager.get(drop)).text, /「八か月の方」を一覧の上から消します/);
  assert.equal((await manager.act(drop)).to, '/cases?did=account.drop-filter');
  assert.equal(await linkOn('/cases', '八か月の方'), '');
  assert.equal((await manager.get(drop)).status, 404);

  const { reader } = room.place.database;
  const facts = await reader.rows(
    { name: 'test-filters', text: `select line from fact where type like 'account.filter%' order by ord` },
    [],
  );
  assert.equal(facts.length, 2);
  assert.ok(facts.every(({ line }) => !/月|方/.test(String(line))));
  assert.ok(room.lines.every(({ pattern }) => !/月|%E/.test(pattern)));
});

test('what is no code of an address is not kept, and nobody is led out of the desk [B-18, SEC-13-1]', async () => {
  assert.equal(await linkOn(`/packages?next=${encodeURIComponent('山田')}`, 'この条件を保存する'), '');
  const words = await manager.act(`${SAVE}state:a.b~c`, { name: 'x' });
  assert.equal(words.status, 422);
  assert.equal(
    (await manager.get('/do/account.save-filter?page=%7Ecases&at=%7E%7Eevil.example&codes=state:open'))
      .status,
    404,
  );
  for (let nr = 0; nr < 12; nr += 1)
    assert.equal(
      (await manager.act(`${SAVE}state:open~month:2026-${nr + 10}`, { name: `条件${nr}` })).status,
      303,
    );
  const one = await manager.act(`${SAVE}state:closed`, { name: '13番目' });
  assert.equal(one.status, 422);
  assert.match(one.text, /12件までです[\s\S]*value="13番目"/);
  const { database, parts } = room.place;
  const { differences } = await checkProjections(database, parts.projections, parts.rules);
  assert.deepEqual(differences, []);
});
