import { date } from '../../src/domain/basics/civil-date.ts';
import { instantAt } from '../../src/domain/basics/instant.ts';
import { slotId } from '../../src/domain/booking/slot.ts';
import { LANG_TAG, PORTAL_LANGUAGES } from '../../src/domain/portal/language.ts';
import { TELL_KINDS } from '../../src/domain/portal/message.ts';
import type { InsidePart } from '../../src/domain/portal/inside-part.ts';
import { tellPath } from '../../src/apps/portal/tell-paths.ts';
import type { Line } from './part.ts';
import { goToTheTimes, offeredOn } from './portal-journey.ts';
import type { PortalServer } from './portal-server.ts';
import { postLetters, type LetterWoman } from './portal-women.ts';
import type { PortalZone } from './portal-zone.ts';
import { wireBrowser, type Seen, type WireBrowser } from './wire-browser.ts';

/** Kilobytes of a first view, and of the script. */
const BOUND = { view: 14, script: 10 };

const LARGEST = 5;

/**
 * What a browser has to fetch before it can draw a page: the page and the style sheet, compressed, as they come over the
 * wire. Every page, also those of women for whom something is different, and forms sent with everything wrong.
 */
export async function pageSizes(zone: PortalZone, server: PortalServer): Promise<readonly Line[]> {
  const women = await postLetters(zone, PORTAL_LANGUAGES.length);
  const states: (readonly [string, LetterWoman])[] = [];
  for (const [name, part] of Object.entries(STATES)) {
    const [woman] = await postLetters(zone, 1, part);
    if (woman) states.push([name, woman]);
  }
  const wire = server.wire();
  const views: { readonly page: string; readonly language: string; readonly bytes: number }[] = [];
  let index = 1_000_000;
  let assets = { style: 0, script: 0 };
  for (const [at, language] of PORTAL_LANGUAGES.entries()) {
    const tag = LANG_TAG[language];
    const see = (note: string) => (seen: Seen) => {
      if (seen.status >= 500) throw new Error(`${seen.path} is broken`);
      const path = seen.path.replace(/\/q\/.*/, '/birthday');
      views.push({ page: `${path}${note}`, language, bytes: seen.bytes });
    };
    const fresh = () => wireBrowser(wire, (index += 257), tag);
    const woman = women[at];
    if (woman) assets = await seeTheWay(fresh(), woman, see);
    for (const path of [
      '/?ended',
      '/?wrong=check',
      '/enquiry',
      '/privacy',
      '/accessibility',
      '/stop',
      '/nothing',
    ])
      see('')(await fresh().open(path));
    for (const [name, her] of states) await seeState(fresh(), her, see(` (${name})`));
  }
  wire.close();
  // Of each page the language in which it is largest.
  const pages = new Map<string, { readonly what: string; readonly kb: number }>();
  for (const { page, language, bytes } of views) {
    const kb = (bytes + assets.style) / 1024;
    if (kb > (pages.get(page)?.kb ?? 0)) pages.set(page, { what: `${page}, ${language}`, kb });
  }
  const largest = [...pages.values()].toSorted((a, b) => b.kb - a.kb);
  return [
    ...largest.slice(0, LARGEST).map(({ what, kb }, place): Line => ({
      what: `page and style sheet, of ${largest.length} pages in ${PORTAL_LANGUAGES.length} languages the ${place + 1}. largest: ${what}`,
      measured: kb,
      unit: 'KB',
      atMost: BOUND.view,
    })),
    { what: 'of that the style sheet', measured: assets.style / 1024, unit: 'KB' },
    { what: 'script', measured: assets.script / 1024, unit: 'KB', atMost: BOUND.script },
  ];
}

type See = (note: string) => (seen: Seen) => void;

async function seeTheWay(browser: WireBrowser, woman: LetterWoman, see: See) {
  const front = await browser.open('/');
  see('')(front);
  const asset = async (ending: string) => {
    const path = new RegExp(`"(/assets/[^"]*\\.${ending})"`).exec(front.text)?.[1] ?? '';
    return (await browser.open(path)).bytes;
  };
  const assets = { style: await asset('css'), script: await asset('js') };
  await browser.open(`/q/${woman.code}`);
  see(' with errors')(await browser.send('/birthday'));
  const times = await goToTheTimes(browser, woman, see(''));
  for (const path of FILLED_IN) {
    see(' filled in')(await browser.open(path));
    see(' with errors')(await browser.send(path));
  }
  for (const path of [
    '/times?page=1',
    '/times?view=calendar',
    '/times?taken',
    '/check?later',
    '/home',
    '/saved',
    '/care',
  ])
    see('')(await browser.open(path));
  await browser.open('/times');
  const [slot = ''] = offeredOn(times);
  see('')(await browser.send('/times', { slot }));
  see('')(await browser.send('/check'));
  see(' after sending')(await browser.open('/home'));
  return assets;
}

/** Pages of the way that are seen again, and sent empty. */
const FILLED_IN = ['/consent', '/questions/1', '/questions/2', '/questions/3', '/alone', '/place'];

async function seeState(browser: WireBrowser, { code, birthDate }: LetterWoman, see: (seen: Seen) => void) {
  await browser.open(`/q/${code}`);
  const [year = '', month = '', day = ''] = birthDate.split('-');
  see(
    await browser.send('/birthday', { 'birthday-year': year, 'birthday-month': month, 'birthday-day': day }),
  );
  for (const path of ['/home', '/stop', '/survey', ...TELL_KINDS.map(tellPath), '/place', '/times']) {
    see(await browser.open(path));
    if (path.startsWith('/change') || path === '/survey') see(await browser.send(path));
  }
}

const DAY = date('2026-06-24');

const STATES: Readonly<Record<string, Partial<InsidePart>>> = {
  booked: {
    registered: true,
    answered: true,
    booking: {
      slot: slotId(DAY, '14:00'),
      date: DAY,
      start: '14:00',
      minutes: 60,
      mode: 'visit',
      changeableUntil: instantAt(date('2026-06-23'), '17:00'),
      needsCall: true,
    },
    tells: TELL_KINDS,
  },
  answered: { registered: true, answered: true },
  paused: { words: 'paused', registered: true, tells: ['resume', 'withdraw', 'question'] },
  'after-birth': {
    words: 'after-birth',
    bookable: undefined,
    notBookable: { why: 'after-birth' },
    tells: ['delivery-address', 'moved', 'not-received', 'question'],
  },
  grief: { words: 'grief', bookable: undefined, tells: ['question'] },
  ended: { words: 'ended', bookable: undefined, tells: [] },
  survey: {
    bookable: undefined,
    registered: true,
    answered: true,
    notBookable: { why: 'visited' },
    survey: { survey: 'survey-2026', form: 'survey/1', token: 'T'.repeat(24) },
  },
};
