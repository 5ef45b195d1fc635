import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { BatchId } from '../../src/domain/basics/ids.ts';
import { axe } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { deskPage } from '../support/desk-page.ts';
import { deskRoom, type Sitting } from '../support/desk-room.ts';
import { nextLabel, sheetsOf, womenOnList } from '../support/mailing-table.ts';
import { PASSWORD } from '../support/sign-in-place.ts';

const room = await deskRoom();
room.setNow('2026-05-12');
const browser = await testBrowser();

/** Set to a folder, each screen is kept as a picture to be looked at. */
const pictures = process.env['DESK_PICTURES'];

async function looksRight(page: Page, name: string): Promise<void> {
  assert.deepEqual(await axe(page), [], name);
  if (pictures) await page.screenshot({ path: `${pictures}/mailing-${name}.png`, fullPage: true });
}

/** Everything by keyboard: the focus on it, then its keys. */
const keys = (page: Page) => {
  const press = async (role: 'button' | 'link', name: string | RegExp) => {
    await page.getByRole(role, { name }).first().focus();
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };
  const fill = async (name: string, words: string) => {
    await page.locator(`[name="${name}"]`).first().focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(words);
  };
  const choose = async (label: string | RegExp) => {
    await page.getByLabel(label).first().focus();
    await page.keyboard.press('Space');
  };
  /** A scanner is a keyboard: whatever has the focus gets the signs and Enter. */
  const scan = async (signs: string, tone: string) => {
    await page.locator('#scan:focus').waitFor();
    const before = await page.locator('#scan-room input[name="once"]').getAttribute('value');
    await page.keyboard.type(signs);
    await page.keyboard.press('Enter');
    await page
      .locator(`#scan-room input[name="once"]:not([value="${before}"])`)
      .waitFor({ state: 'attached' });
    assert.equal(
      await page.locator('#scan-outcome').getAttribute('data-outcome'),
      tone,
      signs.length.toString(),
    );
  };
  return { press, fill, choose, scan };
};

async function secondPerson(page: Page, who: Sitting): Promise<void> {
  const { fill } = keys(page);
  await fill('second-id', who.id);
  await fill('second-password', PASSWORD);
  await fill('second-code', room.code(who.secret));
}

