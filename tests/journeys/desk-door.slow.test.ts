import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { axe } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { deskRoom } from '../support/desk-room.ts';
import { PASSWORD } from '../support/sign-in-place.ts';

const room = await deskRoom();
const browser = await testBrowser();

/** Where the pictures go, for whoever wants to look at them. */
const PICTURES = process.env['DESK_PICTURES'];

async function sound(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}-${name}.png`, fullPage: true });
  assert.deepEqual(await axe(page), [], name);
}

/** A page on the registered terminal, with an authenticator that asks nobody. */
async function atTerminal() {
  const page = await browser.page({ size: 'office' });
  await page.context().addCookies([
    {
      name: '__Host-terminal',
      value: room.knock.deviceKey ?? '',
      url: room.origin.replace('http:', 'https:'),
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
    },
  ]);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return page;
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: false }).first().focus();
  await page.keyboard.type(text);
}

test('in with password and code, a passkey, lock, unlock and out, by keyboard [SEC-4-6, SEC-15-1]', async () => {
  const worker = await room.worker('operator');
  const page = await atTerminal();
  await page.goto(`${room.origin}/own`);
  await sound(page, 'sign-in');
  await type(page, 'ID(職員番号)', worker.id);
  await type(page, 'パスワード', 'Wrong-wrong-77');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in');
  await page.getByText('IDかパスワードが違います').first().waitFor();
  await sound(page, 'wrong');
  await type(page, 'パスワード', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in/second-factor**');
  await sound(page, 'second-factor');
  await type(page, '確認コード', room.code(worker.secret));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/own');
  await sound(page, 'own');

  await page.getByRole('link', { name: 'パスキーを足す' }).press('Enter');
  await page.waitForURL('**/own/passkey**');
  await sound(page, 'passkey');
  await page.getByRole('button', { name: 'パスキーを登録する' }).press('Enter');
  await page.waitForURL('**/own');
  await page.getByText('パスキー 2', { exact: true }).waitFor();
  await page.goto(`${room.origin}/own/app?to=/own`);
  await sound(page, 'app');
  await page.goto(`${room.origin}/own/password?to=/own`);
  await sound(page, 'password');

  await page.goto(`${room.origin}/own`);
  const tab = await page.context().newPage();
  await tab.goto(`${room.origin}/`);
  await page.getByRole('button', { name: 'ロック' }).press('Enter');
  await page.waitForURL('**/sign-in/password**');
  await tab.waitForURL('**/sign-in/password**');
  await sound(page, 'locked');
  await type(page, 'パスワード', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/own');
  await tab.waitForURL((url) => url.pathname === '/');

  await page.getByRole('button', { name: '終了' }).press('Enter');
  await page.waitForURL('**/sign-in?out=1');
  await sound(page, 'out');
  await page.goBack();
  await page.getByRole('heading', { name: 'サインイン' }).waitFor();
  assert.doesNotMatch(await page.content(), /見本 太郎/, 'the way back shows nothing');
  await tab.getByRole('heading', { name: 'サインイン' }).waitFor();

  await page.goto(`${room.origin}/`);
  await type(page, 'ID(職員番号)', worker.id);
  await type(page, 'パスワード', PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'パスキーで確認する' }).press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  await page.context().close();
});

test('a page that nobody works at warns, covers itself and locks in all tabs [SEC-4-6]', async () => {
  const worker = await room.worker('operator');
  const page = await atTerminal();
  await page.clock.install();
  await page.goto(`${room.origin}/own`);
  await type(page, 'ID(職員番号)', worker.id);
  await type(page, 'パスワード', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in/second-factor**');
  await type(page, '確認コード', room.code(worker.secret));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/own');
  await page.clock.runFor('09:10');
  await page.getByRole('alert').waitFor();
  await sound(page, 'warning');
  await page.keyboard.press('Shift');
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.clock.runFor('10:10');
  await page.waitForURL('**/sign-in/password**');
  await page.getByRole('heading', { name: 'ロックしています' }).waitFor();
  await page.context().close();
});

test('an unknown terminal, the first password and the first app hold at 200 % and in the dark [SEC-15-1, SEC-5-1]', async () => {
  const stranger = await browser.page({ size: 'office200', dark: true });
  await stranger.goto(`${room.origin}/`);
  await sound(stranger, 'terminal');
  await stranger.context().close();
  const account = await room.person('operator');
  const temporary = await room.reset(account);
  const page = await atTerminal();
  await page.setViewportSize({ width: 683, height: 384 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${room.origin}/`);
  await type(page, 'ID(職員番号)', `holder-${account}`);
  await type(page, 'パスワード', temporary);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in/new-password**');
  await sound(page, 'new-password');
  await type(page, '今のパスワード', temporary);
  await page.locator('#next').fill(PASSWORD);
  await page.locator('#again').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in/first-factor**');
  await sound(page, 'first-app');
  await page.context().close();
});
