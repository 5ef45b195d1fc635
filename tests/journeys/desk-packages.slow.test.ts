import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { deskPage } from '../support/desk-page.ts';
import { deskRoom } from '../support/desk-room.ts';
import { owedPackages } from '../support/owed-packages.ts';
import { PASSWORD } from '../support/sign-in-place.ts';
import { factsIn } from '../support/take-in.ts';

const room = await deskRoom();
const { place } = room;
const cases = await owedPackages(room, 2);
room.setNow('2026-05-20');
const browser = await testBrowser();
const clerk = await room.sitting('mailing-clerk');
const manager = await room.sitting('responsible-manager');

test('vouchers from the safe into two packages by scanner and two people, every screen clean [CHI-8.4-3] [CHI-8.4-14]', async () => {
  const page = await deskPage(browser, room.origin, clerk);
  const clean = async () => assert.deepEqual(await axe(page), []);
  const second = async () => {
    await page.getByLabel('2人目のID').fill(manager.id);
    await page.getByLabel('2人目のパスワード').fill(PASSWORD);
    await page.getByLabel('2人目の確認コード(6桁)').fill(room.code(manager.secret));
  };
  await page.goto(`${room.origin}/packages/stock`);
  await clean();
  await page.getByRole('link', { name: '商品券を金庫に受け入れる' }).press('Enter');
  await page.getByLabel('商品券の番号').fill('KS0001-KS0003');
  await page.getByLabel('有効期限').fill('2029-05-01');
  await page.getByLabel('2人で数えた数').fill('3');
  await second();
  await clean();
  await page.getByRole('button', { name: '受け入れを記録する' }).press('Enter');
  await page.getByText('KS0001 〜 KS0003').waitFor();
  await clean();

  await page.goto(`${room.origin}/packages`);
  await page.getByText('送るべきもの 2件').waitFor();
  await clean();
  const begun = await manager.post('/packages/begin', { kind: 'package', word: 'reason:agreed-with-ward' });
  assert.equal(begun.status, 303);
  const planned = await factsIn(place, 'piece.planned');
  const batch = planned[0]?.batch;
  const done = await place.execute(
    [
      { row: 'batch.fix', input: { batch, cases: [...cases] } },
      ...planned.map(({ piece, case: id }) => ({
        row: 'piece.print',
        input: { batch, case: id, piece, template: 'package-1' },
      })),
    ],
    { actor: manager.account },
  );
  assert.ok(done.ok);

  await page.goto(`${room.origin}/packages/pack`);
  await clean();
  // A scanner is a keyboard that ends with Enter: the page comes back with the next field in focus.
  await page.keyboard.type('KS0001');
  await page.keyboard.press('Enter');
  await page.getByText('1 / 2').waitFor();
  await page.keyboard.type('KS0001');
  await page.keyboard.press('Enter');
  await page.getByText('番号 KS0001 は2回読み取られています').first().waitFor();
  await clean();
  await page.locator('input[aria-invalid]').fill('KS0002');
  await page.keyboard.press('Enter');
  await page.getByText('2 / 2').waitFor();
  await second();
  await page.getByRole('button', { name: '2人で数えたとおり封入を記録する' }).press('Enter');
  await page.getByText('封入を待つ宛名はありません').waitFor();
  await clean();
  assert.equal((await factsIn(place, 'benefit.packed')).length, 2);
  await page.goto(`${room.origin}/packages/back`);
  await clean();
  await page.goto(`${room.origin}/packages/stock`);
  assert.match(await page.locator('.sums').innerText(), /合計\s+3組\s+30,000円\s+受け入れた数\s+3組/);
});
