import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROUTES } from '../../src/apps/desk/routes.ts';
import { SCRIPT_ACTS } from '../../src/apps/desk/screens/calls/script-acts.ts';
import type { CaseId } from '../../src/domain/basics/ids.ts';
import { deskOf } from '../support/desk.ts';
import { deskRoom, type Sitting } from '../support/desk-room.ts';
import { womenOnList } from '../support/mailing-table.ts';
import { owedPackages } from '../support/owed-packages.ts';
import { readPdf } from '../support/read-pdf.ts';
import { PASSWORD } from '../support/sign-in-place.ts';

const room = await deskRoom();
const { openCase, said } = deskOf(room);
const owed = await owedPackages(room, 2);
room.setNow('2026-05-13');
const operator = await room.sitting('operator');
const colleague = await room.sitting('operator');
const manager = await room.sitting('responsible-manager');
const clerk = await room.sitting('mailing-clerk');

const second = (who: Sitting) => ({
  'second-id': who.id,
  'second-password': PASSWORD,
  'second-code': room.code(who.secret),
});
const bare = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s　]+/g, ' ');
const MOVE = { kind: 'within', on: '2026-05-13', source: 'phone' };
const NEW = { postcode: '102-0082', address: '東京都千代田区一番町七丁目77番77号', building: '見本塔' };
const FAR = { postcode: '060-0001', address: '北海道札幌市中央区北一条西9丁目99番', building: '' };

const goesTo = async (id: CaseId) =>
  bare((await manager.get(`/do/case.name-delivery-by-two?case=${id}`)).text);
const factsOf = async (id: CaseId): Promise<readonly string[]> => {
  const told = (await manager.ask('case.timeline', { case: id })).value;
  return (told as { readonly value: readonly { readonly type: string }[] }).value.map(({ type }) => type);
};

/** One alone, herself as her own second, and one who may not be it: nothing is written down, what was typed stays. */
async function isRefused(path: string, id: CaseId, fields: Readonly<Record<string, string>>): Promise<void> {
  const before = await factsOf(id);
  for (const beside of [{}, second(operator), second(clerk)]) {
    const told = await operator.act(`${path}?case=${id}`, { ...fields, ...beside });
    assert.equal(told.status, 422);
    assert.ok(told.text.includes(`value="${fields['address']}"`), 'what was typed stays');
  }
  assert.deepEqual(await factsOf(id), before);
}

/** The sheets of a batch as they are printed: begun by the manager, set and handed out by the clerk. */
async function sheets(begin: string, kind: string): Promise<readonly string[]> {
  const begun = await manager.post(begin, { kind, word: 'reason:agreed-with-ward' });
  const batch = /batch_[a-z0-9-]+/.exec(begun.to ?? '')?.[0];
  assert.ok(batch, bare(begun.text).slice(0, 300));
  assert.equal((await manager.act(`/do/batch.fix?batch=${batch}`)).status, 303);
  const page = `/mailing/batches/${batch}`;
  assert.equal((await clerk.post(`${page}/print`)).status, 303);
  const token = /name="token" value="([^"]+)"/.exec((await clerk.get('/mailing/begin')).text)?.[1] ?? '';
  const cookie = clerk
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  const body = new URLSearchParams({ token });
  const file = await fetch(`${room.origin}${page}/hand-out`, { method: 'POST', body, headers: { cookie } });
  assert.equal(file.headers.get('content-type'), 'application/pdf');
  const pages = await readPdf(new Uint8Array(await file.arrayBuffer()), 1);
  return pages.map(({ text }) => text.replaceAll(/[\s　]/g, ''));
}

// First: whoever is opened below without a home would be on the list of letters too.
test('a letter goes to a new home only after two different people wrote the move down [INC-07] [THREAT-12] [CHI-4.2-1, CHI-8.14-6]', async () => {
  const [alone, both] = await womenOnList(room.place, clerk.account, 601, 2);
  assert.ok(alone && both);
  await isRefused('/do/case.move-by-two', alone, { ...MOVE, ...NEW });
  assert.equal((await operator.do('case.move-by-two', { case: alone, ...MOVE, address: NEW })).status, 409);
  const path = `/do/case.move-by-two?case=${both}`;
  const moved = await operator.act(path, { ...MOVE, ...NEW, ...second(colleague) });
  assert.equal(moved.status, 303, bare(moved.text).slice(0, 300));
  const letters = await sheets('/mailing/begin', 'notice');
  const lettersOf = async (id: CaseId) => {
    const [, name] = /<h1 class="person">([^<]+)</.exec((await manager.get(`/cases/${id}`)).text) ?? [];
    return letters.filter((text) => name && text.includes(name.replaceAll(/[\s　]/g, '')));
  };
  assert.deepEqual(
    (await lettersOf(both)).map((text) => text.includes('一番町七丁目77番77号')),
    [true],
  );
  assert.deepEqual(
    (await lettersOf(alone)).map((text) => text.includes('一番町七丁目')),
    [false],
  );
});

