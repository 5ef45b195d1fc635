import type { Line } from './part.ts';
import { goToTheTimes, offeredOn } from './portal-journey.ts';
import { countMorning, type Told } from './portal-count.ts';
import { giveSeats, takeBackSeats } from './portal-seats.ts';
import type { PortalServer } from './portal-server.ts';
import { postLetters, type LetterWoman } from './portal-women.ts';
import { coming, type PortalZone } from './portal-zone.ts';
import { wireBrowser, type Seen, type WireBrowser } from './wire-browser.ts';

/** Women who are on the portal at the same moment. */
const AT_ONCE = 32;

/** Minutes within which they come; what it takes is told of them. */
const MINUTES = 10;

/**
 * The morning on which the letters land: women come by the code of their letter, fill everything in and look at the free
 * times; then all of them want one, and there are fewer seats than women. As fast as it goes. Afterwards everything is
 * counted in the database and in the envelopes, opened as the inside opens them.
 */
export async function morning(
  zone: PortalZone,
  server: PortalServer,
  count: number,
): Promise<readonly Line[]> {
  const slots = coming(Math.min(200, Math.ceil(count / 5)));
  await takeBackSeats(zone);
  const each = Math.floor((count * 0.8) / slots.length);
  await giveSeats(zone, slots, each);
  const seats = each * slots.length;
  const women = await postLetters(zone, count);
  const waiting = women.values();
  const told: Told[] = [];
  const began = performance.now();
  const spent = await server.spentOn(async () => {
    const lines = Array.from({ length: AT_ONCE }, () => ({ wire: server.wire(), women: [] as AtTheTimes[] }));
    let index = 0;
    await Promise.all(
      lines.map(async (line) => {
        for (const woman of waiting) {
          const browser = wireBrowser(line.wire, (index += 1));
          line.women.push({ woman, browser, page: await goToTheTimes(browser, woman) });
        }
      }),
    );
    await Promise.all(
      lines.map(async (line) => {
        for (const one of line.women) told.push({ woman: one.woman, ...(await takeOne(one)) });
        line.wire.close();
      }),
    );
  });
  const minutes = (performance.now() - began) / 60_000;
  const { booked, refused } = await countMorning(zone, told, seats);
  const of = `morning of ${count} women and ${seats} seats`;
  return [
    { what: `${of}: all of them served`, measured: minutes, unit: 'min', atMost: MINUTES },
    {
      what: `${of}: CPU of node and database for one`,
      measured: (spent.node + spent.database) / count,
      unit: 'ms',
    },
    {
      what: `${of}: booked, each once, every envelope there and opened`,
      measured: booked,
      unit: 'women',
      atLeast: seats,
    },
    { what: `${of}: told that the time was taken, until none was left`, measured: refused, unit: 'women' },
  ];
}

type AtTheTimes = { readonly woman: LetterWoman; readonly browser: WireBrowser; readonly page: Seen };

/** Wants a time of the page she sees; while others are quicker she looks again, until there is none. */
async function takeOne({ browser, page: first }: AtTheTimes): Promise<Omit<Told, 'woman'>> {
  let page = first;
  for (let taken = 0; ; taken += 1) {
    const slots = offeredOn(page);
    const slot = slots[Math.floor(Math.random() * slots.length)];
    if (slot === undefined) return { no: undefined, taken };
    const seen = await browser.send('/times', { slot });
    if (seen.path === '/check') {
      const done = await browser.send('/check');
      const no = /class="number">([^<]*)</.exec(done.text)?.[1];
      if (done.path !== '/done' || no === undefined) throw new Error(`Her sending led to ${done.path}`);
      return { no, taken };
    }
    if (seen.path !== '/times?taken') throw new Error(`Her wish led to ${seen.path}`);
    page = seen;
  }
}
