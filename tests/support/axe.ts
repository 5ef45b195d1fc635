import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { measured } from './browser.ts';

/**
 * Faults of accessibility on the page as it stands, with scripts or without: WCAG 2.2 up to AA and the best practices of
 * axe-core, one line each; none is an empty list. One rule alone where the rest was looked at before.
 */
export async function axe(page: Page, rule?: string): Promise<readonly string[]> {
  const options: RunOptions = {
    runOnly: rule === undefined ? { type: 'tag', values: TAGS } : { type: 'rule', values: [rule] },
    resultTypes: ['violations'],
  };
  // Names of the page, not of this program. Only what is wrong comes back: the rest would be most of the work.
  const { violations } = await measured(page, () =>
    page.evaluate<Pick<AxeResults, 'violations'>>(
      `${SOURCE}; axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
    ),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
