import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testBrowser } from '../support/browser.ts';
import { ELSEWHERE } from './kit-gallery.tsx';
import { serveGallery } from './serve-gallery.ts';

const browser = await testBrowser();
const gallery = await serveGallery();

async function open(path: string) {
  const page = await browser.page();
  await page.goto(gallery.address + path);
  return page;
}

test('the script has at most 10 KB and asks nobody else', () => {
  const text = readFileSync('src/apps/portal/assets/portal.js', 'utf8');
  assert.ok(Buffer.byteLength(text) <= 10_000);
  assert.doesNotMatch(text, /https?:|import|eval|innerHTML/);
});

test('two taps on a slow line send once [CHI-8.16-2]', async () => {
  assert.equal(await postsOfTwoTaps(await browser.page()), 1);
});

test('without the script the same two taps arrive twice, so the test above can fail', async () => {
  assert.equal(await postsOfTwoTaps(await browser.page({ scripts: false })), 2);
});

for (const way of ['button', 'escape', 'button without scripts'] as const) {
  test(`leaving by ${way} ends the session and goes elsewhere; with the script the page is not in the history`, async () => {
    const page = await browser.page({ scripts: way !== 'button without scripts' });
    await page.route(`${ELSEWHERE}**`, (route) => route.fulfill({ body: 'Somewhere else' }));
    await page.goto(`${gallery.address}/date`);
    await page.goto(`${gallery.address}/choices`);
    const before = gallery.posted.length;
    if (way === 'escape') for (const _ of [1, 2, 3]) await page.keyboard.press('Escape');
    else await page.getByRole('button', { name: 'このページを離れる' }).click();
    await page.waitForURL(ELSEWHERE);
    assert.deepEqual(gallery.posted.slice(before), ['/leave csrf=x']);
    await page.goBack();
    // Without a script the page she left is still one step back; the ended session lets nobody in there.
    assert.match(page.url(), way === 'button without scripts' ? /\/choices$/ : /\/date$/);
  });
}

test('one Escape, or three slow ones, do nothing', async () => {
  const page = await open('/date');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(2200);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
  assert.match(page.url(), /\/date$/);
});

test('what is to be looked at again has the focus, and its link leads into the field [CHI-8.16-1]', async () => {
  const page = await open('/choices-wrong');
  assert.equal(await page.evaluate('document.activeElement.id'), 'errors');
  await page.getByRole('link', { name: '電話番号の数字が足りないようです。' }).click();
  assert.equal(await page.evaluate('document.activeElement.id'), 'telephone');
});

test('the time left for a seat runs by what passes, not by the clock of the phone', async () => {
  const page = await browser.page();
  await page.clock.install({ time: new Date('1999-01-01T00:00:00Z') });
  await page.goto(`${gallery.address}/check`);
  const seen = page.locator('.countdown p').first();
  const heard = page.getByRole('status');
  assert.equal(await seen.textContent(), 'この時間をお取りしています。あと 2分05秒');
  assert.equal(await heard.textContent(), '');
  await page.clock.runFor(5000);
  assert.equal(await heard.textContent(), 'この時間をお取りしています。あと 2分00秒');
  await page.clock.runFor(121_000);
  assert.equal(await seen.textContent(), 'お取りしていた時間が過ぎました。もう一度お選びください。');
});

test('list and calendar change places without a new page, and the focus stays at the switch [CHI-8.16-7]', async () => {
  const page = await open('/times');
  await page.evaluate('window.same = true');
  await page.getByRole('link', { name: 'カレンダー' }).click();
  await page.getByRole('table').waitFor();
  assert.equal(await page.evaluate('window.same'), true);
  assert.match(page.url(), /\/calendar$/);
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'カレンダー');
});

test('the same page again opens where she was', async () => {
  const page = await open('/choices');
  await page.evaluate('scrollTo(0, 400)');
  await page.goto(`${gallery.address}/choices?again`);
  assert.equal(await page.evaluate('Math.round(scrollY)'), 400);
  await page.goto(`${gallery.address}/date`);
  assert.equal(await page.evaluate('Math.round(scrollY)'), 0);
});

async function postsOfTwoTaps(page: Page): Promise<number> {
  await page.goto(`${gallery.address}/check`);
  const later = page.getByRole('button', { name: 'やめて、あとで続ける' });
  await later.scrollIntoViewIfNeeded();
  const box = await later.boundingBox();
  assert.ok(box);
  const before = gallery.posted.length;
  for (const _ of [1, 2]) {
    await page.mouse.click(box.x + 50, box.y + 20);
    await page.waitForTimeout(400);
  }
  return gallery.posted.length - before;
}