test('a list becomes letters, letters are enclosed and posted by scan, one comes back and is sent again, by keyboard alone [CHI-8.1-5, CHI-8.1-7, CHI-8.1-8, B-17]', async () => {
  const clerk = await room.sitting('mailing-clerk');
  const manager = await room.sitting('responsible-manager');
  const operator = await room.sitting('operator');
  await womenOnList(room.place, clerk.account, 1, 3);

  const boss = await deskPage(browser, room.origin, manager);
  const managed = keys(boss);
  await boss.goto(`${room.origin}/mailing`);
  await looksRight(boss, '01-month');
  await managed.press('link', /案内通知の束をつくる/);
  await looksRight(boss, '02-begin');
  await managed.choose(/区と相談して決めた/);
  await managed.press('button', '束をつくる');
  const batch = /batch_[a-z0-9-]+/.exec(boss.url())?.[0] as BatchId;
  await looksRight(boss, '03-planned');
  await managed.press('link', '確定する');
  await looksRight(boss, '04-fix');
  await managed.press('button', '確定する');

  const desk = await deskPage(browser, room.origin, clerk);
  const worked = keys(desk);
  const open = (path = '') => desk.goto(`${room.origin}/mailing/batches/${batch}${path}`);
  await open();
  await worked.press('button', '印刷の準備をする');
  await desk.getByRole('button', { name: '印刷ファイルを受け取る' }).waitFor();
  const download = desk.waitForEvent('download');
  await desk.getByRole('button', { name: '印刷ファイルを受け取る' }).focus();
  await desk.keyboard.press('Enter');
  assert.match((await download).suggestedFilename(), /\.pdf$/);
  await open();
  await worked.press('link', '見本を2人で照合する');
  await worked.fill('sampled', '3');
  await worked.fill('differing', '0');
  await worked.press('button', '照合を記録する');
  await looksRight(desk, '05-sample-refused');
  await secondPerson(desk, manager);
  await worked.press('button', '照合を記録する');
  await desk.getByText('見本の照合を記録しました').waitFor();

  await boss.goto(`${room.origin}/mailing/batches/${batch}`);
  await managed.press('link', '2人で放出する');
  await looksRight(boss, '06-release');
  await secondPerson(boss, clerk);
  await managed.press('button', '放出する');
  await boss.getByText('束を放出しました').waitFor();

  const sheets = await sheetsOf(room.place, batch);
  const labels = sheets.map(() => nextLabel());
  const [a, b, c] = sheets.map(({ token }) => token);
  await open('/enclosing');
  await looksRight(desk, '07-enclosing');
  await worked.scan(a ?? '', 'ok');
  await looksRight(desk, '08-enclosed');
  await worked.scan(labels[0] ?? '', 'ok');
  await worked.scan('NOSUCHSHEET9', 'wrong');
  await looksRight(desk, '09-wrong');
  await worked.scan(b ?? '', 'ok');
  await worked.scan(labels[1] ?? '', 'ok');
  await worked.scan(b ?? '', 'again');
  await looksRight(desk, '10-again');
  await worked.scan(b ?? '', 'undone');
  await worked.scan(b ?? '', 'ok');
  await worked.scan(labels[1] ?? '', 'ok');

  // She tells her loss on the telephone while her letter lies on the table.
  const told = { case: sheets[2]?.case, what: 'loss', on: '2026-05-12', source: 'phone' };
  assert.equal((await operator.do('case.report-loss', told)).status, 200);
  await worked.scan(c ?? '', 'stop');
  await looksRight(desk, '11-stopped');
  await open('/voiding');
  await looksRight(desk, '12-voiding');
  await worked.scan(c ?? '', 'ok');
  await open();
  await worked.press('link', '封入の数を確かめる');
  for (const [name, count] of [
    ['printed', '3'],
    ['enclosed', '2'],
    ['spoiled', '0'],
    ['pulled', '1'],
  ] as const)
    await worked.fill(name, count);
  await looksRight(desk, '13-count');
  await worked.press('button', '数を記録する');
  await desk.getByText('封入の数が合いました').waitFor();
  await worked.press('link', '差し出す');
  await looksRight(desk, '14-post');
  await worked.press('button', '2通を差し出す');
  await desk.getByText('2通を差し出しました').first().waitFor();
  await looksRight(desk, '15-posted');
  await worked.press('link', '差し出した数を確かめる');
  for (const [name, count] of [
    ['printed', '3'],
    ['posted', '2'],
    ['spoiled', '0'],
    ['pulled', '1'],
  ] as const)
    await worked.fill(name, count);
  await worked.press('button', '数を記録して束を閉じる');
  await desk.getByText('束を閉じました').waitFor();
  for (const path of ['balance', 'postage', 'returns']) {
    await desk.goto(`${room.origin}/mailing/${path}`);
    await looksRight(desk, `16-${path}`);
  }
  for (const [name, look] of [
    ['dark', { dark: true }],
    ['office200', { size: 'office200' }],
    ['forced', { forcedColours: true }],
  ] as const) {
    const other = await deskPage(browser, room.origin, clerk, look);
    for (const path of ['', `/batches/${batch}`, `/batches/${batch}/enclosing`]) {
      await other.goto(`${room.origin}/mailing${path}`);
      await looksRight(other, `17-${name}-${path.split('/').at(-1)?.slice(0, 5) ?? ''}`);
    }
  }

  room.setNow('2026-05-25');
  const back = await deskPage(browser, room.origin, await room.sitting('mailing-clerk'));
  const returning = keys(back);
  await back.goto(`${room.origin}/mailing/returns`);
  await returning.choose('あて所に尋ねあたりません');
  await back.locator('#scan').focus();
  await returning.scan(labels[0] ?? '', 'ok');
  await looksRight(back, '18-returned');
  await returning.scan(labels[0] ?? '', 'again');
  room.setNow('2026-06-12');
  const june = await deskPage(browser, room.origin, await room.sitting('mailing-clerk'));
  await june.goto(`${room.origin}/mailing`);
  await june.getByRole('link', { name: /再送の束をつくる/ }).waitFor();
  await looksRight(june, '19-june');
});
