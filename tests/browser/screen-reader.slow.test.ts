import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testBrowser } from '../support/browser.ts';
import { outsideWomen, type OutsideWoman } from '../support/outside-place.ts';
import { portalPlace } from '../support/portal-place.ts';
import { heardOn } from '../support/screen-reader.ts';

const place = await portalPlace('2026-06-10');
const women = await outsideWomen(place.outside);
const browser = await testBrowser();

async function enter(page: Page, { code, birthDate }: OutsideWoman): Promise<void> {
  await page.goto(`${place.origin}/q/${code}`);
  for (const [index, part] of ['year', 'month', 'day'].entries()) {
    await page.locator(`[name="birthday-${part}"]`).fill(birthDate.split('-')[index] ?? '');
  }
  await page.locator('main button.main').click();
}

/** Names in the order in which they are heard. */
async function namesOf(page: Page, ...roles: readonly string[]): Promise<readonly string[]> {
  return (await heardOn(page)).filter(({ role }) => roles.includes(role)).map(({ name }) => name);
}

test('who listens to Japanese hears whole names: questions, choices, times, and what a link changes [CHI-8.16-1]', async () => {
  const page = await browser.page({ scripts: false });
  await page.goto(`${place.origin}/q/${women.booked.code}`);
  assert.deepEqual(await namesOf(page, 'textbox'), ['年（西暦）', '月', '日']);
  assert.deepEqual(await namesOf(page, 'group'), ['生年月日を入力してください']);
  await enter(page, women.booked);
  await page.goto(`${place.origin}/times`);
  assert.match((await namesOf(page, 'button')).join('\n'), /^2026年6月11日\(木\) 13:00$/m);
  await page.goto(`${place.origin}/times?view=calendar`);
  assert.match(
    (await namesOf(page, 'link')).join('\n'),
    /^2026年6月11日\(木\) 午前 空きあり 午後 空きあり$/m,
  );
  await page.goto(`${place.origin}/change/cancel`);
  assert.deepEqual(await namesOf(page, 'radiogroup'), [
    '理由（お答えは自由です）',
    'こちらからお電話してもよいですか お答えは自由です',
  ]);
  await page.context().close();
});
