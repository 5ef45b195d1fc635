import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { TestBrowser } from '../tests/support/browser.ts';
import { demoVisitor } from '../tests/support/demo-visitor.ts';
import { emptyAct } from '../tests/support/empty-act.ts';
import { walkDesk, type WalkedPage } from '../tests/support/walk-desk.ts';
import { takePicture } from './take-picture.ts';

/** A picture of a day: the first page of these patterns that a walk found. */
type Stop = {
  readonly name: string;
  readonly patterns: readonly string[];
  /** Of several pages the one with these words. */
  readonly with?: RegExp;
  readonly look?: 'empty' | 'office200' | 'dark' | 'paper';
};

/** One working day of each: Today, the screens she works at, an act with its explanation, one that is refused. */
const DAYS: Readonly<Record<string, readonly Stop[]>> = {
  'responsible-manager': [
    { name: 'today', patterns: ['/'] },
    { name: 'cases', patterns: ['/cases'] },
    { name: 'case', patterns: ['/cases/:case'] },
    { name: 'loss', patterns: ['/do/case.report-loss?case'] },
    { name: 'assign', patterns: ['/bookings/assign'] },
    { name: 'month', patterns: ['/mailing'] },
    { name: 'list', patterns: ['/lists/:list'] },
    { name: 'today-dark', patterns: ['/'], look: 'dark' },
  ],
  operator: [
    { name: 'today', patterns: ['/'] },
    { name: 'calls', patterns: ['/calls'] },
    { name: 'case', patterns: ['/cases/:case'] },
    { name: 'times', patterns: ['/bookings/times/:case'] },
    { name: 'stop', patterns: ['/do/case.pause?case'] },
    { name: 'word-empty', patterns: ['/do/ward.record-word?case'], look: 'empty' },
    { name: 'urgent', patterns: ['/calls/urgent'] },
    { name: 'today-200', patterns: ['/'], look: 'office200' },
  ],
  'mailing-clerk': [
    { name: 'today', patterns: ['/'] },
    { name: 'month', patterns: ['/mailing'] },
    { name: 'batch', patterns: ['/mailing/batches/:batch'] },
    { name: 'returns', patterns: ['/mailing/returns'] },
    { name: 'balance', patterns: ['/mailing/balance'] },
    { name: 'packages', patterns: ['/packages'] },
    { name: 'pack', patterns: ['/packages/pack'] },
    { name: 'stock', patterns: ['/packages/stock'] },
    { name: 'stock-empty', patterns: ['/do/stock.count'], look: 'empty' },
  ],
  'work-supervisor': [
    { name: 'today', patterns: ['/'] },
    { name: 'capacity', patterns: ['/bookings/capacity'] },
    { name: 'balance', patterns: ['/mailing/balance'] },
  ],
  visitor: [
    { name: 'sheet', patterns: ['/bookings/sheet'] },
    { name: 'sheet-paper', patterns: ['/bookings/sheet'], look: 'paper' },
    { name: 'visit', patterns: ['/bookings/visit/:case'] },
    { name: 'record-empty', patterns: ['/do/visit.complete?case'], look: 'empty' },
  ],
  administrator: [
    { name: 'ids', patterns: ['/administration'] },
    { name: 'id', patterns: ['/administration/ids/:account'] },
    { name: 'terminals', patterns: ['/administration/terminals'] },
    { name: 'leave-empty', patterns: ['/do/account.leave?account'], look: 'empty' },
  ],
  'access-approver': [
    { name: 'requests', patterns: ['/administration/requests'] },
    { name: 'reviews', patterns: ['/administration/reviews'] },
    { name: 'reset', patterns: ['/do/account.approve-reset?account'] },
  ],
  'ward-staff': [
    { name: 'lists', patterns: ['/lists'] },
    { name: 'case', patterns: ['/cases/:case'] },
    { name: 'lift', patterns: ['/do/case.lift-stop?case&fact'] },
  ],
  auditor: [
    { name: 'balance', patterns: ['/mailing/balance'] },
    { name: 'reviews', patterns: ['/administration/reviews'] },
    { name: 'postage', patterns: ['/mailing/postage'] },
  ],
};

/** Takes the pictures of the desk into a folder, each role at a screen of 1366 × 768; gives their names. */
export async function takeDeskPictures(
  origin: string,
  browser: TestBrowser,
  folder: string,
): Promise<readonly string[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const names: string[] = [];
  let terminal = '';
  for (const [role, stops] of Object.entries(DAYS)) {
    const jar = new Map(terminal === '' ? [] : [['__Host-terminal', terminal]]);
    const visitor = await demoVisitor(origin, `account_demo-${role}`, jar);
    terminal = jar.get('__Host-terminal') ?? '';
    const pages = await walkDesk(visitor);
    for (const [index, stop] of stops.entries()) {
      const found = pageFor(stop, pages);
      if (!found) continue;
      const page = await atDesk(browser, origin, jar, stop.look);
      await page.goto(origin + found.path);
      if (stop.look === 'empty') await sendEmpty(page);
      const name = `${role}-${index + 1}-${stop.name}.webp`;
      await writeFile(join(folder, name), await takePicture(page, { scale: 0.75, tallest: 1100 }));
      names.push(name);
      await page.context().close();
    }
  }
  return names;
}

/** Of the pages that fit the one with most on it. */
function pageFor(stop: Stop, pages: readonly WalkedPage[]): WalkedPage | undefined {
  for (const pattern of stop.patterns) {
    const [found] = pages
      .filter((one) => one.pattern === pattern && one.status === 200)
      .toSorted((a, b) => b.text.length - a.text.length);
    if (found) return found;
  }
  return undefined;
}

async function atDesk(
  browser: TestBrowser,
  origin: string,
  jar: ReadonlyMap<string, string>,
  look: Stop['look'],
): Promise<Page> {
  const page = await browser.page({
    size: look === 'office200' ? 'office200' : 'office',
    dark: look === 'dark',
    paper: look === 'paper',
  });
  await page.context().addCookies(
    [...jar].map(([name, value]) => ({
      name,
      value,
      url: origin.replace('http:', 'https:'),
      secure: true,
      httpOnly: true,
      sameSite: 'Strict' as const,
    })),
  );
  return page;
}

async function sendEmpty(page: Page): Promise<void> {
  await emptyAct(page);
  await page.locator('main form[action^="/do/"] .buttons button').click();
  await page.locator('#errors').waitFor();
}
