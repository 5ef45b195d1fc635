import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { axe } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { deskPage } from '../support/desk-page.ts';
import { deskRoom } from '../support/desk-room.ts';
import { PASSWORD } from '../support/sign-in-place.ts';

const room = await deskRoom();
const browser = await testBrowser();

/** Every page on the way is looked at: no fault of accessibility on any. */
async function look(page: Page): Promise<void> {
  assert.deepEqual(await axe(page), [], page.url().replace(/\?.*/, ''));
}

async function open(page: Page, ...links: readonly string[]): Promise<void> {
  for (const link of links) await page.getByRole('link', { name: link, exact: true }).first().click();
}

async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
}

/** Goes to the field by its label, as who listens does, and types. */
async function type(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label).fill(words);
}

test('a new colleague is registered, told to the ward, taught, given her right by three people, reviewed, and leaves [SEC-6-2, SEC-6-3, SEC-6-4, SEC-6-8, SEC-4-9]', async () => {
  const supervisor = await room.sitting('work-supervisor');
  const approver = await room.sitting('access-approver');
  const administrator = await room.sitting('administrator');
  room.setNow('2026-05-01');
  const [hers, approves, grants] = await Promise.all(
    [supervisor, approver, administrator].map((who) => deskPage(browser, room.origin, who)),
  );
  assert.ok(hers && approves && grants);

  await open(hers, '管理', '従事者名簿', '従事者を登録する');
  await look(hers);
  await press(hers, '登録する');
  assert.match(await hers.getByRole('alert').innerText(), /氏名を入力してください/);
  await look(hers);
  await type(hers, '氏名', '見本 新人');
  await type(hers, '職員番号', 'W-2001');
  await hers.getByLabel('受託者').check();
  await press(hers, '登録する');
  assert.match(await hers.getByRole('status').first().innerText(), /従事者を登録しました/);
  await look(hers);
  const row = hers.getByRole('row', { name: /見本 新人/ });
  assert.match(await row.innerText(), /区への届出/);

  await row.getByRole('link', { name: '届出' }).click();
  await type(hers, '届出の番号', 'N-7');
  await type(hers, '届け出た日', 'R8.4.20');
  await type(hers, '従事する日', '令和8年4月28日');
  await press(hers, '記録する');
  await row.getByRole('link', { name: '教育' }).click();
  for (const topic of ['個人情報の保護', '情報セキュリティの意識', '守秘義務と手順', '罰則'])
    await hers.getByLabel(topic).check();
  await type(hers, '受けた日', '2026/4/21');
  await type(hers, '教材の番号', 'M-1');
  await press(hers, '記録する');
  await row.getByRole('link', { name: '誓約書' }).click();
  await type(hers, '誓約書に署名した日', '2026-04-21');
  await type(hers, '写しの提出への同意に署名した日', '2026-04-21');
  await type(hers, '写しを区に提出した日', '2026-04-22');
  await press(hers, '記録する');

  await open(grants, '管理', '従事者名簿', '見本 新人', 'IDを発行する');
  await press(grants, '発行する');
  await look(grants);

  await open(hers, '見本 新人', '権限を申請する');
  await look(hers);
  await hers.getByLabel('権限', { exact: true }).selectOption('コールセンター担当');
  await hers.getByLabel('電話の受付').check();
  await type(hers, '期限', 'R9.3.31');
  await press(hers, '申請する');

  await open(approves, '管理', '権限の申請', '審査する');
  assert.match(await approves.getByRole('main').innerText(), /見本 新人 に「コールセンター担当」の権限/);
  await look(approves);
  await approves.getByLabel('承認し、ID管理者に付与を指示する').check();
  await press(approves, '決定する');
  await open(grants, '権限の申請', '付与する');
  await look(grants);
  await press(grants, '付与する');

  await open(hers, '権限の見直し', '利用権限を見直す');
  await hers.getByLabel('異動を受けた見直し').first().check();
  await hers.getByLabel('従事者名簿').check();
  await type(hers, '2人目のID', approver.id);
  await type(hers, '2人目のパスワード', PASSWORD);
  await type(hers, '2人目の確認コード', room.code(approver.secret));
  await press(hers, '見直しを記録する');
  assert.match(await hers.getByRole('status').first().innerText(), /見直しを記録しました/);
  await look(hers);

  await open(grants, 'ID管理簿', '見本 新人', '終了の手続きをする');
  await type(grants, '終了の日', '2026-05-01');
  await type(grants, '入室カードを返した日', '2026-05-01');
  await type(grants, '守秘義務の確認書に署名した日', '2026-05-01');
  await look(grants);
  await press(grants, '手続きを終える');
  assert.match(await grants.getByRole('main').innerText(), /終了/);
  await look(grants);
});
