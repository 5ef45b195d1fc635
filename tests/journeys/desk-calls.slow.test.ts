import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { axe } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { deskOf } from '../support/desk.ts';
import { deskPage } from '../support/desk-page.ts';
import { deskRoom } from '../support/desk-room.ts';
import { sheetsOf } from '../support/mailing-table.ts';
import { GOOD_ANSWERS } from '../support/questionnaire.ts';
import { factsIn } from '../support/take-in.ts';

const room = await deskRoom();
const browser = await testBrowser();
const { done, openCase } = deskOf(room);
const operator = await room.sitting('operator');
const manager = await room.sitting('responsible-manager');

const ADDRESS = { address: '東京都千代田区九段北一丁目2番14号', building: '見本ハイツ301' };
const woman = (name: string, kana: string, birthDate: string) =>
  openCase({
    values: { identity: { name, kana, birthDate }, address: ADDRESS, contact: { phone: '09011112222' } },
  });

/** No fault of accessibility on the page as it stands. */
const look = async (page: Page, name: string) => assert.deepEqual(await axe(page), [], name);

/** Goes on by the Tab key until the focus is there. */
const tabTo = async (page: Page, selector: string) => {
  for (let step = 0; step < 150; step += 1) {
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} is not reached by the keyboard`);
};
/** The arrow keys go through a group of choices until this one is chosen. */
const choose = async (page: Page, name: string, value: string) => {
  await tabTo(page, `input[name="${name}"]`);
  await page.keyboard.press('Space');
  for (let step = 0; step < 20; step += 1) {
    if (await page.evaluate(`document.activeElement.value === ${JSON.stringify(value)}`)) return;
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`${value} is not reached by the arrow keys`);
};
const type = async (page: Page, name: string, text: string) => {
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.type(text);
};
const enter = async (page: Page, selector: string) => {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
};
const SEND = 'main form:not(.filters) button.main, main form:not(.filters) button.grave';

test('a loss told on the telephone stops everything and reaches the ward, by keyboard [CHI-8.14-5, CHI-8.10-2]', async () => {
  const id = await woman('喪失 見本', 'ソウシツ ミホン', '1992-01-15');
  const page = await deskPage(browser, room.origin, operator);
  await page.goto(`${room.origin}/calls`);
  await look(page, 'start');
  await choose(page, 'category', 'loss');
  await enter(page, SEND);
  await look(page, 'script');
  assert.match(await page.innerText('main'), /おつらいなか/);
  await choose(page, 'caller', 'family');
  await type(page, 'name', 'みほん');
  await enter(page, '#identify button');
  assert.match(await page.innerText('main'), /どなたのことか確かめられません/);
  await look(page, 'nobody');
  await choose(page, 'caller', 'family');
  await tabTo(page, '[name="name"]');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('そうしつ みほん');
  await type(page, 'birthDate', 'H4.1.15');
  await enter(page, '#identify button');
  await look(page, 'partner');
  await enter(page, `a[href="/do/case.report-loss?case=${id}"]`);
  await enter(page, SEND);
  await page.goto(`${room.origin}/calls/urgent`);
  await look(page, 'urgent');
  await enter(page, 'a[href^="/do/urgent.report"]');
  await look(page, 'report');
  await choose(page, 'reached', 'yes');
  await enter(page, SEND);
  await look(page, 'reported');
  assert.match(await page.innerText('main'), /話せた\(承知待ち\)/);
  await page.context().close();
});

test('a loss told on the telephone while her letter is in the printed batch: the letter is named, the clerk is to pull it, and the scan of it stops [AMB-38, CHI-8.14-5, CHI-8.1-7]', async () => {
  const id = await woman('封入 見本', 'フウニュウ ミホン', '1992-03-17');
  const clerk = await room.sitting('mailing-clerk');
  const letter = {
    batch: room.place.parts.ids.fresh('batch'),
    case: id,
    piece: room.place.parts.ids.fresh('piece'),
  };
  const { batch } = letter;
  const begin = { batch, kind: 'notice', month: '2026-05', planned: 1, reason: 'agreed-with-ward' };
  await done('batch.begin-without-word', begin, manager.account);
  await done('piece.plan', letter, clerk.account);
  await done('batch.fix', { batch }, manager.account);
  await done('piece.print', letter, clerk.account);
  await done('batch.sample', { batch, sampled: 1, differing: 0 }, clerk.account, manager.account);
  await done('batch.release', { batch }, manager.account, clerk.account);

  const page = await deskPage(browser, room.origin, operator);
  await page.goto(`${room.origin}/calls`);
  await choose(page, 'category', 'loss');
  await enter(page, SEND);
  await choose(page, 'caller', 'herself');
  await type(page, 'name', 'ふうにゅう みほん');
  await type(page, 'birthDate', '1992-03-17');
  await type(page, 'address', '千代田区九段北1-2-14');
  await enter(page, '#identify button');
  await look(page, 'three points');
  await enter(page, `a[href="/do/case.report-loss?case=${id}"]`);
  await page.getByText('途中の郵便物が1件あります').waitFor();
  await look(page, 'letter named');
  await enter(page, SEND);

  const hers = await deskPage(browser, room.origin, clerk);
  const duty = hers.getByRole('row', { name: /抜き取る/ });
  await duty.waitFor();
  assert.equal(await duty.getByRole('link', { name: /抜き取る/ }).count(), 1);
  await look(hers, 'clerk today');
  const [sheet] = await sheetsOf(room.place, batch);
  assert.ok(sheet);
  await hers.goto(`${room.origin}/mailing/batches/${batch}/enclosing`);
  await hers.locator('#scan').fill(sheet.token);
  await hers.keyboard.press('Enter');
  await hers.locator('#scan-outcome[data-outcome="stop"]').waitFor();
  await hers.getByRole('link', { name: '抜き取りを記録する', exact: true }).waitFor();
  await look(hers, 'stopped at the table');
  assert.deepEqual(await factsIn(room.place, 'piece.enclosed'), []);
  await page.context().close();
  await hers.context().close();
});

test('an application by telephone is entered, refused with words, mended and sent [CHI-8.2-1, CHI-8.16-2]', async () => {
  await woman('申込 見本', 'モウシコミ ミホン', '1992-04-18');
  const page = await deskPage(browser, room.origin, operator);
  await page.goto(`${room.origin}/calls`);
  await choose(page, 'category', 'application');
  await enter(page, SEND);
  await choose(page, 'caller', 'herself');
  await type(page, 'name', 'もうしこみ みほん');
  await type(page, 'birthDate', '1992-04-18');
  await type(page, 'address', '千代田区九段北1-2-14');
  await enter(page, '#identify button');
  await look(page, 'herself');
  await enter(page, 'a[href$="/application"]');
  await look(page, 'form');
  await type(page, 'phone', '0312345678');
  await enter(page, SEND);
  await look(page, 'form-wrong');
  assert.ok((await page.locator('.errors li, .error-summary li, [role="alert"] li').count()) > 3);
  await page.check('[name="confirmed"]');
  for (const [code, answer] of Object.entries(GOOD_ANSWERS)) {
    const field = page.locator(`[name="${code}"]`).first();
    if ((await field.getAttribute('type')) === 'text') await field.fill(String(answer));
    else for (const one of [answer].flat()) await page.check(`[name="${code}"][value="${one}"]`);
  }
  await enter(page, SEND);
  await look(page, 'applied');
  assert.match(await page.innerText('main'), /申し込みを受けました/);
  await page.context().close();
});

test('a call-back is made from the list by keyboard, and every screen of the telephone stands the test [CHI-8.14-4]', async () => {
  const id = await woman('折返 見本', 'オリカエシ ミホン', '1992-02-16');
  await operator.act(`/do/call-back.request?case=${id}`, { about: 'question' });
  await operator.act('/do/ward.ask-general', {
    about: 'eligibility',
    by: 'health-centre',
    channel: 'phone',
    ref: 'tel-1',
  });
  const page = await deskPage(browser, room.origin, operator);
  await page.goto(`${room.origin}/calls/call-backs`);
  await look(page, 'call-backs');
  await enter(page, 'a[href^="/do/call-back.close"]');
  await choose(page, 'result', 'reached');
  await look(page, 'close');
  await enter(page, SEND);
  assert.match(await page.innerText('main'), /折り返す電話はありません/);
  await look(page, 'no-call-backs');
  for (const path of ['open', 'book', 'to-make', 'applications', 'matters', 'hand-over']) {
    await page.goto(`${room.origin}/calls/${path}`);
    await look(page, path);
  }
  await page.context().close();
  for (const how of [{ dark: true }, { size: 'office200' }] as const) {
    const other = await deskPage(browser, room.origin, manager, how);
    for (const path of ['', '/open', '/urgent', '/matters', '/hand-over']) {
      await other.goto(`${room.origin}/calls${path}`);
      await look(other, `${Object.keys(how).join()}${path.replace('/', '-')}`);
      const wide = await other.evaluate('document.documentElement.scrollWidth - innerWidth');
      assert.ok(Number(wide) <= 0, `${path} is wider than the screen`);
    }
    await other.context().close();
  }
});

test('an application without a code is matched beside the list, key by key [CHI-8.2-1]', async () => {
  const id = await woman('照合 見本', 'ショウゴウ ミホン', '1992-06-20');
  const application = room.place.parts.ids.fresh('application');
  const taken = await operator.do('application.receive-open', {
    application,
    form: 'pre-visit-questionnaire/1',
    channel: 'phone',
    answers: GOOD_ANSWERS,
    applicant: {
      name: '照合 見本',
      kana: 'ショウゴウ ミホン',
      birthDate: '1992-06-20',
      phone: '09011112222',
      ...ADDRESS,
    },
  });
  assert.equal(taken.status, 200);
  const page = await deskPage(browser, room.origin, manager);
  await page.goto(`${room.origin}/calls/applications`);
  await look(page, 'queue');
  await enter(page, 'tbody th a');
  await look(page, 'matching');
  await enter(page, `a[href*="/do/application.match?"][href*="${id}"]`);
  await look(page, 'match');
  await enter(page, SEND);
  assert.match(await page.innerText('main'), /照合を待つ申し込みはありません/);
  for (const act of ['urgent.raise', 'ward.ask', 'ward.tell', 'consent.record', 'resident.register']) {
    await page.goto(`${room.origin}/do/${act}?case=${id}`);
    await look(page, act);
  }
  await page.context().close();
});
