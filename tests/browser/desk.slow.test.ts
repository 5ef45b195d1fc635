import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { ROUTES } from '../../src/apps/desk/routes.ts';
import { questions } from '../../src/gate/inside/catalogue.ts';
import { isOffered } from '../../src/gate/offered.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { demoPeople } from '../../src/programmes/words/demo-people.ts';
import { FAMILY_NAMES } from '../../src/simulation/names-data.ts';
import { axe } from '../support/axe.ts';
import { SIZES, testBrowser } from '../support/browser.ts';
import { demoVisitor } from '../support/demo-visitor.ts';
import { outsideWindow } from '../support/desk-faults.ts';
import { emptyAct } from '../support/empty-act.ts';
import { servedTown } from '../support/served-town.ts';
import { walkDesk, type WalkedPage } from '../support/walk-desk.ts';

/** Every page that somebody of a role comes to from her first one, on a town in mid-year. */
type Walk = {
  readonly role: string;
  readonly jar: Map<string, string>;
  readonly pages: readonly WalkedPage[];
};

const town = await servedTown();
const browser = await testBrowser();
const served = await town.serve();
const origin = served.desk.replace(/\/$/, '');
const terminal = new Map<string, string>();
const walks: Walk[] = [];
const roles = new Map(
  demoPeople()
    .toReversed()
    .map(({ account, roles: [role = ''] }) => [role, account]),
);
for (const [role, account] of roles) {
  const jar = new Map([...terminal].filter(([name]) => name !== '__Host-desk'));
  const visitor = await demoVisitor(origin, account, jar);
  terminal.set('__Host-terminal', jar.get('__Host-terminal') ?? '');
  walks.push({ role, jar, pages: await walkDesk(visitor) });
}

const all = walks.flatMap(({ role, jar, pages }) => pages.map((page) => ({ ...page, role, jar })));
/** Without what is sent as a file. */
const shown = all.filter(({ text }) => text.startsWith('<!doctype html>'));
/** Of each pattern the page with most on it, and one with an empty list, whoever has it. */
const looked = [...Map.groupBy(shown, ({ pattern }) => pattern).values()].flatMap((pages) => {
  const [longest] = pages.toSorted((a, b) => b.text.length - a.text.length);
  const empty = pages.find((page) => page !== longest && hasEmptyList(page) && !hasEmptyList(longest));
  return [longest, empty].filter((page) => page !== undefined);
});

function hasEmptyList(page: WalkedPage | undefined): boolean {
  return page?.text.includes('class="empty"') ?? false;
}

test('no link of the desk leads to nothing, to a mistake, or to a page that its role may not open [SEC-6-4, B-02]', () => {
  assert.deepEqual(
    all
      .filter(({ status }) => status >= 400)
      .map(({ role, status, pattern, from }) => `${role}: ${status} ${pattern} from ${from}`),
    [],
  );
  const patterns = new Set(all.map(({ pattern }) => pattern.split('?')[0]));
  const tabs = ROUTES.filter((route) => route.kind === 'screen').filter(
    ({ tab, asks }) =>
      tab !== undefined &&
      asks.every(({ name }) => isOffered(questions.get(name) ?? { name }, chiyodaVisit.rules)),
  );
  const never = tabs.filter(({ path }) => !patterns.has(path)).map(({ path }) => path);
  assert.deepEqual(never, [], 'every page of the rail and its tabs belongs to somebody');
});

test('every page has one heading, a title without anybody in it, and lists with a head or an honest sentence [B-18]', () => {
  const names = new RegExp(FAMILY_NAMES.map(([family]) => `${family}[ 　]`).join('|'));
  const faults = shown.flatMap(({ role, pattern, text }) => {
    const [, title = ''] = /<title>(.*?)<\/title>/.exec(text) ?? [];
    const lists = text.match(/<table data-list[\s\S]*?<tbody/g) ?? [];
    const empty = [...text.matchAll(/<p class="empty">(.*?)<\/p>/g)].map(([, words = '']) => words);
    return [
      (text.match(/<h1\b/g) ?? []).length !== 1 && 'not one heading',
      (!title.endsWith(' - みまもり') || title.length < 8 || names.test(title)) && `title ${title.length}`,
      !lists.every((list) => list.includes('<th scope="col"') && list.includes('件')) &&
        'list without a head',
      !empty.every((words) => words.length > 8 && words.endsWith('。')) && `empty without a sentence`,
    ]
      .filter((fault) => fault !== false)
      .map((fault) => `${role}: ${pattern}: ${fault}`);
  });
  assert.deepEqual([...new Set(faults)], []);
});

test('every page is without a fault of accessibility, light and dark, and fits the smallest office screen at 100 and at 200 percent [SEC-4-2, B-17]', async () => {
  const faults: string[] = [];
  for (const [role, pages] of Map.groupBy(looked, (page) => page.role)) {
    const page = await pageOf(role, faults);
    for (const { path, pattern } of pages) {
      await page.goto(origin + path);
      const found = [...(await axe(page)), ...(await outsideWindow(page))];
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await axe(page, 'color-contrast')).map((fault) => `dark ${fault}`));
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(SIZES.office200);
      found.push(...(await outsideWindow(page)).map((fault) => `200 % ${fault}`));
      await page.setViewportSize(SIZES.office);
      faults.push(...found.map((fault) => `${role}: ${pattern}: ${fault}`));
    }
    await page.context().close();
  }
  assert.deepEqual(faults, []);
});

test('an act that is sent empty comes back with what is missing, and nothing was done [SEC-4-2]', async () => {
  const faults: string[] = [];
  const acts = looked.filter(({ pattern }) => pattern.startsWith('/do/'));
  for (const [role, pages] of Map.groupBy(acts, (page) => page.role)) {
    const page = await pageOf(role, faults, (text) => /status of 422/.test(text));
    for (const { path, pattern } of pages) {
      await page.goto(origin + path);
      if ((await emptyAct(page)) === 0) continue;
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.waitForEvent('load'),
        page.locator('main form[action^="/do/"] .buttons button').click(),
      ]);
      const found = [
        ...(answer.status() === 422 ? [] : [`answered ${answer.status()}`]),
        ...((await page.locator('#errors:focus').count()) === 1 ? [] : ['no summary with the focus']),
        ...(await axe(page)),
      ];
      faults.push(...found.map((fault) => `${role}: ${pattern}: ${fault}`));
    }
    await page.context().close();
  }
  assert.deepEqual(faults, []);
});

/** A browser with the session of a role; what the browser itself complains about is a fault. */
async function pageOf(
  role: string,
  faults: string[],
  expected: (text: string) => boolean = () => false,
): Promise<Page> {
  const page = await browser.page({ size: 'office' });
  const { jar } = walks.find((walk) => walk.role === role) ?? {};
  await page.context().addCookies(
    [...(jar ?? [])].map(([name, value]) => ({
      name,
      value,
      url: origin.replace('http:', 'https:'),
      secure: true,
      httpOnly: true,
      sameSite: 'Strict' as const,
    })),
  );
  page.on('console', (said) => {
    if (said.type() === 'error' && !expected(said.text())) faults.push(`${role}: console: ${said.text()}`);
  });
  page.on('pageerror', () => faults.push(`${role}: a script stopped`));
  return page;
}
