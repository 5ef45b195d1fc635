import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANG_TAG, PORTAL_LANGUAGES } from '../../src/domain/portal/language.ts';
import { axe } from '../support/axe.ts';
import { SIZES, testBrowser } from '../support/browser.ts';
import { outsideWomen } from '../support/outside-place.ts';
import { tooSmall, tooWide } from '../support/page-measures.ts';
import { portalPlace } from '../support/portal-place.ts';
import { unheard } from '../support/screen-reader.ts';
import { walkPortal } from '../support/walk-portal.ts';

const place = await portalPlace('2026-06-10');
const women = await outsideWomen(place.outside);
for (const start of ['11:00', '14:00', '16:00']) await place.outside.giveSeats('2026-06-18', start, 6);
const browser = await testBrowser();

const ORDINARY = {
  Q01: '2026-08-20',
  Q03: 'sleep',
  Q04: 'glad',
  'Q04-low': 'no',
  'Q04-interest': 'no',
  'Q01-changed': 'no',
  'Q07-satogaeri': 'no',
  consent: 'given',
  talk: 'away',
  where: '長野県松本市',
  package: 'japan',
  postcode: '390-0001',
  address: '長野県松本市見本1-2',
};

const LOOKS = {
  light: { dark: false, size: 'phone' },
  dark: { dark: true, size: 'phone' },
  'at 400 %': { dark: false, size: 'zoom400' },
} as const;

/** Waiting for it would be the whole test; what a page may cost her is counted in screens. */
const MOST_SCREENS = 12;

for (const language of PORTAL_LANGUAGES) {
  test(`a phone without scripts goes the whole way in ${language}: no fault of accessibility, nothing too wide, too small, without a name or in no language [CHI-8.16-1, CHI-8.16-2, CHI-8.3-13]`, async () => {
    const woman = await place.outside.woman();
    const page = await browser.page({ scripts: false });
    await page.goto(`${place.origin}/q/${woman.code}`);
    await page.locator(`.languages a[href^="/language/${language}?"]`).click();
    const faults: string[] = [];
    const paths = await walkPortal(page, {
      address: page.url(),
      letter: woman,
      answers: ORDINARY,
      seen: async (path) => {
        assert.equal(await page.locator('html').getAttribute('lang'), LANG_TAG[language]);
        const shown = [...(await axe(page)), ...(await tooWide(page)), ...(await tooSmall(page))];
        faults.push(...[...shown, ...(await unheard(page))].map((fault) => `${path}: ${fault}`));
      },
    });
    assert.deepEqual(faults, []);
    assert.equal(paths.at(-1), '/done');
    assert.ok(paths.length <= MOST_SCREENS, paths.join(' '));
    await page.context().close();
  });
}

test('every page of every state is without a fault, in light and dark, and at 400 % [CHI-8.16-1]', async () => {
  const changes = ['cancel', 'pause', 'withdraw', 'news', 'address', 'contact', 'question'].map(
    (one) => `/change/${one}`,
  );
  const visits: Readonly<Record<string, readonly string[]>> = {
    booked: ['/home', '/times', '/times?view=calendar', '/stop', ...changes],
    afterBirth: ['/home', '/stop', '/change/delivery', '/change/missing'],
    paused: ['/home', '/change/resume'],
    needsCall: ['/home'],
    notYet: ['/home'],
    grief: ['/home'],
    ended: ['/home'],
    revoked: ['/birthday'],
  };
  const faults: string[] = [];
  for (const [state, paths] of Object.entries(visits)) {
    const woman = Object.entries(women).find(([name]) => name === state)?.[1];
    assert.ok(woman);
    const page = await browser.page({ scripts: false });
    await page.goto(`${place.origin}/q/${woman.code}`);
    const [year = '', month = '', day = ''] = woman.birthDate.split('-');
    for (const [part, value] of [
      ['year', year],
      ['month', month],
      ['day', day],
    ] as const) {
      await page.locator(`[name="birthday-${part}"]`).fill(value);
    }
    await page.locator('main button.main').click();
    for (const path of paths) {
      if (state !== 'revoked') await page.goto(place.origin + path);
      // The same markup, seen differently: nothing of a look is decided by the server.
      for (const [look, { dark, size }] of Object.entries(LOOKS)) {
        await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
        await page.setViewportSize(SIZES[size]);
        const found = [...(await axe(page)), ...(await tooWide(page)), ...(await unheard(page))];
        faults.push(...found.map((fault) => `${state} ${path} ${look}: ${fault}`));
      }
    }
    await page.context().close();
  }
  assert.deepEqual(faults, []);
});

test('pages before the code, and pages that say what went wrong, are without a fault [CHI-8.16-1]', async () => {
  const page = await browser.page({ scripts: false });
  const faults: string[] = [];
  for (const path of [
    '/',
    '/?ended',
    '/?wrong=check',
    '/stop',
    '/enquiry',
    '/privacy',
    '/accessibility',
    '/status',
    '/nothing',
  ]) {
    await page.goto(place.origin + path);
    const found = [...(await axe(page)), ...(await tooWide(page)), ...(await tooSmall(page))];
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  }
  await page.goto(`${place.origin}/enquiry`);
  await page.locator('main button.main').click();
  faults.push(...(await axe(page)));
  assert.equal(await page.locator('#errors a').count(), 1);
  assert.deepEqual(faults, []);
});

test('leaving quickly leads away at once, with scripts and without, and back shows nothing of her [CHI-8.16-1]', async () => {
  for (const scripts of [true, false]) {
    const page = await browser.page({ scripts });
    await page.route('https://**', (route) =>
      route.fulfill({ body: '<title>weather</title>', contentType: 'text/html' }),
    );
    await page.goto(`${place.origin}/q/${women.fresh.code}`);
    assert.equal(new URL(page.url()).pathname, '/birthday');
    await Promise.all([page.waitForURL(/^https:/), page.locator('[data-leave] button').click()]);
    await page.goBack();
    const shown = page.url().startsWith('https:') ? '' : new URL(page.url()).pathname;
    assert.ok(['', '/', 'blank'].includes(shown), shown);
    await page.context().close();
  }
});
