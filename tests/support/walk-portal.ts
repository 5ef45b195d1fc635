import type { Page } from 'playwright-core';

export type PortalWalk = {
  readonly address: string;
  readonly letter: { readonly code: string; readonly birthDate: string };
  /** Answers by the name of the field: words, a choice, `2026-12-01` for a date. A choice is told by its code. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Every page before anything is filled in: its path, `/questions/2`. */
  readonly seen: (path: string) => Promise<void>;
  /** The walk ends here without sending. */
  readonly until?: string;
};

/**
 * Goes the way of a resident from the first page to the receipt as a hand would, by what stands on the pages and not by
 * their words: so it goes in every language, with and without scripts. Gives the paths it came by. It answers what it is told,
 * leaves a telephone number, and otherwise only does what an error asks for, once a page.
 */
export async function walkPortal(page: Page, walk: PortalWalk): Promise<readonly string[]> {
  const paths: string[] = [];
  await page.goto(walk.address);
  for (let step = 0; step < MOST_PAGES; step += 1) {
    const path = pathOf(page);
    if (paths.at(-1) === path) {
      const wrong = await page.locator('#errors').textContent();
      throw new Error(`${path} does not let through: ${wrong ?? 'no error is said'}`);
    }
    paths.push(path);
    await walk.seen(path);
    if (path === (walk.until ?? '/done')) return paths;
    await fillIn(page, walk);
    if (!(await goOn(page))) return paths;
    if (pathOf(page) === path && (await page.locator('#errors').count()) > 0) {
      await doWhatErrorsAsk(page, walk);
      await goOn(page);
    }
  }
  throw new Error(`After ${MOST_PAGES} pages there is no end: ${paths.join(' ')}`);
}

const MOST_PAGES = 30;

function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}

/** What can be answered now; a choice may show more questions, so it looks again until nothing new comes. */
async function fillIn(page: Page, walk: PortalWalk): Promise<void> {
  for (const closed of await page.locator('main details:not([open]) > summary').all()) await closed.click();
  const done = new Set<string>();
  for (;;) {
    const fresh = (await visibleNames(page)).filter((name) => !done.has(name));
    if (fresh.length === 0) return;
    for (const name of fresh) {
      done.add(name);
      await answer(page, name, walk);
    }
  }
}

async function visibleNames(page: Page): Promise<readonly string[]> {
  const inputs = await page.locator('main :is(input:not([type=hidden]), textarea):visible').all();
  const names = await Promise.all(inputs.map((input) => input.getAttribute('name')));
  return [...new Set(names.flatMap((name) => name ?? []))];
}

async function answer(page: Page, name: string, { answers, letter }: PortalWalk): Promise<void> {
  const fields = page.locator(`main [name="${name}"]:visible`);
  const type = await fields.first().getAttribute('type');
  const [, question = name, part] = /^(.*)-(year|month|day)$/.exec(name) ?? [];
  const told = { code: letter.code, birthday: letter.birthDate, ...answers }[question];
  if (type === 'radio' || type === 'checkbox') {
    if (told !== undefined) await fields.and(page.locator(`[value="${told}"]`)).check();
    return;
  }
  const words = part === undefined ? told : told?.split('-')[['year', 'month', 'day'].indexOf(part)];
  if (words !== undefined) await fields.first().fill(words);
  else if (type === 'tel') await fields.first().fill(TELEPHONE);
}

/** Chooses or fills what the summary names: "none of these" where that is offered, else the first. */
async function doWhatErrorsAsk(page: Page, walk: PortalWalk): Promise<void> {
  await fillIn(page, walk);
  for (const link of await page.locator('#errors a').all()) {
    const field = page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`);
    const type = await field.getAttribute('type');
    if (type === 'radio' || type === 'checkbox') {
      const name = (await field.getAttribute('name')) ?? '';
      const none = page.locator(`main [name="${name}"][value="none"]`);
      await ((await none.count()) > 0 ? none : field).check();
    } else if ((await field.inputValue()) === '') {
      await field.fill((await field.getAttribute('inputmode')) === 'numeric' ? '1' : '見本');
    }
  }
}

/** A time if there are times, otherwise the step forward; false when the page has none. */
async function goOn(page: Page): Promise<boolean> {
  for (const way of ['main .days button.time:visible', 'main button.main', 'main a.button.main']) {
    const button = page.locator(way).first();
    if ((await button.count()) === 0) continue;
    await button.click();
    await page.waitForLoadState('domcontentloaded');
    return true;
  }
  return false;
}

const TELEPHONE = '090-0000-0000';