test('the page of a new place shows whose it is, warns of her namesake, and sets the place that holds above the new one [INC-07] [INC-08]', async () => {
  const identity = { name: '見本 双葉', kana: 'ミホン フタバ', birthDate: '1991-01-01' };
  const address = { postcode: '1020074', address: '東京都千代田区九段南九丁目99番99号', building: '見本荘' };
  const id = await openCase({ values: { identity, address } });
  await openCase({ values: { identity: { ...identity, birthDate: '1996-06-06' } } });
  for (const path of ['case.move-by-two', 'case.name-delivery-by-two']) {
    const page = bare((await operator.get(`/do/${path}?case=${id}`)).text);
    assert.match(
      page,
      new RegExp(
        `見本 双葉 ミホン フタバ 1991年1月1日.*番号 ${id} .*同姓同名の方がいます.*〒102-0074 .*九段南九丁目99番99号 見本荘`,
      ),
    );
    assert.match(page, /今の住所.*見本荘 これからの住所 新しい郵便番号.*新しい住所.*2人目の確認/);
  }
  await done('case.start-protection', { case: id, ref: 'w-1' });
  for (const path of ['case.move-by-two', 'case.name-delivery-by-two', 'benefit.tell-place'])
    assert.doesNotMatch((await operator.get(`/do/${path}?case=${id}`)).text, /九段南九丁目|見本荘/, 'AMB-56');
});

test('a package goes to another door only after two different people wrote it down, and the registered home needs one [INC-07] [THREAT-12] [CHI-8.4-9]', async () => {
  const [alone, both] = owed;
  assert.ok(alone && both);
  const fields = { ...FAR, source: 'phone' };
  await isRefused('/do/case.name-delivery-by-two', alone, fields);
  const input = { case: alone, what: 'delivery-address', source: 'phone', values: FAR };
  assert.equal((await operator.do('case.change-contact', input)).status, 409, 'no other way to the same');
  for (const row of ['case.move', 'case.name-delivery'])
    assert.equal(
      (await operator.get(`/do/${row}?case=${alone}`)).status,
      404,
      'what is hers alone has no page',
    );
  const path = '/do/case.name-delivery-by-two';
  for (const id of [both, alone])
    assert.equal((await operator.act(`${path}?case=${id}`, { ...fields, ...second(manager) })).status, 303);
  assert.match(await goesTo(alone), /別のお届け先 〒060-0001 北海道札幌市中央区/);
  const home = { place: 'registered', channel: 'phone' };
  assert.equal((await operator.act(`/do/benefit.tell-place?case=${alone}`, home)).status, 303);
  assert.doesNotMatch(await goesTo(alone), /北海道/);
  const packages = await sheets('/packages/begin', 'package');
  assert.equal(packages.length, 2);
  assert.equal(packages.filter((text) => text.includes('北一条西9丁目99番')).length, 1);
  assert.equal(packages.filter((text) => text.includes('九段南1-2-1')).length, 1);
});

test('a move out stops at once by one person; whereto, and the way back, take two [INC-07] [CHI-4.2-1, AMB-47]', async () => {
  const id = await openCase();
  const out = { on: '2026-05-13', source: 'phone' };
  assert.equal((await operator.act(`/do/case.move-out?case=${id}`, out)).status, 303);
  const page = (await operator.get(`/cases/${id}`)).text;
  assert.match(page, /止めているもの/);
  assert.ok(page.includes(`/do/case.move-by-two?case=${id}&amp;kind=back`));
  await isRefused('/do/case.move-by-two', id, { ...MOVE, kind: 'out', ...FAR });
  const back = { ...MOVE, kind: 'back' };
  assert.equal((await operator.act(`/do/case.move-by-two?case=${id}`, back)).status, 422);
  const whereto = { ...MOVE, kind: 'out', ...FAR, ...second(manager) };
  assert.equal((await operator.act(`/do/case.move-by-two?case=${id}`, whereto)).status, 303);
  assert.match(await goesTo(id), /北海道札幌市/);
  const without = await operator.act(`/do/case.move-by-two?case=${id}`, { ...MOVE, ...second(manager) });
  assert.match(bare(without.text), /新しい住所を入力してください/);
  const undone = { ...back, ...second(colleague) };
  assert.equal((await operator.act(`/do/case.move-by-two?case=${id}`, undone)).status, 303);
  assert.doesNotMatch((await operator.get(`/cases/${id}`)).text, /止めているもの/);
});

test('what she does by her own link is hers alone, and nobody of ours does it in her stead [INC-07] [CHI-8.14-6]', async () => {
  const id = await openCase();
  const hers = { case: id, source: 'web', address: FAR };
  assert.equal(await said('case.name-delivery', hers, operator.account, manager.account), 'denied');
  assert.equal(await said('case.name-delivery', hers, 'resident'), 'done');
  const move = { case: id, kind: 'within', on: '2026-05-13', source: 'web', address: NEW };
  assert.equal(await said('case.move', move, manager.account, operator.account), 'denied');
  assert.equal(await said('case.move', move, 'resident'), 'done');
  assert.match(await goesTo(id), /一番町七丁目77番77号 見本塔.*北海道札幌市/);
});

test('whatever the script of a call leads to is an act of the desk, and one that sends elsewhere asks for two [INC-07] [CHI-8.14-3]', () => {
  const acts = new Map(ROUTES.flatMap((one) => (one.kind === 'act' ? [[one.name, one] as const] : [])));
  const led = Object.values(SCRIPT_ACTS).flat();
  assert.deepEqual(
    led.filter(({ row }) => !acts.has(row)),
    [],
  );
  const ofPlaces = led.filter(({ row }) => /^case\.(move|name|change)/.test(row));
  assert.deepEqual(
    ofPlaces.filter(({ row }) => !acts.get(row)?.row.who.second).map(({ row }) => row),
    ['case.move-out'],
  );
});

async function done(row: string, input: object): Promise<void> {
  assert.equal(await said(row, input, manager.account), 'done');
}
