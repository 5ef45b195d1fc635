import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskRoom, type Sitting } from '../support/desk-room.ts';
import { sheetsOf } from '../support/mailing-table.ts';
import { owedPackages } from '../support/owed-packages.ts';
import { PASSWORD } from '../support/sign-in-place.ts';
import { factsIn } from '../support/take-in.ts';

const room = await deskRoom();
const { place } = room;
const cases = await owedPackages(room, 3);
room.setNow('2026-05-25');
const clerk = await room.sitting('mailing-clerk');
const manager = await room.sitting('responsible-manager');
const operator = await room.sitting('operator');

const words = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** The second person's own proofs; each code counts once. */
const second = (who: Sitting) => ({
  'second-id': who.id,
  'second-password': PASSWORD,
  'second-code': room.code(who.secret),
});

const sums = async (): Promise<string> => words((await clerk.get('/packages/stock')).text);

test('vouchers come into the safe by two people only, counted; sum in = sum out stands on the page [CHI-8.4-14] [SEC-4-2]', async () => {
  assert.match(await sums(), /金庫に商品券はありません/);
  const path = '/do/stock.receive';
  const fields = { serials: 'KS0001-KS0005', expiry: '2029-05-01', count: '5' };
  const alone = await clerk.act(path, fields);
  assert.equal(alone.status, 422);
  assert.match(alone.text, /KS0001-KS0005/);
  const oneself = await clerk.act(path, { ...fields, ...second(clerk) });
  assert.equal(oneself.status, 422);
  const differing = await clerk.act(path, { ...fields, count: '4', ...second(manager) });
  assert.match(words(differing.text), /数えた数\(4\)と番号の数\(5\)が合いません/);
  const twice = await clerk.act(path, { ...fields, serials: 'KS0001-KS0004 KS0002' });
  assert.match(words(twice.text), /番号 KS0002 が2回あります/);
  assert.deepEqual(await factsIn(place, 'stock.received'), []);
  const done = await clerk.act(path, { ...fields, ...second(manager) });
  assert.equal(done.to, '/packages/stock?did=stock.receive');
  assert.match(
    await sums(),
    /金庫にあるもの 5組 50,000円 廃棄したもの 0組 0円 合計 5組 50,000円 受け入れた数 5組 50,000円 .*合計は合っています/,
  );
  assert.match(await sums(), /KS0001 〜 KS0005/);
});

test('what is owed stands with the days left of the ten, and a batch of it is begun and decided at once [CHI-8.4-3]', async () => {
  const owed = words((await clerk.get('/packages')).text);
  assert.match(owed, /今送れるもの 3件/);
  assert.match(owed, /期限を過ぎたもの 3件|日過ぎています|今日まで|あと\d日/);
  assert.match(owed, /初回の発送の束をつくる\(3件\)/);
  const begin = await manager.get('/packages/begin?kind=package');
  const once = /name="once" value="([^"]+)"/.exec(begin.text)?.[1] ?? '';
  const fields = { kind: 'package', word: 'reason:agreed-with-ward', once };
  const made = await manager.post('/packages/begin', fields);
  assert.match(made.to ?? '', /^\/mailing\/batches\/batch_/);
  const again = await manager.post('/packages/begin', fields);
  assert.equal(again.status, 422);
  assert.equal((await factsIn(place, 'piece.planned')).length, 3);
  assert.match(words((await clerk.get('/packages')).text), /届けていない育児パッケージはありません/);
});

