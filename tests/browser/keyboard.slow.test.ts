import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBrowser } from '../support/browser.ts';
import { passByKeyboard } from '../support/keyboard-portal.ts';
import { portalPlace } from '../support/portal-place.ts';

const place = await portalPlace('2026-06-10');
await place.outside.giveSeats('2026-06-18', '10:00', 4);
const browser = await testBrowser();

const RIGHT = {
  phone: '090-0000-0000',
  'phone-again': '090-0000-0000',
  consent: 'given',
  Q01: '2026-08-20',
  'Q01-changed': 'no',
  'Q02-checkups': 'yes',
  'Q02-place': 'yes',
  Q03: 'sleep',
  Q05: 'yes',
  'Q05-multiples': '1',
  Q04: 'glad',
  'Q04-low': 'no',
  'Q04-interest': 'no',
  Q06: '2',
  Q07: 'partner',
  'Q07-satogaeri': 'no',
  Q09: 'none',
  Q11: 'none',
  Q13: 'none',
  talk: 'home',
  package: 'registered',
};

/** Wrong once: what is left out or no date is asked for again. */
const WRONG: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/birthday': { birthday: '1994-13-03' },
  '/contact': { phone: '090-0000-0000', 'phone-again': '090-0000-0001' },
  '/consent': {},
  '/questions/1': { Q01: '2026-08-20' },
  '/place': { talk: 'home' },
};

for (const scripts of [false, true]) {
  test(`the whole way by keyboard alone, scripts ${scripts ? 'on' : 'off'}: the focus is always seen, and after a mistake it is where the reason stands [CHI-8.16-1, CHI-8.16-2]`, async () => {
    const woman = await place.outside.woman();
    const page = await browser.page({ scripts });
    await page.goto(`${place.origin}/q/${woman.code}`);
    const wrongAt = new Set<string>();
    const paths: string[] = [];
    for (let count = 0; count < 30 && paths.at(-1) !== '/done'; count += 1) {
      const path = new URL(page.url()).pathname;
      const wrong = wrongAt.has(path) ? undefined : WRONG[path];
      wrongAt.add(path);
      const answers = wrong ?? { ...RIGHT, birthday: woman.birthDate };
      await passByKeyboard(page, { answers });
      const now = new URL(page.url()).pathname;
      if (wrong) {
        assert.equal(now, path, 'what is wrong is asked for on the same page');
        await page.locator('#errors:focus').waitFor();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        const [led, first] = await page.evaluate<[string, string]>(
          `[location.hash.slice(1), document.querySelector('#errors a').hash.slice(1)]`,
        );
        assert.equal(led, first, 'the first line of the summary leads to its question');
        await page.goto(place.origin + path);
      } else assert.notEqual(now, path, `${path} let nobody through`);
      paths.push(now);
    }
    assert.equal(paths.at(-1), '/done');
    assert.equal((await place.outside.arrived()).filter(({ message }) => message.kind === 'apply').length, 1);
    await page.context().close();
  });
}
