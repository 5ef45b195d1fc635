import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { date, addDays } from '../src/domain/basics/civil-date.ts';
import { PORTAL_LANGUAGES } from '../src/domain/portal/language.ts';
import { openBrowser, type TestBrowser } from '../tests/support/browser.ts';
import { calmAnswers } from '../tests/support/calm-answers.ts';
import { walkPortal } from '../tests/support/walk-portal.ts';
import { takePicture } from './take-picture.ts';

await import('../src/tsx.ts');
const { takeDeskPictures } = await import('./desk-pictures.ts');

/**
 * Takes the pictures of docs/pictures on a synthetic town: every page of the portal on a phone in five languages, and the
 * working days of the desk. Starts that town itself, or uses one that runs: `--town FOLDER --at http://localhost:4100
 * --desk-at http://localhost:4200`. `--only desk` leaves the portal's as they are.
 */
const FOLDER = 'docs/pictures';
/** All of them together; whoever clones the project pays for it. */
const MOST_BYTES = 6_000_000;
/** Pages that need no code. */
const OPEN_PAGES = ['/enquiry', '/stop', '/privacy', '/accessibility', '/status'];
/** Pages that are sent empty once, to show what they say then. */
const SHOWN_EMPTY = ['/birthday', '/contact', '/questions/1', '/place'];
/** Ten weeks ahead: the 8th month is just beginning. */
const DAYS_TO_DUE = 70;

type Letter = {
  readonly who: 'not-opened' | 'booked' | 'visited';
  readonly code: string;
  readonly birthDate: string;
};
type Town = {
  readonly address: string;
  readonly desk: string;
  readonly today: string;
  readonly letters: readonly Letter[];
};

async function takePictures(town: Town, browser: TestBrowser): Promise<number> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await openPages(town, browser);
  for (const letter of town.letters) {
    const page = await browser.page({ scripts: false });
    const album = albumOf(page, letter.who);
    const way = { address: town.address, letter, seen: (path: string) => everyState(page, path, album) };
    if (letter.who === 'not-opened') {
      await walkPortal(page, { ...way, answers: calmAnswers(addDays(date(town.today), DAYS_TO_DUE)) });
    } else {
      await enter(page, way);
      await lookAround(page, town, album);
      if (letter.who === 'booked') await tellLoss(page, town, album);
    }
    await page.context().close();
  }
  return weigh();
}

/** A page of the way, its second view and what it says when nothing was filled in. */
async function everyState(page: Page, path: string, album: Album): Promise<void> {
  await album.take(path);
  const other = page.locator('.views a:not([aria-current])').first();
  if ((await other.count()) > 0) {
    await other.click();
    await album.take(`${path}-other-view`);
    await page.goto(new URL(path, page.url()).href);
  }
  if (SHOWN_EMPTY.includes(path)) {
    await album.take(`${path}-empty`, async () => {
      await page.locator('main button.main').first().click();
      await page.locator('#errors').waitFor();
    });
    await page.goto(new URL(path, page.url()).href);
  }
}

async function openPages(town: Town, browser: TestBrowser): Promise<void> {
  const page = await browser.page({ scripts: false });
  const album = albumOf(page, 'open');
  for (const path of OPEN_PAGES) {
    const answer = await page.goto(town.address + path);
    if (answer?.ok()) await album.take(path);
  }
  await page.context().close();
}

/** Both proofs; no pictures, they are the same for everybody. */
async function enter(page: Page, way: { readonly address: string; readonly letter: Letter }): Promise<void> {
  await page.goto(way.address);
  await page.locator('main [name=code]').fill(way.letter.code);
  await page.locator('main button.main').click();
  const parts = way.letter.birthDate.split('-');
  for (const [index, part] of ['year', 'month', 'day'].entries()) {
    await page.locator(`main [name=birthday-${part}]`).fill(parts[index] ?? '');
  }
  await page.locator('main button.main').click();
}

/** The page she comes to, and every page that it leads to. */
async function lookAround(page: Page, { address }: Town, album: Album): Promise<void> {
  const home = new URL(page.url()).pathname;
  await album.take(home);
  const links = await page.locator('main a[href^="/"]').all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
  const paths = new Set([...hrefs.flatMap((href) => href ?? []), '/stop']);
  for (const path of paths) {
    const answer = await page.goto(address + path).catch(() => undefined);
    if (answer?.ok() && new URL(page.url()).pathname === path) await album.take(path);
  }
}

