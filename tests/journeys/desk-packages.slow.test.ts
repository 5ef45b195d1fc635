import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { BatchId } from '../../src/domain/basics/ids.ts';
import { axe } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { deskPage } from '../support/desk-page.ts';
import { deskRoom, type Sitting } from '../support/desk-room.ts';
import { nextLabel, sheetsOf } from '../support/mailing-table.ts';
import { owedPackages } from '../support/owed-packages.ts';
import { PASSWORD } from '../support/sign-in-place.ts';
import { factsIn } from '../support/take-in.ts';

const room = await deskRoom();
const { place } = room;
await owedPackages(room, 2);
const browser = await testBrowser();

/** Pages of the mailing clerk, the manager and the operator as they sit down on a day. */
async function sitDown(day: string) {
  room.setNow(day);
  const clerk = await room.sitting('mailing-clerk');
  const manager = await room.sitting('responsible-manager');
  const operator = await room.sitting('operator');
  return { clerk, manager, operator, page: await deskPage(browser, room.origin, clerk) };
}
type Day = Awaited<ReturnType<typeof sitDown>>;

/** Set to a folder, each screen is kept as a picture to be looked at. */
const pictures = process.env['DESK_PICTURES'];

async function clean(page: Page, what: string): Promise<void> {
  assert.deepEqual(await axe(page), [], what);
  if (pictures) await page.screenshot({ path: `${pictures}/packages-${what.replaceAll(' ', '-')}.png` });
}

const goTo = (page: Page, path: string) => page.goto(`${room.origin}${path}`);
const press = async (page: Page, role: 'button' | 'link', name: string | RegExp) => {
  const found = page.getByRole(role, { name }).first();
  await found.focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
};
const fill = async (page: Page, values: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
};
const proofs = (who: Sitting) => ({
  'second-id': who.id,
  'second-password': PASSWORD,
  'second-code': room.code(who.secret),
});
const second = (page: Page, who: Sitting) => fill(page, proofs(who));

/** A scanner is a keyboard that ends with Enter: whatever has the focus gets the signs, and answers with a tone. */
async function scan(page: Page, signs: string, tone: string): Promise<void> {
  await page.locator('#scan:focus').waitFor();
  const before = await page.locator('input[name="once"]').first().getAttribute('value');
  await page.keyboard.type(signs);
  await page.keyboard.press('Enter');
  await page.locator(`input[name="once"]:not([value="${before}"])`).first().waitFor({ state: 'attached' });
  assert.equal(await page.locator('#scan-outcome').getAttribute('data-outcome'), tone);
}

/** Begins a batch of what is owed and prints its address sheets. */
async function printSheets({ clerk, manager, page }: Day, kind: string): Promise<BatchId> {
  const begun = await manager.post('/packages/begin', { kind, word: 'reason:agreed-with-ward' });
  const batch = /batch_[a-z0-9-]+/.exec(begun.to ?? '')?.[0] as BatchId;
  assert.ok(batch, begun.text.slice(0, 200));
  assert.equal((await manager.act(`/do/batch.fix?batch=${batch}`)).status, 303);
  await goTo(page, `/mailing/batches/${batch}`);
  await press(page, 'button', '印刷の準備をする');
  const taken = await clerk.post(`/mailing/batches/${batch}/hand-out`);
  assert.equal(taken.headers.get('content-type'), 'application/pdf');
  return batch;
}

