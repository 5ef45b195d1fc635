import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testBrowser } from '../support/browser.ts';
import { portalPlace } from '../support/portal-place.ts';
import { walkPortal } from '../support/walk-portal.ts';

const place = await portalPlace('2026-06-10');
await place.outside.giveSeats('2026-06-18', '10:00', 2);
const browser = await testBrowser();

const ORDINARY = {
  Q01: '2026-08-20',
  'Q01-changed': 'no',
  Q03: 'sleep',
  Q04: 'glad',
  'Q04-low': 'no',
  'Q04-interest': 'no',
  'Q07-satogaeri': 'no',
  consent: 'given',
  talk: 'home',
  package: 'registered',
};

/** What is printed, without what the style sheet leaves out on paper. */
function onPaper(page: Page): Promise<string> {
  return page.evaluate<string>('document.body.innerText');
}

test('on paper stand the date, the number and whom to call, and nothing that only works on a screen [CHI-8.16-1]', async () => {
  const woman = await place.outside.woman();
  const page = await browser.page({ scripts: false });
  await page.goto(`${place.origin}/q/${woman.code}`);
  await walkPortal(page, {
    address: page.url(),
    letter: woman,
    answers: ORDINARY,
    seen: () => Promise.resolve(),
  });
  for (const path of ['/done', '/home']) {
    await page.goto(place.origin + path);
    await page.emulateMedia({ media: 'screen' });
    assert.match(await onPaper(page), /English/, 'the screen shows what the paper leaves out');
    await page.emulateMedia({ media: 'print' });
    const paper = await onPaper(page);
    for (const needed of [
      /2026年6月18日\(木\) 10:00/,
      /[A-Z0-9]{4}-[A-Z0-9]{4}/,
      /0120-000-000/,
      /午前9時から午後5時/,
    ])
      assert.match(paper, needed, path);
    for (const idle of [
      'English',
      'カレンダーに入れる',
      '場所や内容は入りません',
      'このページをすぐに閉じる',
      '連絡を止めたい',
      '予約を取り消す',
      'アクセシビリティ',
    ])
      assert.ok(!paper.includes(idle), `${path}: ${idle}`);
  }
});
