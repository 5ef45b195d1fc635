import type { Slot } from '../../src/domain/booking/slot.ts';
import { closedLoop, openLoop, quantile } from './load.ts';
import { median, type Line } from './part.ts';
import { book, bookingForms, expectRealForms } from './portal-booking.ts';
import { takeSeats } from './portal-seats.ts';
import type { PortalServer } from './portal-server.ts';
import { openBrowsers, postLetters, type LetterWoman } from './portal-women.ts';
import type { PortalZone } from './portal-zone.ts';

type Bookings = {
  /** Women who are there at the beginning, the first of whom looks at the pages. */
  readonly first: readonly LetterWoman[];
  /** So many there are in the end. */
  readonly women: number;
  readonly rounds: number;
  readonly slots: readonly Slot[];
};

/** What a booking costs with few women and with all of them, and how long it takes when they come one after the other. */
export async function bookings(
  zone: PortalZone,
  server: PortalServer,
  { first, women, rounds, slots }: Bookings,
): Promise<readonly Line[]> {
  const some = async (of: readonly LetterWoman[]) => {
    const forms = bookingForms(await openBrowsers(zone, of), slots);
    const wires = Array.from({ length: LINES }, () => server.wire());
    const { node, database } = await server.spentOn(() =>
      closedLoop(wires, forms.length, async (wire, index) => {
        const form = forms[index];
        if (form) await book(wire, form);
      }),
    );
    for (const wire of wires) wire.close();
    return { both: (node + database) / of.length, database: database / of.length };
  };
  const each = atOnce(women);
  const often = async (of: readonly LetterWoman[]) => {
    const all: Awaited<ReturnType<typeof some>>[] = [];
    for (let round = 0; round < WARM + rounds; round += 1)
      all.push(await some(of.slice((round + 1) * each, (round + 2) * each)));
    const measured = all.slice(WARM);
    return {
      both: median(measured.map(({ both }) => both)),
      database: median(measured.map(({ database }) => database)),
    };
  };
  const [looked] = bookingForms(await openBrowsers(zone, first.slice(0, 1)), slots);
  const wire = server.wire();
  if (looked) await expectRealForms(wire, looked);
  wire.close();
  const small = await often(first);
  const more = await postLetters(zone, women - first.length);
  await takeSeats(zone, Math.floor(women / 2), Math.floor(first.length / 2));
  await zone.fill('analyze', []);
  const great = await often(more);

  const waiting = more.slice(leastWomen(women, rounds));
  const seconds = Math.min(OPEN_SECONDS, Math.floor(waiting.length / PER_SECOND));
  const count = PER_SECOND * seconds;
  if (count === 0) throw new Error(`${women} women are too few for ${rounds} rounds`);
  const forms = bookingForms(await openBrowsers(zone, waiting.slice(0, count)), slots);
  let loop: Awaited<ReturnType<typeof openLoop>> | undefined;
  const spent = await server.spentOn(async () => {
    loop = await openLoop({ perSecond: PER_SECOND, seconds }, server.wire, async (line, index) => {
      const form = forms[index];
      if (form) await book(line, form);
    });
  });
  const { latencies = [], errors = [] } = loop ?? {};
  for (const error of errors.slice(0, 3)) console.error(error);
  const of = `${PER_SECOND} bookings/s for ${seconds} s on shared processors`;
  return [
    {
      what: `booking with ${women} women, CPU of node and database`,
      measured: great.both,
      unit: 'ms',
      atMost: 3,
    },
    { what: 'the same, of that the database', measured: great.database, unit: 'ms' },
    {
      what: `booking with ${first.length} women, CPU of node and database`,
      measured: small.both,
      unit: 'ms',
      atMost: 3,
    },
    {
      what: `booking with ${women} women, of that with ${first.length}`,
      measured: great.both / small.both,
      unit: '×',
      atMost: 1.25,
    },
    { what: `${of}: median from the intended start`, measured: quantile(latencies, 0.5), unit: 'ms' },
    { what: `${of}: 99 of 100`, measured: quantile(latencies, 0.99), unit: 'ms', atMost: 150 },
    { what: `${of}: the longest`, measured: latencies.at(-1) ?? Number.NaN, unit: 'ms' },
    { what: `${of}: errors`, measured: errors.length, unit: 'women', atMost: 0 },
    {
      what: `${of}: CPU of node and database for one`,
      measured: (spent.node + spent.database) / count,
      unit: 'ms',
    },
  ];
}

/** So many women must be there for the rounds of one size; the first of them look at pages only. */
export function leastWomen(women: number, rounds: number): number {
  return (1 + WARM + rounds) * atOnce(women);
}

function atOnce(women: number): number {
  return Math.min(BOOKINGS, Math.floor(women / 25));
}

/** All that are made but for those of the morning. */
export function bookingsOf(rounds: number): number {
  return PER_SECOND * OPEN_SECONDS + 2 * (WARM + 1 + rounds) * BOOKINGS;
}

/** Bookings that are measured at once; a trial with few women has fewer. */
const BOOKINGS = 1000;

/** Node.js gets to know the work first: it is measured when it is as fast as it will be. */
const WARM = 2;

const PER_SECOND = 150;

/** A trial with few women is shorter. */
const OPEN_SECONDS = 60;

/** Lines kept open at once. */
const LINES = 8;
