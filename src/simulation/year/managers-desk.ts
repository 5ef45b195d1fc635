import { addDays, date, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { AccountId, CaseId, MatterId } from '../../domain/basics/ids.ts';
import { monthContaining } from '../../domain/basics/year-month.ts';
import {
  isProgrammeDay,
  programmeDayBefore,
  programmeDayNotAfter,
  programmeDaysIn,
} from '../../domain/calendar/programme-days.ts';
import { stopsOn } from '../../domain/standing/what-stops-what.ts';
import { attempts } from '../../domain/visits/attempts.ts';
import type { CaseState } from '../../domain/case.ts';
import { visitorTime } from '../../domain/visits/visitor-time.ts';
import type { Call } from '../../gate/execute.ts';
import type { Hands } from './hands.ts';
import type { Office } from './office.ts';
import { once, type People } from './people.ts';
import { STAFF, VISITORS } from './staff.ts';

/** A day in the middle of the year falls out. */
const TYPHOON = date('2026-09-17');
/** The day of the month, after its reports have gone, from which a wrong record is noticed. */
const SEEN_FROM = '12';
const MANAGER = { actor: STAFF.manager };
const ASSIGN_AHEAD = 7;
/** Visitors on duty on a day; one more of them is in reserve for whoever falls ill. */
const ON_DUTY = VISITORS.length - 1;

/** The responsible manager: opens days, sends visitors, judges what only she may, and asks the ward. */
export function managersDesk(hands: Hands, people: People): Office {
  const openedUntil = { day: addDays(hands.rules.booking.firstDay, -1) };
  const told = new Set<string>();
  return {
    name: 'managers-desk',
    time: '13:30',
    open: (day) => isProgrammeDay(day, hands.rules.booking.calendar),
    work: async () => {
      await openDays(hands, openedUntil);
      await assign(hands);
      await judge(hands, people, told);
      await closeForTyphoon(hands);
      await correctRecords(hands, people);
    },
  };
}

/** The times of the coming three months are open at any day (CHI-8.16-7). */
async function openDays({ act, clock, rules }: Hands, opened: { day: CivilDate }): Promise<void> {
  const ahead = addDays(clock.today(), 92);
  const to = ahead < rules.contract.to ? ahead : rules.contract.to;
  if (monthContaining(addDays(opened.day, 1)) > monthContaining(to) || opened.day >= to) return;
  const days = programmeDaysIn({ from: addDays(opened.day, 1), to }, rules.booking.calendar);
  opened.day = to;
  await act(
    MANAGER,
    days.map((date) => ({ row: 'booking.open-day', input: { date, visitors: ON_DUTY } })),
  );
}

/** A typhoon is announced: the next day falls out, and whoever was booked is called (CHI-8.6, `booking.rebook`). */
async function closeForTyphoon({ act, clock, rules }: Hands): Promise<void> {
  if (clock.today() !== programmeDayBefore(TYPHOON, 1, rules.booking.calendar)) return;
  await act(MANAGER, [{ row: 'booking.close-day', input: { date: TYPHOON, reason: 'typhoon' } }]);
}

/** Who visits: for every date of the coming week somebody who is free then (CHI-8.2-2). */
async function assign({ act, book, clock, rules }: Hands): Promise<void> {
  const busy = new Set<string>();
  const open: { readonly case: CaseId; readonly state: CaseState }[] = [];
  for (const [id, state] of book.cases()) {
    const { active } = state.bookings;
    if (!active || active.date < clock.today()) continue;
    if (active.visitor) {
      for (const { key } of visitorTime(active.visitor, active, rules)) busy.add(key);
    } else if (active.date <= addDays(clock.today(), ASSIGN_AHEAD)) open.push({ case: id, state });
  }
  const calls = open.flatMap(({ case: id, state: { bookings } }): Call[] => {
    const { active } = bookings;
    if (!active) return [];
    const free = (visitor: AccountId) =>
      visitorTime(visitor, active, rules).every(({ key }) => !busy.has(key));
    const visitor = VISITORS.find(free);
    if (!visitor) throw new Error(`Nobody is free on ${active.date}`);
    for (const { key } of visitorTime(visitor, active, rules)) busy.add(key);
    return [{ row: 'visit.assign', input: { case: id, booking: active.booking, visitor } }];
  });
  await act(MANAGER, calls);
}

/** In the middle of the next month somebody sees that a record is wrong: the month's report lies with the ward already. */
async function correctRecords({ act, book, clock }: Hands, people: People): Promise<void> {
  const today = clock.today();
  for (const person of people.all) {
    const { mistake } = person.life.visit;
    const done = person.case && mistake ? book.caseOf(person.case).visits.completed : undefined;
    if (!done || monthContaining(today) <= monthContaining(done.date) || today.slice(8) < SEEN_FROM) continue;
    if (!once(person, 'correct')) continue;
    const input = { case: person.case, booking: done.booking, reason: 'wrongly-recorded', ...mistake };
    await act({ actor: STAFF.manager, second: done.visitor }, [{ row: 'visit.correct', input }]);
  }
}

async function judge(hands: Hands, people: People, told: Set<string>): Promise<void> {
  const { act, book, ids } = hands;
  const calls: Call[] = [];
  for (const [id, state] of book.cases()) {
    const person = people.of(id);
    for (const piece of state.mail.pieces) {
      if (piece.status !== 'returned' || piece.reason !== 'refused' || piece.reviewed) continue;
      if (piece.kind.startsWith('package')) {
        calls.push({ row: 'piece.review-return', input: { case: id, piece: piece.piece, resend: true } });
        continue;
      }
      const fate = person?.life.letters.find((one) => one.end === 'returned' && one.reason === 'refused');
      const resend = fate?.end === 'returned' && fate.reviewed === 'send-again';
      calls.push({ row: 'piece.review-return', input: { case: id, piece: piece.piece, resend } });
    }
    if (state.standing.unreachable && !state.standing.closed && !told.has(id)) {
      told.add(id);
      const matter: MatterId = ids.fresh('matter');
      calls.push({
        row: 'ward.tell',
        input: {
          matter,
          case: id,
          about: 'unreachable',
          channel: 'paper',
          by: 'health-centre',
          ref: `letter-${matter.slice(-8)}`,
        },
      });
      if (!state.bookings.active && !state.visits.completed) {
        calls.push({ row: 'case.close', input: { case: id, outcome: 'unreachable' } });
        continue;
      }
    }
    // She who was missed twice first this year calls back and is given one attempt more.
    const willing = told.has('cap') ? (person?.life.visit.attempts.length ?? 0) : 3;
    const more = moreAttempts(hands, id, state, willing);
    if (more.some(({ row }) => row === 'visit.raise-cap')) told.add('cap');
    calls.push(...more);
  }
  await act(MANAGER, calls);
}

/** After two absences she may allow one more (CHI-8.7-2), or end the case unvisited (CHI-8.7-3). */
function moreAttempts(
  { rules, clock }: Hands,
  id: CaseId,
  state: CaseState,
  willing: number,
): readonly Call[] {
  const { visits, standing, bookings, registration } = state;
  const { usedUp, next } = attempts(visits, rules.visits);
  if (visits.completed || standing.closed || bookings.active) return [];
  // Registered, called and without a date up to the day before the birth: the visit cannot be carried out.
  const { due } = standing;
  const lastDay = due && programmeDayNotAfter(addDays(due, -1), rules.booking.calendar);
  const tooLate =
    registration.registeredOn !== undefined && lastDay !== undefined && clock.today() >= lastDay;
  const stopped = due !== undefined && stopsOn(standing, due).length > 0;
  if (tooLate && !stopped) return [{ row: 'visit.end-unvisited', input: { case: id } }];
  if (!usedUp) return [];
  if (willing >= next) return [{ row: 'visit.raise-cap', input: { case: id, reason: 'she-called-back' } }];
  return [{ row: 'visit.end-unvisited', input: { case: id } }];
}
