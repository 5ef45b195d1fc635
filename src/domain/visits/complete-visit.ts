import { isTime, minutesOf, readSlot, startOf } from '../booking/slot.ts';
import type { Booking } from '../booking/booking.ts';
import { entitlementFacts } from '../benefits/entitlement-facts.ts';
import { heldBy } from '../booking/held-by.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { BookingId, CaseId } from '../basics/ids.ts';
import { instantAt } from '../basics/instant.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision, Keep } from '../decision.ts';
import type { NewFact } from '../facts.ts';
import { isCohort } from './visit-ground.ts';
import { checkVisitRecord, type VisitRecordRefusal } from './check-visit-record.ts';

type Words = Readonly<Record<string, string>>;

/** The visit record as the visitor fills it in, from the first question to the stamp. */
export type CompleteVisit = {
  readonly case: CaseId;
  readonly booking: BookingId;
  readonly date: CivilDate;
  /** HH:MM, begin and end of the talk. */
  readonly from: string;
  readonly to: string;
  /** Who took part; only a talk with the woman herself is one (CHI-8.4-11, 8.8-6). */
  readonly met: 'woman' | 'partner' | 'others';
  /** From afar: what she said herself, all three, before anything else (CHI-8.8-5). */
  readonly identity?:
    | { readonly name: boolean; readonly birthDate: boolean; readonly address: boolean }
    | undefined;
  /** From afar: nobody could see or hear the visitor (CHI-8.8-12). */
  readonly privatePlace?: boolean | undefined;
  /** "Still pregnant today?" (CHI-4.2-3); if not, the day of birth. */
  readonly pregnant: boolean;
  readonly born?: CivilDate | undefined;
  readonly checklist: string;
  readonly leeway?: string | undefined;
  readonly consent: 'given' | 'refused' | 'earlier';
  readonly stamped: boolean;
  readonly noStamp?: string | undefined;
  readonly considerate: boolean;
  /** What was heard: to the vault, field by field. */
  readonly answers: Words;
  readonly leewayAnswers?: Words | undefined;
  /** Why it took longer or shorter than usual (CHI-8.3-6). */
  readonly lengthReason?: string | undefined;
};

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
  if (born && !standing.birth) {
    facts.push({ type: 'case.birth-reported', case: command.case, on: born, source: 'visit' });
  }
  if (standing.due) {
    const { bookedDates } = state.case.bookings;
    const cohort = isCohort(standing, context.rules);
    const interview = { date, pregnant: command.pregnant, born, due: standing.due, bookedDates, cohort };
    facts.push(...entitlementFacts(command.case, interview, standing, context.rules.benefits));
  }
  const isActive = state.case.bookings.active?.booking === booking.booking;
  return {
    facts,
    keep: wordsOf(command),
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
