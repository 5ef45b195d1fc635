import type { Page } from 'playwright-core';
import type { Look, TestBrowser } from './browser.ts';
import type { Sitting } from './desk-room.ts';

/** A page of the desk in a real browser, with the session of somebody: 1366 × 768 unless told. */
export async function deskPage(
  browser: TestBrowser,
  origin: string,
  { cookies }: Pick<Sitting, 'cookies'>,
  look: Look = {},
): Promise<Page> {
  const page = await browser.page({ size: 'office', ...look });
  await page.context().addCookies(
    cookies().map((one) => ({
      ...one,
      url: origin.replace('http:', 'https:'),
      secure: true,
      httpOnly: true,
      sameSite: 'Strict' as const,
    })),
  );
  await page.goto(`${origin}/`);
  return page;
}
