import { isTime, minutesOf, readSlot, startOf } from '../booking/slot.ts';
import type { Booking } from '../booking/booking.ts';
import { entitlementFacts } from '../benefits/entitlement-facts.ts';
import { heldBy } from '../booking/held-by.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { BookingId } from '../basics/ids.ts';
import { instantAt } from '../basics/instant.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision, Keep } from '../decision.ts';
import type { NewFact } from '../facts.ts';
import { isCohort } from './visit-ground.ts';
import { carryOutStop } from '../standing/carry-out-stop.ts';
import type { CompleteVisit } from './visit-record.ts';
import { checkVisitRecord, type VisitRecordRefusal } from './check-visit-record.ts';

export type CompleteVisitRefusal =
  | VisitRecordRefusal
  | RefusalOf<'already-visited', { date: CivilDate }>
  | RefusalOf<'no-booking'>
  | RefusalOf<'not-on-booked-day', { date: CivilDate }>
  | RefusalOf<'nobody-assigned'>
  | RefusalOf<'visit-not-yet'>
  | RefusalOf<'times-wrong'>
  | RefusalOf<'moved-out-by-then', { on: CivilDate }>;

/**
 * Writes down the one visit of a woman (CHI-8.3-1, 8.3-5) and, beside it, what `entitlement` says about her package:
 * it is decided on what was known when the visit was entered (CHI-4.2-8, 4.2-9).
 */
export function completeVisit(
  state: { readonly case: CaseState },
  command: CompleteVisit,
  context: Context,
): Decision | CompleteVisitRefusal {
  const { standing, visits, registration } = state.case;
  const { date, from, to, born } = command;
  if (visits.completed) return { refused: 'already-visited', date: visits.completed.date };
  const booking = bookingOf(state.case, command.booking);
  if (!booking) return { refused: 'no-booking' };
  if (booking.date !== date) return { refused: 'not-on-booked-day', date: booking.date };
  const { visitor, mode } = booking;
  if (!visitor) return { refused: 'nobody-assigned' };
  if (!isTime(from) || !isTime(to) || minutesOf(from) >= minutesOf(to)) return { refused: 'times-wrong' };
  if (instantAt(date, to) > context.now) return { refused: 'visit-not-yet' };
  if (standing.movedOut && standing.movedOut.on <= date) {
    return { refused: 'moved-out-by-then', on: standing.movedOut.on };
  }
  const record = checkVisitRecord({ standing, registration }, command, mode, context.rules);
  if (isRefusal(record)) return record;

  const at = instantAt(date, to);
  const { text, version } = context.rules.visits.consent;
  const facts: NewFact[] = [
    {
      type: 'visit.completed',
      at,
      case: command.case,
      booking: booking.booking,
      date,
      from,
      to,
      mode,
      met: 'woman',
      visitor,
      ...record,
    },
  ];
  if (command.consent !== 'earlier') {
    const answer = command.consent;
    facts.push({
      type: 'consent.recorded',
      at,
      case: command.case,
      text,
      version,
      answer,
      channel: 'visit',
      on: date,
    });
  }
  // Told here for the first time, or for another day than before: it stops what `birth` stops everywhere.
  const stop =
    born && standing.birth?.on !== born
      ? carryOutStop({ case: state.case }, 'birth', command.case)
      : undefined;
  if (born && stop) {
    facts.push({ type: 'case.birth-reported', case: command.case, on: born, source: 'visit' }, ...stop.facts);
  }
  if (standing.due) {
    const { bookedDates } = state.case.bookings;
    const cohort = isCohort(standing, context.rules);
    const interview = { date, pregnant: command.pregnant, born, due: standing.due, bookedDates, cohort };
    const { place } = state.case.benefit;
    facts.push(...entitlementFacts(command.case, interview, standing, context.rules.benefits, place));
  }
  const isActive = state.case.bookings.active?.booking === booking.booking;
  return {
    facts,
    keep: wordsOf(command),
    send: stop?.send ?? [],
    release: isActive ? heldBy(command.case, state.case, context.rules).release : [],
  };
}

/** The date she holds, or one that was cancelled only after it had begun: by a loss told the same afternoon. */
function bookingOf({ bookings }: CaseState, id: BookingId): Booking | undefined {
  const { active, ended } = bookings;
  if (active?.booking === id) return active;
  const slot = ended?.booking === id ? readSlot(ended.slot) : undefined;
  return slot && ended && startOf(slot) <= ended.endedAt ? ended : undefined;
}

function wordsOf({ case: of, booking: item, answers, leewayAnswers, lengthReason }: CompleteVisit): Keep[] {
  const value = { ...answers, ...(lengthReason ? { lengthReason } : {}) };
  return [
    { of, section: 'visit', item, value },
    ...(leewayAnswers
      ? [{ of, section: 'visit', item: `${item}/leeway`, value: leewayAnswers } as const]
      : []),
  ];
}
