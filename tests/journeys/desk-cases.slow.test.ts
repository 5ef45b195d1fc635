import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { randomIds } from '../../src/security/random-ids.ts';
import { axe } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { deskPage } from '../support/desk-page.ts';
import { deskRoom } from '../support/desk-room.ts';
import { deskOf } from '../support/desk.ts';

const room = await deskRoom();
const browser = await testBrowser();
const ids = randomIds();
const { done, openCase } = deskOf(room);
const operator = await room.sitting('operator');
const manager = await room.sitting('responsible-manager');
const clerk = await room.sitting('mailing-clerk');

/** No fault of accessibility on the page as it stands; a picture where somebody wants to look. */
async function look(page: Page, name: string): Promise<void> {
  const pictures = process.env['PICTURES'];
  if (pictures) await page.screenshot({ path: `${pictures}-${name}.png`, fullPage: true });
  assert.deepEqual(await axe(page), [], name);
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 150; step += 1) {
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} is not reached by the keyboard`);
}

async function enter(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

test('a loss told while the letter is in the printed batch: search, case, stop by keyboard; the clerk is told to pull it [AMB-38, CHI-8.14-5, CHI-8.1-7]', async () => {
  const values = { identity: { name: '抜取 見本', kana: 'ヌキトリ ミホン', birthDate: '1993-02-03' } };
  const id = await openCase({ values });
  await openCase({ values: { identity: { ...values.identity, birthDate: '1988-08-08' } } });
  const letter = { batch: ids.fresh('batch'), case: id, piece: ids.fresh('piece') };
  const { batch } = letter;
  const begin = { batch, kind: 'notice', month: '2026-05', planned: 1, reason: 'agreed-with-ward' };
  await done('batch.begin-without-word', begin, manager.account);
  await done('piece.plan', letter, clerk.account);
  await done('batch.fix', { batch }, manager.account);
  await done('piece.print', { ...letter, template: 'notice-1' }, clerk.account);

  const page = await deskPage(browser, room.origin, operator);
  await look(page, 'today');
  await page.keyboard.press('/');
  await page.keyboard.type('ヌキトリ');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.ok(!page.url().includes('%'), 'no word in the address');
  await look(page, 'search');
  await page.locator(`a[href="/cases/${id}"]`).focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.getByText('同姓同名の方がいます').waitFor();
  await look(page, 'case');
  await enter(page, 'a[href^="/do/case.report-loss"]');
  await page.getByText('途中の郵便物が1件あります').waitFor();
  await look(page, 'loss');
  await enter(page, 'main form button.main');
  await page.getByText('お悔やみの対応').waitFor();
  await look(page, 'after-loss');

  const hers = await deskPage(browser, room.origin, clerk);
  await look(hers, 'clerk-today');
  const duty = hers.getByRole('row', { name: /抜き取る/ });
  await duty.waitFor();
  assert.equal(await duty.getByRole('link', { name: /抜き取る/ }).count(), 1);
});

test('list, undoing and Today hold at 200 percent and in the dark [SEC-4-2]', async () => {
  const id = await openCase({ opening: { mailWay: 'undecided' } });
  await done(
    'case.report-loss',
    { case: id, what: 'loss', on: '2026-05-01', source: 'phone' },
    operator.account,
  );
  const page = await deskPage(browser, room.origin, manager, { size: 'office200', dark: true });
  await look(page, 'manager-today');
  await page.goto(`${room.origin}/cases`);
  await look(page, 'list');
  await page.goto(`${room.origin}/cases?state=closed`);
  await look(page, 'list-empty');
  await page.goto(`${room.origin}/cases/${id}`);
  await look(page, 'stopped');
  await page.locator('a[href^="/do/case.lift-stop"]').click();
  await page.locator('fieldset.second').waitFor();
  await look(page, 'lift');
});
