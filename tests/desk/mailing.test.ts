import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BatchId } from '../../src/domain/basics/ids.ts';
import { dropWords } from '../../src/programmes/words/mail-drops.ts';
import { PASSWORD } from '../support/sign-in-place.ts';
import { deskRoom, type Sitting } from '../support/desk-room.ts';
import { nextLabel, sheetsOf, womenOnList } from '../support/mailing-table.ts';

const room = await deskRoom();
room.setNow('2026-05-12');
const clerk = await room.sitting('mailing-clerk');
const manager = await room.sitting('responsible-manager');
const supervisor = await room.sitting('work-supervisor');
const operator = await room.sitting('operator');

/** The proofs of the second person, typed by herself. */
const second = (who: Sitting) => ({
  'second-id': who.id,
  'second-password': PASSWORD,
  'second-code': room.code(who.secret),
});

const said = (text: string) =>
  /<div id="scan-outcome"[^>]*>([\s\S]*?)<\/div>/.exec(text)?.[1]?.replaceAll(/<[^>]+>/g, '') ?? '';
const toneOf = (text: string) => /data-outcome="([a-z]+)"/.exec(text)?.[1];
const hidden = (text: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
const batchIn = (to: string | undefined) => /batch_[a-z0-9-]+/.exec(to ?? '')?.[0] as BatchId;

let returned: readonly string[] = [];

/** One scan as the field sends it: with what the page before left open. */
function scanner(who: Sitting, path: string) {
  let page = '';
  return async (scan: string, more: Readonly<Record<string, string>> = {}) => {
    const open = Object.fromEntries(
      ['last', 'again'].flatMap((name) => (hidden(page, name) ? [[name, hidden(page, name)]] : [])),
    );
    const seen = await who.post(path, { scan, ...open, ...more });
    page = seen.text;
    return seen;
  };
}

/** A batch of notices on the manager's reason, printed and released by two. */
async function releasedBatch(from: number, count: number) {
  await womenOnList(room.place, clerk.account, from, count);
  const begun = await manager.post('/mailing/begin', { kind: 'notice', word: 'reason:agreed-with-ward' });
  assert.equal(begun.status, 303, said(begun.text));
  const batch = batchIn(begun.to);
  const page = `/mailing/batches/${batch}`;
  assert.equal((await manager.act(`/do/batch.fix?batch=${batch}`)).status, 303);
  assert.equal((await clerk.post(`${page}/print`)).status, 303);
  assert.equal((await clerk.post(`${page}/hand-out`)).status, 200);
  const compared = await clerk.act(`/do/batch.sample?batch=${batch}`, {
    sampled: `${Math.min(count, 20)}`,
    differing: '0',
    ...second(manager),
  });
  assert.equal(compared.status, 303, compared.text.slice(0, 400));
  const released = await manager.act(`/do/batch.release?batch=${batch}`, second(clerk));
  assert.equal(released.status, 303);
  return { batch, page, sheets: await sheetsOf(room.place, batch) };
}

test('a month goes from the due list to the receipt, the next step always named [CHI-8.1-5, CHI-8.1-7, TSU-1, B-17] [INC-03]', async () => {
  await womenOnList(room.place, clerk.account, 1, 3);
  const month = await clerk.get('/mailing');
  assert.equal(month.status, 200);
  assert.match(month.text, /案内通知の束をつくる/);
  assert.match(month.text, /3通/);
  const unsure = await clerk.post('/mailing/begin', { kind: 'notice' });
  assert.equal(unsure.status, 422, 'no word was chosen');
  const denied = await clerk.post('/mailing/begin', { kind: 'notice', word: 'reason:agreed-with-ward' });
  assert.equal(denied.status, 422, 'a clerk does not go without the word of the ward');
  const begun = await manager.post('/mailing/begin', { kind: 'notice', word: 'reason:agreed-with-ward' });
  const batch = batchIn(begun.to);
  const page = `/mailing/batches/${batch}`;
  const next = async () => /次にすること: ([^<]+)</.exec((await clerk.get(page)).text)?.[1];
  assert.equal(await next(), '確定する');
  assert.equal((await manager.act(`/do/batch.fix?batch=${batch}`)).status, 303);
  assert.equal(await next(), '印刷の準備をする');
  await clerk.post(`${page}/print`);
  assert.equal(await next(), '印刷ファイルを受け取る');
  const file = await clerk.post(`${page}/hand-out`);
  assert.equal(file.headers.get('content-type'), 'application/pdf');
  const twice = await clerk.post(`${page}/hand-out`);
  assert.equal(twice.status, 422, 'a file is handed out once');
  assert.match(twice.text, /業務責任者が理由/);
  assert.equal((await clerk.post(`${page}/hand-out-again`, { again: 'printer-failed' })).status, 403);
  assert.equal((await manager.post(`${page}/hand-out-again`, { again: 'printer-failed' })).status, 200);

  assert.equal(await next(), '見本を2人で照合する');
  const sample = await clerk.get(`/do/batch.sample?batch=${batch}`);
  assert.equal((sample.text.match(/<th scope="row"/g) ?? []).length, 3, 'of three letters all are compared');
  const alone = await clerk.act(`/do/batch.sample?batch=${batch}`, {
    sampled: '3',
    differing: '0',
    ...second(clerk),
  });
  assert.equal(alone.status, 422, 'nobody is her own second');
  await clerk.act(`/do/batch.sample?batch=${batch}`, { sampled: '3', differing: '0', ...second(manager) });
  assert.equal(await next(), '2人で放出する');
  await manager.act(`/do/batch.release?batch=${batch}`, second(clerk));
  assert.equal(await next(), '封入する(読み取り)');

  const sheets = await sheetsOf(room.place, batch);
  const scan = scanner(clerk, `${page}/enclosing`);
  const labels = sheets.map(() => nextLabel());
  for (const [at, { token }] of sheets.entries()) {
    assert.equal(toneOf((await scan(token)).text), 'ok');
    assert.equal(toneOf((await scan(labels[at] ?? '')).text), 'ok');
  }
  assert.match((await clerk.get(`${page}/enclosing`)).text, /3 \/ 3/);
  assert.equal(await next(), '封入の数を確かめる');
  const off = { printed: '3', enclosed: '2', spoiled: '0', pulled: '0' };
  const unbalanced = await clerk.act(`/do/batch.count-enclosed?batch=${batch}`, off);
  assert.equal(unbalanced.status, 422);
  assert.match(unbalanced.text, /見つかるまで刷り直さず/);
  assert.match(unbalanced.text, /value="2"/, 'what was typed is still there');
  await clerk.act(`/do/batch.count-enclosed?batch=${batch}`, { ...off, enclosed: '3' });
  assert.equal(await next(), '差し出す');
  const posted = await clerk.post(`${page}/post`, { service: 'specified-record' });
  assert.equal(posted.status, 303, posted.text.slice(0, 300));
  assert.equal(await next(), '差し出した数を確かめる');
  await clerk.act(`/do/batch.count-posted?batch=${batch}`, {
    printed: '3',
    posted: '3',
    spoiled: '0',
    pulled: '0',
  });
  assert.equal(await next(), '郵便局の受領証を記録する');
  const receipt = { receipt: 'R-7', on: '2026-05-12', pieces: '3', amount: '1' };
  assert.equal((await clerk.act(`/do/postage.receipt?batch=${batch}`, receipt)).status, 422, 'another sum');
  const ledger = await clerk.get('/mailing/postage');
  const yen = /<td class="number">([\d,]+)円<\/td>/.exec(ledger.text)?.[1]?.replaceAll(',', '') ?? '';
  assert.equal(
    (await clerk.act(`/do/postage.receipt?batch=${batch}`, { ...receipt, amount: yen })).status,
    303,
  );
  assert.equal(await next(), 'することはありません');
  assert.match((await clerk.get('/mailing/balance')).text, /すべてで数が合っています/);
  assert.match((await clerk.get('/mailing/postage')).text, /R-7/);
  returned = labels;
});

test('every wrong scan is named at once and changes nothing; another window and a lost answer lose nothing [CHI-8.1-7] [INC-05] [INC-06]', async () => {
  const one = await releasedBatch(11, 3);
  const other = await releasedBatch(21, 1);
  const scan = scanner(clerk, `${one.page}/enclosing`);
  const [a, b] = one.sheets;
  assert.ok(a && b && other.sheets[0]);
  assert.match(said((await scan(other.sheets[0].token)).text), /別の束の用紙/, 'two piles mixed');
  assert.match(said((await scan('ZZZZZZZZZZZZ')).text), /知らない記号/);
  assert.match(said((await scan(nextLabel())).text), /先に/, 'a label without a sheet');
  assert.equal(toneOf((await scan(a.token.toLowerCase())).text), 'ok');
  const label = nextLabel();
  assert.equal(toneOf((await scan(label)).text), 'ok');
  assert.equal(toneOf((await scan(b.token)).text), 'ok');
  assert.match(said((await scan(label)).text), /もう別の封筒/, 'one label on two envelopes');
  assert.match(said((await scan(`${label.slice(0, 10)}${(Number(label[10]) + 1) % 7}`)).text), /検査数字/);
  assert.equal(toneOf((await scan(nextLabel())).text), 'ok', 'the right label for the envelope that waited');
  // Another window, another person: the count is the journal's.
  const beside = scanner(manager, `${one.page}/enclosing`);
  const twice = await beside(a.token);
  assert.match(said(twice.text), /もう封入してあります/);
  assert.match(twice.text, /2 \/ 3/);
  assert.equal(toneOf((await beside(a.token)).text), 'undone', 'the same sheet once more takes it out');
  assert.match((await clerk.get(`${one.page}/enclosing`)).text, /1 \/ 3/);
  // The same sending twice is one: its answer was lost and it came again.
  const token = hidden((await clerk.get(`${one.page}/enclosing`)).text, 'token');
  const once = { token, once: 'same-mark-1', scan: a.token };
  assert.equal(toneOf((await clerk.post(`${one.page}/enclosing`, once)).text), 'ok');
  assert.equal(toneOf((await clerk.post(`${one.page}/enclosing`, once)).text), 'ok');
  assert.match((await clerk.get(`${one.page}/enclosing`)).text, /2 \/ 3/);
  // Half a batch is neither counted nor posted.
  const counts = { printed: '3', enclosed: '3', spoiled: '0', pulled: '0' };
  const half = await clerk.act(`/do/batch.count-enclosed?batch=${one.batch}`, counts);
  assert.equal(half.status, 422);
  assert.equal((await clerk.post(`${one.page}/post`, { service: 'specified-record' })).status, 422);
});

test('a letter that a loss has overtaken stops at the table, at the post and in the count, and says no reason [AMB-38, TSU-1] [INC-10]', async () => {
  const { batch, page, sheets } = await releasedBatch(31, 3);
  const scan = scanner(clerk, `${page}/enclosing`);
  const [lost, kept, moved] = sheets;
  assert.ok(lost && kept && moved);
  await scan(kept.token);
  await scan(nextLabel());
  await scan(moved.token);
  await scan(nextLabel());
  const told = { case: lost.case, what: 'loss', on: '2026-05-12', source: 'phone' };
  assert.equal((await operator.do('case.report-loss', told)).status, 200);
  const stopped = await scan(lost.token);
  assert.equal(toneOf(stopped.text), 'stop');
  assert.match(said(stopped.text), /抜き取ってください/);
  assert.doesNotMatch(stopped.text, /死産|流産|loss/);
  const shown = await clerk.get(page);
  assert.match(shown.text, /停止\(抜き取る\)/);
  assert.match(shown.text, /次にすること: 抜き取り/);
  const box = await clerk.post(`${page}/voiding`, { scan: lost.token, reason: 'pulled' });
  assert.equal(toneOf(box.text), 'ok');
  const old = await clerk.post(`${page}/enclosing`, { scan: lost.token });
  assert.match(said(old.text), /無効にした用紙/, 'a pulled sheet cannot slip back into an envelope');
  const counts = { printed: '3', enclosed: '2', spoiled: '0', pulled: '1' };
  assert.equal((await clerk.act(`/do/batch.count-enclosed?batch=${batch}`, counts)).status, 303);
  // After the count, before the counter of the post office: a stop is asked again for each.
  const later = { ...told, case: kept.case };
  assert.equal((await operator.do('case.report-loss', later)).status, 200);
  const posted = await clerk.post(`${page}/post`, { service: 'specified-record' });
  assert.equal(posted.status, 200);
  assert.match(posted.text, /1通を差し出しました/);
  assert.match(posted.text, /止まりました/);
});

test('a letter to an address she has left stops at the table, is printed anew and compared anew [AMB-38, TSU-1]', async () => {
  const { batch, page, sheets } = await releasedBatch(51, 2);
  const [left, stays] = sheets;
  assert.ok(left && stays);
  const address = { postcode: '102-0074', address: '東京都千代田区九段南一丁目2番3号' };
  const moved = { kind: 'within', on: '2026-05-12', source: 'phone', ...address, ...second(manager) };
  const told = await operator.act(`/do/case.move-by-two?case=${left.case}`, moved);
  assert.equal(told.status, 303, told.text);
  const scan = scanner(clerk, `${page}/enclosing`);
  assert.match(said((await scan(left.token)).text), /宛先などが変わりました/);
  const box = await clerk.post(`${page}/voiding`, { scan: left.token, reason: 'outdated' });
  assert.equal(toneOf(box.text), 'ok');
  const next = async () => /次にすること: ([^<]+)</.exec((await clerk.get(page)).text)?.[1];
  assert.equal(await next(), '印刷の準備をする');
  await clerk.post(`${page}/print`);
  await clerk.post(`${page}/hand-out`);
  assert.equal(await next(), '見本を2人で照合する', 'the new sheet has been compared by nobody');
  const anew = (await sheetsOf(room.place, batch)).find(({ piece }) => piece === left.piece);
  assert.ok(anew && anew.token !== left.token);
  assert.match(said((await scan(anew.token)).text), /照合/);
  assert.match(said((await scan(left.token)).text), /無効にした用紙/, 'the old sheet cannot slip in');
});

test('who may not does not, and no page of the room carries a name in its address [SEC-6-1]', async () => {
  const { batch, page } = await releasedBatch(41, 1);
  for (const path of ['/mailing', page, `${page}/enclosing`, '/mailing/postage'])
    assert.equal((await operator.get(path)).status, 403, path);
  const seen = await supervisor.get(page);
  assert.equal(seen.status, 200);
  assert.doesNotMatch(seen.text, /見本 花子/);
  assert.equal((await supervisor.post(`${page}/print`)).status, 403);
  assert.equal((await clerk.act(`/do/batch.fix?batch=${batch}`)).status, 422, 'fixed already');
  assert.equal((await clerk.get('/mailing/batches/batch_none')).status, 404);
  assert.equal((await clerk.get('/do/batch.release?batch=batch_none')).status, 403);
  assert.ok(room.lines.every(({ pattern }) => !pattern.includes('batch_')));
  assert.ok(Object.keys(dropWords).length > 0);
});

test('an envelope that came back is scanned with its reason, twice is once, and next month it is sent again [CHI-8.1-8]', async () => {
  room.setNow('2026-05-25');
  const [number = '', other = ''] = returned;
  const back = await room.sitting('mailing-clerk');
  const envelope = { scan: number, reason: 'unknown-address', on: 'R8.5.24' };
  assert.equal(toneOf((await back.post('/mailing/returns', envelope)).text), 'ok');
  assert.equal(toneOf((await back.post('/mailing/returns', envelope)).text), 'again');
  const bare = await back.post('/mailing/returns', { scan: other, on: '2026-05-24' });
  assert.equal(bare.status, 422, 'no reason, no return');
  const strange = await back.post('/mailing/returns', { ...envelope, scan: nextLabel() });
  assert.match(said(strange.text), /差し出した郵便物はありません/);
  // What the post says of the others comes as a file: told first, then recorded, the wrong line named.
  const send = async (what: string) => {
    const [cookie, deviceKey] = back.cookies().map(({ value }) => value);
    const ticket = { cookie: cookie ?? '', deviceKey: deviceKey ?? '', address: '127.0.0.1' };
    const body = new FormData();
    body.set('token', hidden((await back.get('/mailing/returns')).text, 'token'));
    body.set('what', what);
    const lines = ['追跡番号,状態,日付', `${other},お届け済み,2026-05-15`, '123,お届け済み,2026-05-15', ''];
    body.set('file', new Blob([lines.join('\r\n')]), 'results.csv');
    return room.call(ticket, '/mailing/delivery', { method: 'POST', body });
  };
  const looked = await send('look');
  assert.match(looked.text, /まだ何も記録していません/);
  assert.match(looked.text, /追跡番号を読めません/);
  assert.match((await send('commit')).text, /記録しました/);
  assert.match((await back.get('/mailing/balance')).text, /数が合っています/);
  room.setNow('2026-06-12');
  const june = await room.sitting('mailing-clerk');
  assert.match((await june.get('/mailing')).text, /再送の束をつくる/);
});
