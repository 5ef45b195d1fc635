import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { TestBrowser } from './browser.ts';

/**
 * Faults of accessibility on the page as it stands: WCAG 2.2 up to AA and the best practices of axe-core, one line each;
 * none is an empty list. Hand over the browser when the page has no scripts: what it shows is then looked at in a page
 * of the same kind that has them, for axe is a script.
 */
export async function axe(page: Page, browser?: TestBrowser): Promise<readonly string[]> {
  const looked = browser === undefined ? page : await copyOf(page, browser);
  const violations = await violationsOf(looked);
  if (looked !== page) await looked.context().close();
  return violations;
}

async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(SOURCE);
  const options: RunOptions = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] };
  // Names of the page, not of this program.
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

/** The same markup under the same address, with the same colours and size; styles come from where they came from. */
async function copyOf(page: Page, browser: TestBrowser): Promise<Page> {
  const [html, url, dark, forcedColours] = [
    await page.content(),
    page.url(),
    await page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`),
    await page.evaluate(`matchMedia('(forced-colors: active)').matches`),
  ];
  const copy = await browser.page({ dark: dark === true, forcedColours: forcedColours === true });
  const size = page.viewportSize();
  if (size) await copy.setViewportSize(size);
  await copy.route(
    (address) => address.href === url,
    (route) => route.fulfill({ body: `<!doctype html>${html}`, contentType: 'text/html; charset=utf-8' }),
  );
  await copy.goto(url);
  return copy;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
