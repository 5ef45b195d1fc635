import type { CivilDate } from '../basics/civil-date.ts';
import type { BookingId, CaseId, SlotId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { isWithin } from '../calendar/date-range.ts';
import { daysOfWeeks } from '../calendar/pregnancy.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { OutsideSeat } from '../decision.ts';
import type { BookingFact, RemoteReason, VisitMode } from '../facts/booking.ts';
import type { Channel } from '../facts/case.ts';
import { attempts } from '../visits/attempts.ts';
import { isCohort, visitGround, type NotVisited } from '../visits/visit-ground.ts';
import { visitMinutes } from '../visits/visitor-time.ts';
import { readSlot } from './slot.ts';
import { visitDay, type VisitDayRefusal } from './visit-day.ts';
import { visitTime, type VisitTimeRefusal } from './visit-time.ts';

/** What is asked for, online by herself or by telephone through an operator. */
export type BookingWish = {
  readonly case: CaseId;
  readonly slot: SlotId;
  readonly mode: VisitMode;
  /** Why it cannot be at home (CHI-8.8-1). */
  readonly reason?: RemoteReason | undefined;
  /** The day on which she plans to be back at her registered address (CHI-8.8-7). */
  readonly returnsOn?: CivilDate | undefined;
  /** She was offered a visit after her return and cannot take it. */
  readonly cannotBeVisited?: boolean | undefined;
  /** `elsewhere` in the ward is no place of visit; a move within the ward makes a new registered address (CHI-8.14-6). */
  readonly place?: 'registered' | 'elsewhere' | undefined;
  /** Of an operator only: who wants this date, how she was asked, and whether she said she is still pregnant. */
  readonly requestedBy?: 'herself' | 'staff' | 'ward' | undefined;
  readonly channel?: Channel | undefined;
  readonly stillPregnant?: boolean | undefined;
  /** Through the link: the seat that she took outside, and when: the courier may bring her wish after the cut-off. */
  readonly outside?: OutsideSeat | undefined;
  readonly askedAt?: Instant | undefined;
};

export type CheckBookingRefusal =
  | NotVisited
  | VisitDayRefusal
  | VisitTimeRefusal
  | RefusalOf<'no-such-slot'>
  | RefusalOf<'already-visited', { date: CivilDate }>
  | RefusalOf<'attempts-used', { attempts: number }>
  | RefusalOf<'request-needed', { from: CivilDate; to: CivilDate }>
  | RefusalOf<'early-needs-call'>
  | RefusalOf<'after-due-date-call', { due: CivilDate }>
  | RefusalOf<'still-pregnant-unasked', { due: CivilDate }>
  | RefusalOf<'remote-needs-reason'>
  | RefusalOf<'phone-needs-request'>
  | RefusalOf<'visit-after-return', { from: CivilDate }>
  | RefusalOf<'place-not-registered'>;

type Booked = Omit<Extract<BookingFact, { type: 'booking.made' }>, 'type' | 'booking'>;

/** What judging a date takes of the context: a question may ask the same. */
export type BookingContext = Pick<Context, 'actor' | 'now' | 'rules'>;

/** Everything a date must fulfil, whether it is taken anew or in place of another. Gives what the fact will say. */
export function checkBooking(
  state: CaseState,
  wish: BookingWish,
  context: BookingContext,
): Booked | CheckBookingRefusal {
  const { rules } = context;
  const { standing, visits } = state;
  const online = context.actor === 'resident';
  const requestedBy = online ? 'herself' : (wish.requestedBy ?? 'staff');
  const slot = readSlot(wish.slot);
  if (!slot) return { refused: 'no-such-slot' };
  const { date } = slot;

  if (visits.completed) return { refused: 'already-visited', date: visits.completed.date };
  const closed = visitDay(date, rules);
  if (closed) return closed;
  const ground = visitGround(state, date, rules);
  if ('refused' in ground) return ground;
  const tried = attempts(visits, rules.visits);
  if (tried.usedUp) return { refused: 'attempts-used', attempts: tried.next - 1 };
  const { talk } = visitMinutes(standing.followUp, rules);
  const untimely =
    visitTime(slot, talk, { now: context.now, online: false }, rules) ??
    visitTime(slot, talk, { now: askedWhen(wish.askedAt, context), online }, rules);
  if (untimely) return untimely;
  const wrongWay = wayRefusal(wish, requestedBy, standing.due ?? date, date);
  if (wrongWay) return wrongWay;

  const due = standing.due ?? date;
  const month8 = daysOfWeeks(due, rules.booking.weeks.month8);
  const outsideMonth8 = !isWithin(date, month8);
  if (outsideMonth8 && requestedBy !== 'herself') return { refused: 'request-needed', ...month8 };
  if (online && !ground.noticeKnown) return { refused: 'early-needs-call' };
  const afterDue = date > due && ground.ground === 'pregnant' && !isCohort(standing, rules);
  if (afterDue && online && rules.booking.onlineAfterDue === 'call') {
    return { refused: 'after-due-date-call', due };
  }
  if (afterDue && !online && !wish.stillPregnant) return { refused: 'still-pregnant-unasked', due };

  return {
    case: wish.case,
    slot: wish.slot,
    date,
    mode: wish.mode,
    attempt: tried.next,
    requestedBy,
    outsideMonth8,
    channel: online ? 'web' : (wish.channel ?? 'phone'),
    ...(wish.mode !== 'visit' && wish.reason ? { reason: wish.reason } : {}),
    ...(date >= due ? { notice: date === due ? 'on-due-date' : 'after-due-date' } : {}),
    ...(afterDue && wish.stillPregnant ? { stillPregnant: true } : {}),
    ...revisitOf(tried.revisitOf),
  };
}

/**
 * Where the talk takes place: at home by rule; from afar only with a reason (CHI-8.8-1), not while she could be visited
 * after coming back before the birth (CHI-8.8-7); by telephone only when she asks for it (CHI-8.8-13).
 */
function wayRefusal(
  wish: BookingWish,
  requestedBy: Booked['requestedBy'],
  due: CivilDate,
  date: CivilDate,
): CheckBookingRefusal | undefined {
  const { mode, reason, returnsOn } = wish;
  if (wish.place === 'elsewhere') return { refused: 'place-not-registered' };
  if (mode === 'visit') {
    return returnsOn && date < returnsOn ? { refused: 'visit-after-return', from: returnsOn } : undefined;
  }
  if (!reason) return { refused: 'remote-needs-reason' };
  if (returnsOn && returnsOn < due && !wish.cannotBeVisited) {
    return { refused: 'visit-after-return', from: returnsOn };
  }
  return mode === 'phone' && requestedBy !== 'herself' ? { refused: 'phone-needs-request' } : undefined;
}

/** The moment that counts for a cut-off: when she asked through the link, else now. Nobody asks in the future. */
export function askedWhen(
  askedAt: Instant | undefined,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
): Instant {
  return actor === 'resident' && askedAt !== undefined && askedAt < now ? askedAt : now;
}

function revisitOf(missed: BookingId | undefined): { readonly revisitOf?: BookingId } {
  return missed ? { revisitOf: missed } : {};
}