test('the packing table takes no serial twice, none without the sheet of its own woman, and nothing from one person alone [CHI-8.4-14] [INC-05] [INC-06]', async () => {
  const [batch] = await factsIn(place, 'batch.begun');
  assert.ok(batch);
  const pieces = await factsIn(place, 'piece.planned');
  const print = pieces.map(({ piece, case: id }) => ({
    row: 'piece.print',
    input: { batch: batch.batch, case: id, piece, template: 'package-1' },
  }));
  const fixed = await place.execute(
    [{ row: 'batch.fix', input: { batch: batch.batch, cases: [...cases] } }, ...print],
    { actor: manager.account },
  );
  assert.ok(fixed.ok, fixed.ok ? '' : fixed.error.refused);
  const table = await clerk.get('/packages/pack');
  assert.match(words(table.text), /0 \/ 3.*KS0001\(期限 2029年5月1日/);
  const names = [...table.text.matchAll(/name="(serials\.piece_[a-z0-9]+)"/g)].map(([, name = '']) => name);
  assert.equal(names.length, 3);
  const [a = '', b = '', c = ''] = names;
  const tokens = await sheetsOf(place, batch.batch);
  const sheet = (name: string) =>
    tokens.find(({ piece }) => name.endsWith(piece))?.token ?? assert.fail('no code on the sheet');
  const sheetField = (name: string) => name.replace('serials', 'sheet');

  const scanned = await clerk.post('/packages/pack', {
    do: 'check',
    [a]: 'KS0001',
    [b]: 'KS0001',
    [c]: 'XX9',
  });
  assert.match(words(scanned.text), /番号 KS0001 は2回読み取られています/);
  assert.match(words(scanned.text), /番号 XX9 は、金庫にある送れる商品券ではありません/);

  // Vouchers go to the woman whose sheet lies there: a serial without a sheet, or beside another's, is named at once.
  const scan = (typed: string, more = {}) =>
    clerk.post('/packages/pack', { do: 'check', scan: typed, ...more });
  assert.match(words((await scan('KS0001')).text), /先に用紙の記号を読んでください/);
  assert.match(words((await scan('NOSUCHSHEET9')).text), /ほかの束の用紙が混ざっていないか/);
  const laid = await scan(sheet(b).toLowerCase());
  assert.match(laid.text, /name="current" value="piece_/);
  const into = await scan('ks0001', { current: b.slice('serials.'.length), [sheetField(b)]: sheet(b) });
  assert.match(into.text, new RegExp(`name="${b}"[^>]*value="KS0001"`));
  assert.match(words(into.text), /1 \/ 3/);
  const twice = await scan('KS0001', { current: a.slice(8), [sheetField(a)]: sheet(a), [b]: 'KS0001' });
  assert.match(words(twice.text), /番号 KS0001 は、もう見本 1\d:00さんに読み取っています/);
  const sheets = { [sheetField(a)]: sheet(a), [sheetField(b)]: sheet(b), [sheetField(c)]: sheet(c) };
  const fields = { do: 'record', [a]: 'KS0001', [b]: 'ks0002', [c]: 'ＫＳ０００３', ...sheets };
  const mixed = await clerk.post('/packages/pack', {
    ...fields,
    [sheetField(a)]: sheet(b),
    [sheetField(b)]: sheet(a),
    ...second(manager),
  });
  assert.match(
    words(mixed.text),
    /取り違えです。この用紙は見本 1\d:00さんではなく、見本 1\d:00さんのものです/,
  );
  const named = /href="#(sheet\.[^"]+)"/.exec(mixed.text)?.[1];
  assert.ok(mixed.text.includes(`id="${named}"`), 'the sentence leads to its field');
  const bare = await clerk.post('/packages/pack', { ...fields, [sheetField(c)]: '', ...second(manager) });
  assert.match(words(bare.text), /用紙の記号を読んでください。商品券は用紙と一緒に記録します/);
  assert.deepEqual(await factsIn(place, 'benefit.packed'), []);
  const alone = await clerk.post('/packages/pack', fields);
  assert.match(words(alone.text), /2人目のID、パスワード、確認コードを入力してください/);
  assert.match(alone.text, /value="ks0002"/);
  assert.deepEqual(await factsIn(place, 'stock.packed'), []);
  const done = await clerk.post('/packages/pack', { ...fields, ...second(manager) });
  assert.equal(done.to, '/packages/pack', words(done.text).slice(0, 400));
  assert.equal((await factsIn(place, 'benefit.packed')).length, 3);
  const after = words((await clerk.get('/packages/pack')).text);
  assert.match(after, /封入を待つ宛名はありません.*封入して手元にあるもの 3件/);
  assert.match(
    await sums(),
    /金庫にあるもの 2組 20,000円 封入して手元 3組 30,000円 廃棄したもの 0組 0円 合計 5組 50,000円 受け入れた数 5組/,
  );
});

