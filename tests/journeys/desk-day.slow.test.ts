import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { axe } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { deskRoom } from '../support/desk-room.ts';
import { deskOf } from '../support/desk.ts';
import { walkByKeyboard } from '../support/page-measures.ts';
import { PASSWORD } from '../support/sign-in-place.ts';

const room = await deskRoom();
const browser = await testBrowser();
const { openCase } = deskOf(room);

/** Where the focus is, in a list which row, and whether somebody sees it: an outline of two pixels at least, on the screen. */
async function focused(page: Page): Promise<string> {
  const { words, seen } = await page.evaluate<{ readonly words: string; readonly seen: boolean }>(`(() => {
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return {
      words: one.id ? '#' + one.id : (one.closest('tr') ?? one).textContent.trim(),
      seen: one.matches(':focus-visible') && outlined && box.bottom > 0 && box.top < innerHeight,
    };
  })()`);
  assert.ok(seen, 'the focus can be seen');
  return words;
}

/** With Tab to the first element that fits, and every stop on the way can be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    // After the last stop the browser's own buttons come, and then the page again.
    if (await page.evaluate(`document.activeElement === document.body`)) continue;
    await focused(page);
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  assert.fail(`${selector} is not reached by the keyboard`);
}

async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

test('a whole day without a mouse: in, first duty, act, search, person, back, list, lock, unlock, out [B-17, B-02, SEC-4-6]', async () => {
  const women = ['アサ', 'ヒル', 'ヨル'];
  for (const [index, name] of women.entries()) {
    await openCase({
      opening: { mailWay: 'undecided' },
      values: {
        identity: { name: `日常 ${name}`, kana: `ニチジョウ ${name}`, birthDate: `1993-02-0${index + 1}` },
      },
    });
  }
  const manager = await room.worker('responsible-manager');
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
  await page.goto(room.origin);
  await tabTo(page, '#id');
  await page.keyboard.type(manager.id);
  await tabTo(page, '#password');
  await page.keyboard.type(PASSWORD);
  await enter(page);
  await tabTo(page, '#code');
  await page.keyboard.type(room.code(manager.secret));
  await enter(page);

  // The order of the page is the order of the keys: jump to the text, name, search, own things, rail, work.
  const stops = await walkByKeyboard(page);
  assert.deepEqual(
    stops.filter(({ visible }) => !visible).map(({ what }) => what),
    [],
  );
  const at = (words: string) => stops.findIndex(({ what }) => what === words);
  assert.ok(at('本文へ') === 0 && at('#search') > at('みまもり'));
  assert.ok(at('自分の設定') > at('#search') && at('本日') > at('自分の設定'));

  await page.goto(`${room.origin}/`);
  await page.keyboard.press('j');
  await focused(page);
  await page.keyboard.press('j');
  const second = await focused(page);
  await page.keyboard.press('k');
  assert.notEqual(await focused(page), second, 'one row up again');
  await enter(page);
  assert.match(page.url(), /\/(?:do|cases)\//, 'a duty opens');
  await page.goto(`${room.origin}/`);
  await tabTo(page, 'a[href^="/do/case.name-mail-way"]');
  await enter(page);
  await tabTo(page, 'main form input[type=radio]');
  await page.keyboard.press('Space');
  await tabTo(page, 'main form .buttons button');
  await enter(page);
  // The ward has said nothing yet: the page says so, and the focus is on what is missing.
  await page.locator('#errors:focus').waitFor();
  assert.deepEqual(await axe(page), []);

  await page.keyboard.press('/');
  assert.equal(await focused(page), '#search');
  await page.keyboard.type('ニチジョウ');
  await enter(page);
  assert.ok(!page.url().includes('%'), 'no name in the address');
  await page.keyboard.press('j');
  await focused(page);
  await enter(page);
  assert.match(page.url(), /\/cases\/case_/);
  await tabTo(page, 'a[href^="/do/case.hold?"]');
  await enter(page);
  await tabTo(page, 'main form [name=reason]');
  await page.keyboard.press('Space');
  await tabTo(page, 'main form .buttons button');
  await enter(page);
  await page.locator('.did').waitFor();
  await tabTo(page, 'a.back');
  await enter(page);
  assert.equal(new URL(page.url()).pathname, '/cases');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.match(await focused(page), /ニチジョウ/);

  await tabTo(page, '#lock button');
  await enter(page);
  await page.waitForURL('**/sign-in/password**');
  await tabTo(page, '#password');
  await page.keyboard.type(PASSWORD);
  await enter(page);
  assert.equal(new URL(page.url()).pathname, '/cases', 'back where she was');
  await tabTo(page, 'form[data-leaves] button');
  await enter(page);
  assert.match(page.url(), /\/sign-in/);
  await page.goto(`${room.origin}/cases`);
  assert.match(page.url(), /\/sign-in/, 'what was left is closed');
});
