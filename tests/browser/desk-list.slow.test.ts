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

test('a list too long for one page goes on by itself, by key and by button, and a failed piece loses nothing [B-03]', async () => {
  const women = Array.from({ length: 230 }, someWoman);
  const done = await room.place.execute(
    women.map((woman) => openingOf(woman)),
    { actor: 'system:intake' },
  );
  assert.ok(done.ok);
  const manager = await room.sitting('responsible-manager');
  const page = await deskPage(browser, room.origin, manager);
  const rows = page.locator('tbody:not(.gap) > tr');
  const caption = page.locator('caption');
  await page.goto(`${room.origin}/cases`);
  await page.getByRole('button', { name: '残りの142件も読み込む' }).waitFor();
  assert.match(await caption.innerText(), /100件を表示 \/ 全242件/);
  assert.equal(await page.getByText('次の100件').count(), 0, 'the links are for whoever has no scripts');

  // The words look through what is loaded, say so, and stop the list from running to its end.
  const box = page.getByLabel('この表の中で絞り込む');
  await box.fill('この名前の方はいません');
  await page.getByText('0件 / 読み込んだ100件の中').waitFor();
  await box.fill('');

  // A piece that does not come: what is there stays, and a button asks again.
  await page.route('**/cases?from=100', (route) => route.abort());
  await page.evaluate('document.querySelector(".table").scrollTo(0, 1e6)');
  await page.getByText('続きを読み込めませんでした').first().waitFor();
  assert.equal(await rows.count(), 100);
  assert.deepEqual(await axe(page), []);
  await page.unroute('**/cases?from=100');
  // A column that was put away stays away in the rows that come.
  await page.getByText('列を選ぶ').click();
  await page.locator('.list-tools details label').nth(1).getByRole('checkbox').uncheck();
  await page.getByRole('button', { name: 'もう一度' }).press('Enter');
  await page.getByText('200件を表示 / 全242件').first().waitFor();
  await page.locator('tr[aria-rowindex="102"]:focus-within').waitFor();
  assert.equal(await rows.nth(150).locator('td:nth-child(3)').getAttribute('hidden'), '');
  assert.match(await page.locator('#said').innerText(), /200件を表示 \/ 全242件/);

  // By key over what is shown: the next piece comes, and the focus with it.
  await page.keyboard.press('j');
  await page.locator('tr[aria-rowindex="103"]:focus-within').waitFor();
  await page.evaluate(focusRow(201));
  await page.keyboard.press('j');
  await page.locator('tr[aria-rowindex="202"]:focus-within').waitFor();
  await page.getByText('一覧の終わりです').waitFor();
  assert.equal(await rows.count(), 242);
  const keys = await page.evaluate(
    'new Set([...document.querySelectorAll("tr[data-row]")].map((row) => row.dataset.row)).size',
  );
  assert.equal(keys, 242);
  assert.match(await caption.innerText(), /242件$/);
  await page.keyboard.press('k');
  await page.locator('tr[aria-rowindex="201"]:focus-within').waitFor();
  assert.ok((await page.locator('tbody.far').count()) > 0, 'rows far outside the view are not laid out');
  assert.deepEqual(await axe(page), []);

  // The words reach everybody now, those far away too; and paper shows all that is loaded.
  await box.fill(women[7]?.name ?? '');
  await page.getByText('1 / 242件').waitFor();
  assert.equal(await page.locator('tbody:not(.gap) > tr:visible').count(), 1);
  await box.fill('');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('tbody:not(.gap) > tr:visible').count(), 242);
  await page.emulateMedia({ media: 'screen' });
});

test('all of a long list is loaded by one button that can be stopped, and who comes back from a row finds its piece [B-03]', async () => {
  const page = await deskPage(browser, room.origin, await room.sitting('responsible-manager'));
  await page.goto(`${room.origin}/cases`);
  await page.getByRole('button', { name: '残りの142件も読み込む' }).press('Enter');
  await page.getByText('一覧の終わりです').waitFor();
  assert.match(await page.locator('caption').innerText(), /242件$/);
  await page.evaluate(focusRow(150));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/cases/case_*');
  await page.goBack();
  await page.waitForURL('**/cases?from=100');
  assert.match(await page.locator('caption').innerText(), /101〜200件目を表示 \/ 全242件/);
  assert.equal(await page.getByRole('link', { name: '前の100件' }).getAttribute('href'), '/cases');
});

/** Goes to a row as a reader who scrolled there. */
function focusRow(index: number): string {
  return `{
    const row = document.querySelector('tr[aria-rowindex="${index}"]');
    row.closest('tbody').classList.remove('far');
    row.querySelector('a').focus();
  }`;
}