/** From packed to the hands of the post: compared, released, each sheet and label scanned, counted, posted, counted. */
async function giveToPost({ clerk, manager, page }: Day, batch: BatchId): Promise<readonly Sent[]> {
  const sheets = await sheetsOf(place, batch);
  const count = `${sheets.length}`;
  const path = `/mailing/batches/${batch}`;
  await goTo(page, path);
  await press(page, 'link', '見本を2人で照合する');
  await fill(page, { sampled: count, differing: '0' });
  await second(page, manager);
  await press(page, 'button', '照合を記録する');
  const released = await manager.act(`/do/batch.release?batch=${batch}`, proofs(clerk));
  assert.equal(released.status, 303);
  await goTo(page, `${path}/enclosing`);
  const sent: Sent[] = [];
  for (const { token, piece, case: id } of sheets) {
    const label = nextLabel();
    await scan(page, token, 'ok');
    await scan(page, label, 'ok');
    sent.push({ piece, case: id, label });
  }
  await clean(page, 'enclosed');
  await goTo(page, path);
  await press(page, 'link', '封入の数を確かめる');
  await fill(page, { printed: count, enclosed: count, spoiled: '0', pulled: '0' });
  await press(page, 'button', '数を記録する');
  await press(page, 'link', '差し出す');
  await page.locator('[name="grams"]').fill('140');
  await clean(page, 'post');
  await press(page, 'button', `${count}通を差し出す`);
  await page.getByText(`${count}通を差し出しました`).first().waitFor();
  await press(page, 'link', '差し出した数を確かめる');
  await fill(page, { printed: count, posted: count, spoiled: '0', pulled: '0' });
  await press(page, 'button', '数を記録して束を閉じる');
  await page.getByText('束を閉じました').waitFor();
  return sent;
}
type Sent = { readonly piece: string; readonly case: string; readonly label: string };

/** One came back: by the scan of its label, and its vouchers lie in the safe again, counted by two. */
async function comesBack({ manager, page }: Day, { label, piece }: Sent, serial: string): Promise<void> {
  await goTo(page, '/mailing/returns');
  await page.getByLabel('保管期間経過').first().check();
  await page.locator('#scan').focus();
  await scan(page, label, 'ok');
  await goTo(page, '/packages/back');
  await page.locator(`a[href*="${piece}"]`).focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await fill(page, { serials: serial });
  await second(page, manager);
  await press(page, 'button', '金庫に戻す');
  await page.getByText('金庫に戻していない商品券はありません').waitFor();
}

let batch: BatchId;

test('vouchers from the safe into two packages by scanner and two people, every screen clean [CHI-8.4-3] [CHI-8.4-14]', async () => {
  const day = await sitDown('2026-05-20');
  const { page, manager } = day;
  await goTo(page, '/packages/stock');
  await clean(page, 'empty safe');
  await press(page, 'link', '商品券を金庫に受け入れる');
  await fill(page, { serials: 'KS0001-KS0003', expiry: '2029-05-01', count: '3' });
  await second(page, manager);
  await clean(page, 'receive');
  await press(page, 'button', '受け入れを記録する');
  await page.getByText('KS0001 〜 KS0003').waitFor();
  await clean(page, 'safe');

  await goTo(page, '/packages');
  await page.getByText(/今送れるもの 2件/).waitFor();
  await clean(page, 'owed');
  batch = await printSheets(day, 'package');
  const [first, other] = await sheetsOf(place, batch);
  assert.ok(first && other);

  await goTo(page, '/packages/pack');
  await clean(page, 'pack');
  await scan(page, 'KS0001', 'wrong');
  await page.getByText('先に用紙の記号を読んでください').waitFor();
  await scan(page, first.token, 'ok');
  await scan(page, 'KS0001', 'ok');
  await page.getByText('1 / 2').waitFor();
  await scan(page, first.token, 'again');
  await scan(page, other.token, 'ok');
  await scan(page, 'KS0001', 'again');
  await clean(page, 'scanned twice');
  await scan(page, 'KS0002', 'ok');
  await page.getByText('2 / 2').waitFor();
  // The sheets change places on the table: the mix-up is named before anything is recorded.
  const [mine, hers] = [first, other].map(({ piece }) => page.locator(`[name="sheet.${piece}"]`));
  await mine?.fill(other.token);
  await hers?.fill(first.token);
  await press(page, 'button', '2人で数えたとおり封入を記録する');
  await page.getByText('取り違えです').first().waitFor();
  await clean(page, 'mixed up');
  await mine?.fill(first.token);
  await hers?.fill(other.token);
  await second(page, manager);
  await press(page, 'button', '2人で数えたとおり封入を記録する');
  await page.getByText('封入を待つ宛名はありません').waitFor();
  await clean(page, 'packed');
  assert.equal((await factsIn(place, 'benefit.packed')).length, 2);
  await goTo(page, '/packages/stock');
  assert.match(await page.locator('.sums').innerText(), /合計\s+3組\s+30,000円\s+受け入れた数\s+3組/);
});

