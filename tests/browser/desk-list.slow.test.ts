import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { deskPage } from '../support/desk-page.ts';
import { deskRoom } from '../support/desk-room.ts';
import { openingOf, someWoman } from '../support/women.ts';

const room = await deskRoom({ live: true });
const browser = await testBrowser();

test('a long list is narrowed down by words, its columns are chosen and remembered, and keys pass what is hidden [B-03]', async () => {
  const women = Array.from({ length: 12 }, someWoman);
  const done = await room.place.execute(
    women.map((woman) => openingOf(woman)),
    { actor: 'system:intake' },
  );
  assert.ok(done.ok);
  const page = await deskPage(browser, room.origin, await room.sitting('responsible-manager'));
  await page.goto(`${room.origin}/cases`);
  const box = page.getByLabel('この表の中で絞り込む');
  await box.fill(women[3]?.name.toUpperCase() ?? '');
  assert.equal(await page.locator('tbody tr:visible').count(), 1);
  assert.match(await page.locator('.list-tools').innerText(), /1 \/ 12件/);
  assert.deepEqual(await axe(page), []);
  await box.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const focused = await page.evaluate('document.activeElement.closest("tr").textContent');
  assert.ok(String(focused).includes(women[3]?.name ?? ' '));

  await box.fill('');
  assert.equal(await page.locator('tbody tr:visible').count(), 12);
  await page.getByText('列を選ぶ').click();
  const column = page.locator('.list-tools details label').first();
  const head = (await column.innerText()).trim();
  await column.getByRole('checkbox').uncheck();
  await page.reload();
  await page.getByText('列を選ぶ').waitFor();
  assert.equal(await page.getByRole('columnheader', { name: head, exact: true }).count(), 0);
  assert.deepEqual(await axe(page), []);
  const kept = String(await page.evaluate('JSON.stringify(localStorage)'));
  assert.ok(women.every(({ name, phone }) => !kept.includes(name) && !kept.includes(phone)));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.list-tools').isVisible(), false);
});
