import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { date } from '../../src/domain/basics/civil-date.ts';
import { slotId } from '../../src/domain/booking/slot.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { axe } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { deskPage } from '../support/desk-page.ts';
import { deskRoom } from '../support/desk-room.ts';
import { deskOf } from '../support/desk.ts';
import { GOOD_ANSWERS } from '../support/questionnaire.ts';

const room = await deskRoom({ live: true });
const { done, openCase } = deskOf({ place: room.place });
const ids = randomIds();
const browser = await testBrowser();
const TODAY = '2026-06-11';
room.setNow(TODAY, '08:00');
const manager = await room.sitting('responsible-manager');
const operator = await room.sitting('operator');
const nurse = await room.sitting('visitor');
const DAYS = [TODAY, '2026-06-12', '2026-06-15', '2026-06-16'];
const { starts } = chiyodaVisit.rules.booking;

test.before(async () => {
  const { account } = nurse;
  const licence = { account, licence: 'nurse', number: '第12345号', checkedOn: '2026-04-01' };
  await done('visitor.qualify', licence, manager.account);
  for (const topic of chiyodaVisit.rules.visits.trainingTopics)
    await done('visitor.train', { account, topic, on: '2026-04-01', material: 'v1' }, manager.account);
  for (const day of DAYS) await done('booking.open-day', { date: day, visitors: 2 }, manager.account);
});

test('a web application is matched beside the list, booked on the telephone and assigned; moved by keyboard alone; its day closed [CHI-8.2-1, CHI-8.2-2, CHI-8.14-1, CHI-6.2-2]', async () => {
  const id = await openCase();
  const application = ids.fresh('application');
  const applicant = {
    name: '見本 花子',
    kana: 'みほん はなこ',
    birthDate: '1993-02-03',
    phone: '090-1234-5678',
  };
  const form = 'pre-visit-questionnaire/1';
  await done(
    'application.receive-open',
    { application, form, channel: 'web', answers: GOOD_ANSWERS, applicant },
    'resident',
  );

  // It waits in the queue; the operator compares it with the list key by key, and says whose it is.
  const page = await deskPage(browser, room.origin, operator);
  const go = (path: string) => page.goto(`${room.origin}${path}`);
  await go('/calls/applications');
  await sound(page);
  await page.locator('tbody th a').press('Enter');
  const match = page.locator(`a[href*="/do/application.match?"][href*="${id}"]`);
  await match.waitFor();
  for (const key of ['読み', '生年月日']) await page.locator('main th', { hasText: key }).first().waitFor();
  await sound(page);
  await match.press('Enter');
  await page.waitForURL(/\/do\/application.match/);
  await sound(page);
  await page.locator('main form:not(.filters) :is(button.main, button.grave)').press('Enter');
  await page.getByText('照合を待つ申し込みはありません').waitFor();
  await go(`/bookings/times/${id}`);
  await sound(page);
  await page.locator(`button[value="${slotId(date('2026-06-12'), '10:00')}"]`).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/do\/booking.make/);
  await sound(page);
  await page.locator('input[name=requestedBy][value=herself]').check();
  await page.getByRole('button', { name: '予約する' }).click();
  await page.waitForURL(/\/bookings\?date=2026-06-12/);
  await sound(page);

  const desk = await deskPage(browser, room.origin, manager);
  await desk.goto(`${room.origin}/bookings/assign?from=2026-06-12`);
  await sound(desk);
  await desk.getByRole('button', { name: 'チェックした訪問の担当を決める' }).click();
  await desk.waitForURL(/did=visit.assign/);
  await desk.goto(`${room.origin}/bookings/week?from=2026-06-12`);
  assert.equal(await desk.locator(`tr[data-visitor="${nurse.account}"] a[data-case="${id}"]`).count(), 1);
  await sound(desk);

  // She calls: from the week to the free times, to the new time, without a mouse.
  await go('/bookings/week?from=2026-06-12');
  await tabTo(page, `a[data-case="${id}"]`);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/bookings\/times\//);
  await sound(page);
  await tabTo(page, `a[href*="slot_2026-06-16-1300"]`);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/do\/booking.move/);
  assert.match(await page.locator('main').innerText(), /担当の支援員はいったん外れます/);
  await sound(page);
  await tabTo(page, 'input[name=requestedBy]');
  await page.keyboard.press('Space');
  await tabTo(page, 'button.main');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/bookings\?date=2026-06-16/);
  assert.match(await page.locator('main').innerText(), /未割当/);

  await desk.goto(`${room.origin}/do/booking.close-day?date=2026-06-16`);
  assert.match(await desk.locator('main').innerText(), /予約のある1人が「要確認」/);
  await sound(desk);
  await desk.locator('input[name=reason][value=typhoon]').check();
  await desk.getByRole('button', { name: 'この日を休止する' }).click();
  await desk.waitForURL(/\/bookings\/rebook/);
  await sound(desk);
  assert.match(await desk.locator('main').innerText(), /090-1234-5678/);
});