test('posted by scan, one received, one returned, asked for and sent again; the further request takes the manager too [CHI-8.4-5] [CHI-8.4-8] [AMB-16]', async () => {
  const posted = await giveToPost(await sitDown('2026-05-20'), batch);
  const [received, returned] = posted;
  assert.ok(received && returned);

  const later = await sitDown('2026-05-28');
  const { page } = later;
  await goTo(page, '/mailing/returns');
  await page.locator('#file').setInputFiles({
    name: 'delivery.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`追跡番号,状態,日付,理由\n${received.label},お届け済み,2026-05-22,\n`),
  });
  await press(page, 'button', '読み込んで記録する');
  await page.getByText('1行のうち、記録したのは1行').waitFor();
  await clean(page, 'delivery file');
  const packed = await factsIn(place, 'benefit.packed');
  const [serial = ''] = packed.find(({ piece }) => piece === returned.piece)?.serials ?? [];
  await comesBack(later, returned, serial);
  const hers = await deskPage(browser, room.origin, later.operator);
  await goTo(hers, `/cases/${received.case}`);
  await hers.getByText('2026年5月22日(金)に配達されました').first().waitFor();
  await goTo(hers, `/do/redispatch.request?case=${received.case}`);
  await clean(hers, 'request');
  await hers.getByRole('radio', { name: '電話' }).check();
  await hers.getByRole('radio', { name: 'ご本人' }).check();
  await press(hers, 'button', '申し出を記録する');
  await hers.getByText('育児パッケージはお届け済みです').first().waitFor();
  await goTo(hers, `/do/redispatch.request?case=${returned.case}`);
  await hers.getByRole('radio', { name: '電話' }).check();
  await hers.getByRole('radio', { name: 'ご本人' }).check();
  await hers.getByLabel('お届け先をご本人と確認しました').check();
  await press(hers, 'button', '申し出を記録する');
  await hers.getByText('お申し出を記録しました').waitFor();

  const again = await printSheets(later, 'package-request');
  const [sheet] = await sheetsOf(place, again);
  assert.ok(sheet?.case === returned.case);
  await goTo(page, '/packages/pack');
  await scan(page, sheet.token, 'ok');
  await scan(page, serial, 'ok');
  await second(page, later.manager);
  await press(page, 'button', '2人で数えたとおり封入を記録する');
  await page.getByText('封入を待つ宛名はありません').waitFor();
  const [resent] = await giveToPost(later, again);
  assert.ok(resent);

  const june = await sitDown('2026-06-08');
  await comesBack(june, resent, serial);
  const fields = { on: '2026-06-08', channel: 'phone', by: 'herself', address: 'yes' };
  const alone = await june.operator.act(`/do/redispatch.request?case=${resent.case}`, fields);
  assert.equal(alone.status, 422);
  assert.match(alone.text, /業務責任者が2人目としてお届け先を確認してください/);
  const desk = await deskPage(browser, room.origin, june.operator);
  await goTo(desk, `/do/redispatch.request?case=${resent.case}`);
  await press(desk, 'link', '2回目以降のお申し出');
  await desk.getByRole('radio', { name: '電話' }).check();
  await desk.getByRole('radio', { name: 'ご本人' }).check();
  await desk.getByLabel('お届け先をご本人と確認しました').check();
  await clean(desk, 'further request');
  await second(desk, june.manager);
  await press(desk, 'button', '申し出を記録する');
  await desk.getByText('お申し出を記録しました').waitFor();
  const requests = await factsIn(place, 'redispatch.requested');
  assert.deepEqual(
    requests.map(({ nth, accepted }) => [nth, accepted]),
    [
      [1, true],
      [2, true],
    ],
  );
  await goTo(june.page, '/packages');
  await june.page.getByRole('link', { name: /束をつくる\(1件\)/ }).waitFor();
});
