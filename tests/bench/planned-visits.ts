import { GOOD_CHECKLIST } from '../support/checklist.ts';
import { usualOpening } from '../support/usual-opening.ts';
import { addDays, date, type CivilDate } from '../../src/domain/basics/civil-date.ts';
import { slotId } from '../../src/domain/booking/slot.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import type { BenchPlace } from './bench-place.ts';

/** A visit that took place and waits to be written down by its visitor. */
export type PlannedVisit = { readonly visitor: string; readonly record: object };

const CHUNK = 100;
const SEATS = 60;
const FIRST_DAY = date('2026-06-01');
const ids = randomIds();

/** Women of month 8 who registered, booked and were given a visitor; all visits are over on 26 June 2026. */
export async function plannedVisits(home: BenchPlace, count: number): Promise<readonly PlannedVisit[]> {
  const manager = await home.person('responsible-manager');
  const operator = await home.person('operator');
  const times = await openTimes(home, manager, count);
  const visitors = await qualified(home, manager);
  const planned: PlannedVisit[] = [];
  for (let from = 0; from < count; from += CHUNK) {
    const chunk = Array.from({ length: Math.min(CHUNK, count - from) }, (_, at) => {
      const [day, start] = times[Math.floor((from + at) / visitors.length)] ?? [];
      const visitor = visitors[(from + at) % visitors.length] ?? '';
      if (!day || !start) throw new Error('There are more visits than times');
      return { case: ids.fresh('case'), day, start, visitor };
    });
    await home.done(
      chunk.map((one) => ['case.open', opening(one.case)]),
      'system:intake',
    );
    await home.done(
      chunk.map((one) => [
        'resident.register',
        { case: one.case, channel: 'web', email: 'hanako@example.jp', confirmed: true },
      ]),
      'resident',
    );
    const booked = await home.done(
      chunk.map((one) => [
        'booking.make',
        { case: one.case, slot: slotId(one.day, one.start), mode: 'visit', requestedBy: 'herself' },
      ]),
      operator,
    );
    const bookings = new Map(
      booked.flatMap((fact) => (fact.type === 'booking.made' ? [[fact['case'], fact['booking']]] : [])),
    );
    await home.done(
      chunk.map((one) => [
        'visit.assign',
        { case: one.case, booking: bookings.get(one.case), visitor: one.visitor },
      ]),
      manager,
    );
    for (const one of chunk) {
      planned.push({ visitor: one.visitor, record: record(one, bookings.get(one.case)) });
    }
  }
  return planned;
}

async function openTimes(
  home: BenchPlace,
  manager: string,
  count: number,
): Promise<readonly (readonly [CivilDate, string])[]> {
  const { starts } = chiyodaVisit.rules.booking;
  const times: (readonly [CivilDate, string])[] = [];
  for (let day = FIRST_DAY; times.length * (SEATS - 2) < count; day = addDays(day, 1)) {
    if (!chiyodaVisit.rules.booking.calendar || isWeekend(day)) continue;
    await home.done([['booking.open-day', { date: day, visitors: SEATS }]], manager);
    for (const start of starts) times.push([day, start]);
  }
  return times;
}

function isWeekend(day: CivilDate): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

async function qualified(home: BenchPlace, manager: string): Promise<readonly string[]> {
  const visitors: string[] = [];
  while (visitors.length < SEATS - 2) {
    const account = await home.person('visitor');
    const licence = { account, licence: 'nurse', number: '第12345号', checkedOn: '2026-05-01' };
    await home.done([['visitor.qualify', licence]], manager);
    for (const topic of chiyodaVisit.rules.visits.trainingTopics) {
      await home.done([['visitor.train', { account, topic, on: '2026-05-01', material: 'v1' }]], manager);
    }
    visitors.push(account);
  }
  return visitors;
}

function opening(id: string): object {
  return {
    case: id,
    person: ids.fresh('person'),
    opening: usualOpening(),
    values: [
      { section: 'identity', value: { name: '見本 花子', kana: 'ミホン ハナコ', birthDate: '1995-05-05' } },
      { section: 'address', value: { postcode: '1020074', address: '九段南1-2-1', building: '' } },
      { section: 'contact', value: { phone: '0300000000' } },
    ],
  };
}

function record(
  one: { readonly case: string; readonly day: string; readonly start: string },
  booking: unknown,
) {
  return {
    case: one.case,
    booking,
    date: one.day,
    from: one.start,
    to: `${one.start.slice(0, 3)}13`,
    met: 'woman',
    pregnant: true,
    checklist: 'visit-checklist/1',
    consent: 'given',
    stamped: true,
    considerate: true,
    answers: GOOD_CHECKLIST,
  };
}