test('in the week a booking is dragged onto a free time, and moved to a visitor by keyboard; each is told before [CHI-4.2-6, CHI-6.2-2]', async () => {
  const id = await openCase();
  const wish = { case: id, mode: 'visit', requestedBy: 'herself' };
  await done('booking.make', { ...wish, slot: slotId(date('2026-06-12'), '14:00') }, operator.account);
  const page = await deskPage(browser, room.origin, manager);
  const week = `${room.origin}/bookings/week?from=2026-06-12`;
  const told = page.locator('.week-told');
  const link = page.locator(`a[data-case="${id}"]`);

  // By mouse: over the place it is told, dropped there the page of the move is open.
  await page.goto(week);
  await link.hover();
  await page.mouse.down();
  const slot = page.locator(`[data-slot="${slotId(date('2026-06-12'), '16:00')}"]`);
  // The drag begins with the first move; what is told pushes the table down.
  await slot.hover();
  const box = await slot.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 40, box.y + 12, { steps: 4 });
  await page.mouse.move(box.x + 50, box.y + 14, { steps: 4 });
  await told.getByText(/16:00/).waitFor();
  await page.mouse.up();
  await page.waitForURL(/\/do\/booking\.move\?.*slot_2026-06-12-1600/);
  await page.locator('input[name=requestedBy][value=herself]').check();
  await page.locator('button.main').click();
  await page.waitForURL(/\/bookings\?date=2026-06-12/);

  // By keyboard: given up once, then on to the visitor who is chosen on the page that follows.
  await page.goto(week);
  const button = page.getByRole('button', { name: /^16:00 .*を移す$/ });
  await button.focus();
  await page.keyboard.press('Enter');
  await told.getByText(/移す先は\d+か所です/).waitFor();
  await sound(page);
  await page.keyboard.press('Escape');
  await told.getByText('移すのをやめました。').waitFor();
  assert.equal(await page.evaluate(`document.activeElement?.matches('button.move')`), true);
  await page.keyboard.press('Enter');
  const place = `td[data-visitor="${nurse.account}"][data-day="2026-06-12"]`;
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(place)})`)) break;
    await page.keyboard.press('ArrowRight');
  }
  await told.getByText(/担当にする支援員: /).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/do\/visit\.assign\?.*visitor=account_/);
  assert.equal(await page.locator('input[name=visitor]:checked').getAttribute('value'), nurse.account);
  await sound(page);
  await page.locator('button.main').click();
  await page.waitForURL(/did=visit\.assign/);
  await page.goto(week);
  assert.equal(await page.locator(`tr[data-visitor="${nurse.account}"] a[data-case="${id}"]`).count(), 1);
});

test('every screen is sound, empty and full, dark and at 200 % [CHI-6.2-2]', async () => {
  const paths = [
    '/bookings?date=2026-06-13',
    '/bookings/capacity',
    '/bookings/worklist',
    '/bookings/lengths',
    '/bookings/team',
    '/do/booking.open-day',
    '/bookings/assign?from=2026-06-13',
  ];
  for (const look of [{}, { dark: true }, { size: 'office200' as const }]) {
    const page = await deskPage(browser, room.origin, manager, look);
    for (const path of [...paths, '/bookings/week?from=2026-06-12']) {
      await page.goto(`${room.origin}${path}`);
      await sound(page);
    }
  }
});

test('a visitor’s full day fits on two sheets of A4 and names nothing of another day [DOC-07]', async () => {
  room.setNow('2026-06-01', '08:00');
  for (const start of starts) {
    const address = { postcode: '1020074', address: '九段南一丁目2番1号', building: '見本ハイツ305号室' };
    const identity = { name: '見本 星子', kana: 'ミホン ホシコ', birthDate: '1993-02-03' };
    const id = await openCase({ values: { identity, address } });
    const slot = slotId(date(TODAY), start);
    const wish = {
      case: id,
      slot,
      mode: 'visit',
      requestedBy: 'herself',
      considerations:
        '3階まで階段です。犬がいます。上のお子さんが昼寝をしているので、呼び鈴は押さないでください。',
    };
    const [fact] = await done('booking.make', wish, operator.account);
    const booking = (fact as { readonly booking?: string } | undefined)?.booking;
    await done('visit.assign', { case: id, booking, visitor: nurse.account }, manager.account);
  }
  room.setNow(TODAY, '08:05');
  const page = await deskPage(browser, room.origin, nurse);
  await page.goto(`${room.origin}/bookings/sheet`);
  assert.equal(await page.locator('.sheet ol > li').count(), starts.length);
  await sound(page);
  await page.getByRole('link', { name: '結果を記録する' }).first().click();
  await sound(page);
  await page.getByRole('link', { name: '結果を記録する' }).click();
  await sound(page);
  await page.goto(`${room.origin}/bookings/sheet`);
  const shots = process.env['PICTURES'];
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' },
  });
  if (shots) await writeFile(`${shots}-sheet.pdf`, pdf);
  assert.ok(sheetsIn(pdf) <= 2, `${sheetsIn(pdf)} sheets`);
});

function sheetsIn(pdf: Uint8Array): number {
  return [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type\s*\/Page\b(?!s)/g),
  ].length;
}

/** No fault of accessibility on the page as it stands. */
async function sound(page: Page): Promise<void> {
  const shots = process.env['PICTURES'];
  if (shots) await page.screenshot({ path: `${shots}-${(shot += 1)}.png`, fullPage: true });
  assert.deepEqual(await axe(page), [], new URL(page.url()).pathname);
}
let shot = 0;

/** Goes on with the tab key until the thing has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 250; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
  }
  assert.fail(`No way by keyboard to ${selector}`);
}