/** The last thing that is done with a letter: from then on its link has no other words. */
async function tellLoss(page: Page, { address }: Town, album: Album): Promise<void> {
  await page.goto(`${address}/stop`);
  await page.locator('main [name=what][value=loss]').click();
  await page.waitForLoadState('domcontentloaded');
  await album.take(new URL(page.url()).pathname);
}

/** `first`: what is done in each language before the picture. */
type Album = { readonly take: (path: string, first?: () => Promise<void>) => Promise<void> };

/** Numbered in the order in which they were taken; the same page in five languages has the same number. */
function albumOf(page: Page, name: string): Album {
  let count = 0;
  return {
    take: async (path, first) => {
      count += 1;
      const label = `${name}-${String(count).padStart(2, '0')}-${wordsOf(path)}`;
      for (const [index, language] of PORTAL_LANGUAGES.entries()) {
        if (!(await speak(page, index)) && index > 0) return;
        await first?.();
        await writeFile(join(FOLDER, `${label}.${language}.webp`), await takePicture(page, { scale: 0.5 }));
      }
      await speak(page, 0);
    },
  };
}

function wordsOf(path: string): string {
  return path === '/'
    ? 'front'
    : path
        .slice(1)
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(0, 40);
}

/** Shows this page in another language; false on a page without the row of languages. */
async function speak(page: Page, index: number): Promise<boolean> {
  const link = page.locator('nav.languages a').nth(index);
  if ((await link.count()) === 0) return false;
  await page.goto(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
  return true;
}

async function weigh(): Promise<number> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.webp')).toSorted();
  const files = await Promise.all(names.map((name) => readFile(join(FOLDER, name))));
  const bytes = files.reduce((sum, file) => sum + file.length, 0);
  if (bytes > MOST_BYTES) throw new Error(`The pictures have ${bytes} bytes, at most ${MOST_BYTES}`);
  const stops = [...new Set(names.map((name) => name.replace(/\.[a-z]+\.webp$/, '')))];
  const head = ['page', ...PORTAL_LANGUAGES].join(' | ');
  const rows = stops.map((stop) =>
    [stop, ...PORTAL_LANGUAGES.map((language) => `[${language}](${stop}.${language}.webp)`)].join(' | '),
  );
  await writeFile(
    join(FOLDER, 'README.md'),
    `# The pages of the portal\n\nMade by \`npm run pictures\` on a synthetic town, on a phone, without scripts.\n\n| ${head} |\n|${'---|'.repeat(6)}\n${rows.map((row) => `| ${row} |`).join('\n')}\n`,
  );
  return names.length;
}

async function readTown(folder: string, address: string, desk: string): Promise<Town> {
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));
  return {
    address,
    desk,
    today: (await read('summary.json')).until,
    letters: await read('codes-to-try.json'),
  };
}

/** A new town and both of its zones; ready when it says where the portal is. */
async function startTown(
  folder: string,
): Promise<{ readonly town: Town; readonly stop: () => Promise<void> }> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['src/simulation/start.ts', 'town', JSON.stringify({ out: folder }), ...PORTS],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const address = await new Promise<string>((done, fail) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /ポータル\)\s+(\S+)/.exec(said) ?? [];
      if (found) done(found.replace(/\/$/, ''));
    });
    child.on('exit', (code) =>
      fail(new Error(`The town ended with ${code} before the portal answered:\n${said}`)),
    );
  });
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { town: await readTown(folder, address, 'http://localhost:4181'), stop };
}

const PORTS = ['--portal-port', '4180', '--desk-port', '4181', '--courier-port', '4182'];

const { values: said } = parseArgs({
  options: {
    town: { type: 'string' },
    at: { type: 'string' },
    'desk-at': { type: 'string' },
    only: { type: 'string' },
  },
});
const started =
  said.town !== undefined && said.at !== undefined && said['desk-at'] !== undefined
    ? { town: await readTown(said.town, said.at, said['desk-at']), stop: () => Promise.resolve() }
    : await startTown(await mkdtemp(join(tmpdir(), 'mimamori-pictures-')));
const browser = await openBrowser();
try {
  const portal = said.only === 'desk' ? 0 : await takePictures(started.town, browser);
  const desk = await takeDeskPictures(started.town.desk, browser, join(FOLDER, 'desk'));
  process.stdout.write(`${portal + desk.length} pictures in ${FOLDER}\n`);
} finally {
  await browser.close();
  await started.stop();
}
