import { ORDINARY } from '../support/portal-pages.ts';
import type { LetterWoman } from './portal-women.ts';
import type { Seen, WireBrowser } from './wire-browser.ts';

/** Scans her letter, proves who she is and fills in everything up to the free times; `see` is shown each page on the way. */
export async function goToTheTimes(
  browser: WireBrowser,
  { code, birthDate }: LetterWoman,
  see: (seen: Seen) => void = () => undefined,
): Promise<Seen> {
  see(await browser.open(`/q/${code}`));
  const [year = '', month = '', day = ''] = birthDate.split('-');
  let seen = await browser.send('/birthday', {
    'birthday-year': year,
    'birthday-month': month,
    'birthday-day': day,
  });
  see(seen);
  if (seen.path !== '/about') throw new Error(`After her birthday she is at ${seen.path}`);
  see(await browser.open('/contact'));
  for (const [action, fields] of [
    ...ORDINARY,
    ['/place', { talk: 'home', package: 'registered' }] as const,
  ]) {
    seen = await browser.send(action, fields);
    if (seen.status !== 200 || seen.path === action) throw new Error(`${action} does not let her through`);
    see(seen);
  }
  if (seen.path !== '/times') throw new Error(`In the end she is at ${seen.path}`);
  return seen;
}

/** The times that a page offers. */
export function offeredOn({ text }: Seen): readonly string[] {
  return [...text.matchAll(/value="(slot_[\w-]+)"/g)].map(([, slot = '']) => slot);
}
