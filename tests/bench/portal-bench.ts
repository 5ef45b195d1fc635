import { median, type Line, type PartResult } from './part.ts';
import { closedLoop } from './load.ts';
import { headersOf, pageOf } from './portal-booking.ts';
import { bookings, bookingsOf, leastWomen } from './portal-bookings.ts';
import { morning } from './portal-morning.ts';
import { giveSeats, takeSeats } from './portal-seats.ts';
import { portalServer, type PortalServer } from './portal-server.ts';
import { pageSizes } from './portal-sizes.ts';
import { openBrowsers, postLetters, type LetterWoman } from './portal-women.ts';
import { coming, portalZone, type PortalZone } from './portal-zone.ts';
import type { Wire } from './wire.ts';

const WOMEN = 100_000;

/** Women that the small portal has; a booking of the great one must cost no more than a little beyond it. */
const FEW = 10_000;

/** Lines kept open at once. */
const LINES = 8;

const SLOTS = coming(300);

/**
 * The portal as a process of its own, as `serve` starts it, on a real database with fsync on; this process is the
 * internet. All three share the machine's processors, so what is answered a second is less than the server alone could.
 */
export async function portalBench(rounds: number, women = WOMEN): Promise<PartResult> {
  const zone = await portalZone();
  try {
    await giveSeats(zone, SLOTS, Math.ceil(bookingsOf(rounds) / SLOTS.length) + 1);
    const few = Math.max(leastWomen(women, rounds), Math.round((women * FEW) / WOMEN));
    const first = await postLetters(zone, few);
    await takeSeats(zone, Math.floor(few / 2));
    const starts: number[] = [];
    for (let round = 0; round < rounds; round += 1) starts.push(await startOnce(zone));
    const server = await portalServer(zone);
    try {
      const lines: Line[] = [
        { what: 'outside process, start to first answer', measured: median(starts), unit: 's', atMost: 1 },
      ];
      lines.push(...(await pages(zone, server, first, rounds)));
      lines.push(...(await bookings(zone, server, { first, women, rounds, slots: SLOTS })));
      lines.push({
        what: 'outside process after that load, resident',
        measured: await server.rssMb(),
        unit: 'MB',
        atMost: 200,
      });
      lines.push(...(await morning(zone, server, Math.round(women / 20))));
      lines.push({
        what: 'outside process after that morning, resident',
        measured: await server.rssMb(),
        unit: 'MB',
        atMost: 200,
      });
      lines.push(...(await pageSizes(zone, server)));
      return { lines, peakMb: await server.peakMb() };
    } finally {
      await server.stop();
    }
  } finally {
    await zone.remove();
  }
}

async function startOnce(zone: PortalZone): Promise<number> {
  const server = await portalServer(zone);
  await server.stop();
  return server.answeredAfter;
}

async function pages(
  zone: PortalZone,
  server: PortalServer,
  women: readonly LetterWoman[],
  rounds: number,
): Promise<readonly Line[]> {
  const browsers = await openBrowsers(zone, women.slice(0, 200));
  const headers = browsers.map(({ cookie }, index) => headersOf(cookie, index));
  const one = (path: string) => async (wire: Wire, index: number) => {
    const { status } = await wire.ask({ path, headers: headers[index % headers.length] });
    if (status !== 200) throw new Error(`${path} is answered by ${status}`);
  };
  const front = async (wire: Wire, index: number) => {
    const { status } = await wire.ask({ path: '/', headers: headersOf(undefined, index) });
    if (status !== 200) throw new Error(`The first page is answered by ${status}`);
  };
  const wire = server.wire();
  for (const path of ['/home', '/questions/1', '/times'])
    pageOf(await wire.ask({ path, ...(headers[0] ? { headers: headers[0] } : {}) }));
  wire.close();
  return [
    ...(await measured(
      'first page without a session',
      { server, rounds, count: 15_000, work: front },
      { cpu: 0.2, perSecond: 3000 },
    )),
    ...(await measured(
      'home in a session',
      { server, rounds, count: 3000, work: one('/home') },
      { cpu: 1, perSecond: 800 },
    )),
    ...(await measured(
      'questionnaire in a session',
      { server, rounds, count: 3000, work: one('/questions/1') },
      { cpu: 1, perSecond: 800 },
    )),
    ...(await measured(
      `${SLOTS.length} free times in a session`,
      { server, rounds, count: 1500, work: one('/times') },
      {},
    )),
  ];
}

type Measuring = {
  readonly server: PortalServer;
  readonly rounds: number;
  readonly count: number;
  readonly work: (wire: Wire, index: number) => Promise<void>;
};

/** Processor time of node and database for one, and how many a second; the first round warms up and does not count. */
async function measured(
  what: string,
  { server, rounds, count, work }: Measuring,
  bound: { readonly cpu?: number; readonly perSecond?: number },
): Promise<readonly Line[]> {
  const wires = Array.from({ length: LINES }, () => server.wire());
  await closedLoop(wires, count, work);
  const all: { readonly node: number; readonly database: number; readonly perSecond: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { node, database, seconds } = await server.spentOn(() => closedLoop(wires, count, work));
    all.push({ node: node / count, database: database / count, perSecond: count / seconds });
  }
  for (const wire of wires) wire.close();
  return [
    {
      what: `${what}, CPU of node and database`,
      measured: median(all.map(({ node, database }) => node + database)),
      unit: 'ms',
      ...(bound.cpu === undefined ? {} : { atMost: bound.cpu }),
    },
    {
      what: `${what}, of that the database`,
      measured: median(all.map(({ database }) => database)),
      unit: 'ms',
    },
    {
      what: `${what}, one process`,
      measured: median(all.map(({ perSecond }) => perSecond)),
      unit: '/s',
      ...(bound.perSecond === undefined ? {} : { atLeast: bound.perSecond }),
    },
  ];
}