test('what was taken out of a package goes back serial by serial, or not at all [CHI-8.4-14]', async () => {
  const [packed] = await factsIn(place, 'benefit.packed');
  const [batch] = await factsIn(place, 'batch.begun');
  assert.ok(packed && batch);
  const { piece, case: id, serials } = packed;
  const input = { case: id, piece, batch: batch.batch, reason: 'pulled' };
  const voided = await place.execute([{ row: 'piece.void', input }], { actor: manager.account });
  assert.ok(voided.ok, voided.ok ? '' : voided.error.refused);
  const back = await clerk.get('/packages/back');
  const path = /href="(\/do\/stock\.return\?[^"]+)"/.exec(back.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const wrong = await clerk.act(path, { serials: 'KS0005', ...second(manager) });
  assert.match(words(wrong.text), /数を直さず、業務責任者に知らせてください/);
  const done = await clerk.act(path, { serials: serials.join('\n'), ...second(manager) });
  assert.equal(done.to, '/packages/back?did=stock.return', words(done.text).slice(0, 500));
  assert.match(
    await sums(),
    /金庫にあるもの 3組 30,000円 封入して手元 2組.*合計 5組 50,000円 受け入れた数 5組/,
  );
});

test('a count that does not fit closes the safe until one fits; nothing is corrected in silence [CHI-8.4-14]', async () => {
  const count = (counted: string) => clerk.act('/do/stock.count', { counted, ...second(manager) });
  assert.equal((await count('2')).to, '/packages/stock?did=stock.count');
  assert.match(await sums(), /金庫の数が帳簿と合っていません/);
  assert.doesNotMatch((await clerk.get('/do/stock.count')).text, /3組/);
  assert.equal((await count('3')).status, 303);
  assert.match(await sums(), /3組\(帳簿と合いました\)/);
});

test('a hold says why to who may know, never to the mailing room; only her own word ends one from abroad [CHI-8.8-8] [CHI-8.8-9]', async () => {
  const facts = await factsIn(place, 'piece.voided');
  const id = facts[0]?.case ?? '';
  assert.equal((await operator.act(`/do/benefit.hold?case=${id}`, { reason: 'overseas' })).status, 303);
  const held = words((await operator.get('/packages/held')).text);
  assert.match(held, /海外に滞在中 2026年5月12日\(火\) 2027年5月12日/);
  assert.equal((await clerk.get('/packages/held')).status, 403);
  assert.doesNotMatch((await clerk.get('/packages')).text, /海外/);
  const path = `/packages/letter/${id}`;
  assert.ok((await operator.get('/packages/held')).text.includes(`href="${path}"`));
  const letter = await operator.get(path);
  assert.equal(letter.status, 200);
  assert.equal(letter.headers.get('content-type'), 'application/pdf');
  assert.match(letter.text, /^%PDF-/);
  assert.equal((await clerk.get(path)).status, 403);
  const release = `/do/benefit.release?case=${id}`;
  const fields = { on: '2026-05-25', channel: 'phone' };
  const other = await operator.act(release, { ...fields, by: 'other' });
  assert.match(words(other.text), /ご本人からのご連絡だけで手続きできます/);
  assert.equal((await operator.act(release, { ...fields, by: 'herself' })).status, 303);
  assert.match(words((await operator.get('/packages/held')).text), /保留中の育児パッケージはありません/);
  assert.equal((await operator.get(path)).status, 404);
});

test('a batch of packages that was interrupted is decided to its end, as batches of letters are [CHI-8.4-3]', async () => {
  const batch = place.parts.ids.fresh('batch');
  const begun = { batch, kind: 'package', month: '2026-05', planned: 1, reason: 'agreed-with-ward' };
  assert.equal((await manager.do('batch.begin-without-word', begun)).status, 200);
  const of = async () => (await factsIn(place, 'piece.planned')).filter((fact) => fact.batch === batch);
  assert.deepEqual(await of(), []);
  assert.match(words((await clerk.get(`/mailing/batches/${batch}`)).text), /0 \/ 1人の判断/);
  const on = await clerk.post(`/mailing/batches/${batch}/decide`);
  assert.equal(on.to, `/mailing/batches/${batch}`);
  assert.deepEqual(
    (await of()).map(({ kind }) => kind),
    ['package'],
  );
});

test('the rooms of vouchers are closed to who does not handle them [SEC-4-4]', async () => {
  for (const path of [
    '/packages',
    '/packages/pack',
    '/packages/stock',
    '/packages/back',
    '/do/stock.receive',
  ])
    assert.equal((await operator.get(path)).status, 403, path);
  assert.equal((await clerk.get('/do/stock.destroy')).status, 403);
  const supervisor = await room.sitting('work-supervisor');
  assert.equal((await supervisor.get('/packages/stock')).status, 200);
  assert.equal((await supervisor.post('/packages/pack', { do: 'record' })).status, 403);
});
