import { existsSync } from 'node:fs';
import { after } from 'node:test';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';

/** How somebody looks at a page. A phone (390 × 844) with scripts in light colours unless told. */
export type Look = {
  readonly scripts?: boolean;
  readonly dark?: boolean;
  readonly forcedColours?: boolean;
  readonly moreContrast?: boolean;
  /** `zoom400`: a screen of 1280 × 1024 at 400 %. */
  readonly size?: keyof typeof SIZES;
  readonly paper?: boolean;
};

export type TestBrowser = {
  /** A new page in a profile of its own: no cookies, nothing cached. */
  readonly page: (look?: Look) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** One browser for a test file; it ends with the file. */
export async function testBrowser(): Promise<TestBrowser> {
  const browser = await openBrowser();
  after(() => browser.close());
  return browser;
}

/** The Chromium of the operating system. */
export async function openBrowser(): Promise<TestBrowser> {
  const executablePath = PLACES.find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium on this machine. Install it with: apt-get install chromium fonts-noto-cjk (looked at ' +
        `${PLACES.join(', ')})`,
    );
  }
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'];
  const browser = await chromium.launch({ executablePath, args });
  return {
    page: async (look = {}) => {
      const context = await openContext(browser, look);
      const page = await context.newPage();
      if (look.scripts === false) await withoutScripts(page);
      if (look.paper) await page.emulateMedia({ media: 'print' });
      return page;
    },
    close: () => browser.close(),
  };
}

/** The one session of the tools that holds scripts back on a page: no other could let them go. */
const held = new WeakMap<Page, CDPSession>();

/** What the setting of a browser for "no JavaScript" does, but so that a measure, which is a script, can be let in. */
async function withoutScripts(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  held.set(page, session);
}

/**
 * Lets scripts run on a page without scripts for as long as a measure takes its look. Those of the page itself do not
 * wake by it: they were passed by when the page was read.
 */
export async function measured<Found>(page: Page, measure: () => Promise<Found>): Promise<Found> {
  const session = held.get(page);
  await session?.send('Emulation.setScriptExecutionDisabled', { value: false });
  try {
    return await measure();
  } finally {
    await session?.send('Emulation.setScriptExecutionDisabled', { value: true });
  }
}

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The screens, in CSS pixels. */
export const SIZES = {
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
  zoom400: { width: 320, height: 256 },
  desk: { width: 1280, height: 900 },
  /** The smallest screen of an office, and the same at 200 %. */
  office: { width: 1366, height: 768 },
  office200: { width: 683, height: 384 },
} as const;

function openContext(browser: Browser, look: Look): Promise<BrowserContext> {
  const size = look.size ?? 'phone';
  return browser.newContext({
    viewport: SIZES[size],
    deviceScaleFactor: size === 'desk' || size === 'office' ? 1 : 2,
    hasTouch: size === 'phone' || size === 'narrow',
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    colorScheme: look.dark ? 'dark' : 'light',
    forcedColors: look.forcedColours ? 'active' : 'none',
    contrast: look.moreContrast ? 'more' : 'no-preference',
    // Places for trying out have certificates of their own.
    ignoreHTTPSErrors: true,
  });
}
