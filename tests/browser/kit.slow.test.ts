import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/axe.ts';
import { testBrowser, type Look } from '../support/browser.ts';
import { tooSmall, tooWide, walkByKeyboard } from '../support/page-measures.ts';
import { listenToWire } from '../support/wire.ts';
import { GALLERY } from './kit-gallery.tsx';
import { serveGallery } from './serve-gallery.ts';

const browser = await testBrowser();
const gallery = await serveGallery();
const PAGES = Object.keys(GALLERY);

const LOOKS: Readonly<Record<string, Look>> = {
  'in the light': {},
  'in the dark': { dark: true },
  'with forced colours': { forcedColours: true },
  'with forced colours in the dark': { forcedColours: true, dark: true },
  'with more contrast': { moreContrast: true },
  'at 400 %': { size: 'zoom400' },
};

for (const [name, look] of Object.entries(LOOKS)) {
  test(`axe finds nothing on any piece of the kit ${name} [CHI-8.16-1]`, async () => {
    const page = await browser.page(look);
    for (const path of PAGES) {
      await page.goto(gallery.address + path);
      assert.deepEqual(await axe(page), [], path);
    }
    await page.context().close();
  });
}

test('a page without scripts is looked at as it is, and has none before and after [CHI-8.16-1]', async () => {
  const page = await browser.page({ scripts: false });
  await page.goto(`${gallery.address}/choices-wrong`);
  const scripting = () => page.evaluate(`matchMedia('(scripting: enabled)').matches`);
  assert.equal(await scripting(), false);
  assert.deepEqual(await axe(page), []);
  assert.equal(await scripting(), false);
  await page.evaluate(`document.querySelector('label').remove()`);
  assert.match((await axe(page)).join(), /label/);
});

test('axe sees a fault that is there', async () => {
  const page = await browser.page();
  await page.goto(`${gallery.address}/date`);
  await page.evaluate(`document.querySelector('label').remove()`);
  assert.match((await axe(page)).join(), /label/);
});

for (const size of ['narrow', 'zoom400', 'phone'] as const) {
  test(`nothing scrolls sideways and every target has 44 px: ${size} [CHI-8.16-1]`, async () => {
    const page = await browser.page({ size });
    for (const path of PAGES) {
      await page.goto(gallery.address + path);
      assert.deepEqual(
        { path, wide: await tooWide(page), small: await tooSmall(page) },
        { path, wide: [], small: [] },
      );
    }
    await page.context().close();
  });
}

for (const [name, look] of Object.entries({
  light: {},
  dark: { dark: true },
  zoomed: { size: 'zoom400' },
} as const)) {
  test(`the keyboard reaches everything in the order of the page, and what has the focus is seen: ${name} [CHI-8.16-1]`, async () => {
    const page = await browser.page(look);
    for (const path of PAGES) {
      await page.goto(gallery.address + path);
      const stops = await walkByKeyboard(page);
      assert.deepEqual(
        stops.filter((stop) => !stop.visible),
        [],
        path,
      );
    }
    await page.context().close();
  });
}

test('the way past the header comes first, then the way out, then the rest [CHI-8.16-1]', async () => {
  const page = await browser.page();
  await page.goto(`${gallery.address}/date`);
  const stops = await walkByKeyboard(page);
  assert.deepEqual(
    stops.map((stop) => stop.what.replace(/\(.*?\)/gu, '')),
    [
      '本文へ',
      'このページを離れる',
      '日本語',
      'やさしい日本語',
      'English',
      '简体中文',
      '한국어',
      '連絡を止めたいとき・おつらいことがあったとき',
      '前に戻る',
      '#born',
      '#born-month',
      '#born-day',
      '昭和・平成で数えるとき',
      '次へ',
      '03-0000-0000',
      'ウェブアクセシビリティ',
      '個人情報の取扱い',
    ],
  );
});

test('names for screen readers are whole: a question has its hint and its error [CHI-8.16-1]', async () => {
  const page = await browser.page();
  await page.goto(`${gallery.address}/choices-wrong`);
  const group = page.getByRole('radiogroup', { name: 'どこでお会いしますか' });
  assert.equal(await group.getAttribute('aria-describedby'), 'where-hint where-error');
  const telephone = page.getByRole('textbox', { name: '電話番号 必須' });
  assert.equal(await telephone.getAttribute('aria-describedby'), 'telephone-hint telephone-error');
  await page.goto(`${gallery.address}/times`);
  await page.getByRole('button', { name: '9月15日(火) 午後 13:00' }).waitFor();
  await page.goto(`${gallery.address}/calendar`);
  await page.getByRole('link', { name: '9月9日 午前 空きあり 午後 空きなし' }).waitFor();
  await page.getByRole('columnheader', { name: '月' }).waitFor();
});

test('a first view with style and script is far below 14 KB [CHI-8.16-1]', async () => {
  const page = await browser.page();
  const wire = await listenToWire(page);
  for (const path of ['/choices-wrong', '/calendar', '/times']) {
    wire.clear();
    await page.goto(gallery.address + path, { waitUntil: 'networkidle' });
    assert.ok(wire.bytes() > 3000 && wire.bytes() < 12_000, JSON.stringify(wire.requests()));
  }
});
