import { addMinutes, dayOfInstant, instantAt, type Instant } from '../basics/instant.ts';
import { nextProgrammeDay } from '../calendar/programme-days.ts';
import type { UrgentClass } from '../facts/consultation.ts';
import type { Urgent } from './urgent.ts';
import type { UrgentRules } from './urgent-rules.ts';
import { wardCallOrder } from './ward-call-order.ts';

/** Where an urgent case stands at a moment: what every step waits for, and whom to call next. */
export type UrgentStanding = {
  readonly state: 'open' | 'reached' | 'acknowledged' | 'closed';
  /** By then a named officer of the ward must have been reached (AMB-41). */
  readonly dueAt: Instant;
  /** Not reached in time, or reached too late. */
  readonly overdue: boolean;
  /** The function to call next while nobody is reached: each in the order of the hour, then from the top again. */
  readonly callNext?: string;
};

/** Reaching the ward in the very last moment is in time. */
export function urgentState(urgent: Urgent, now: Instant, rules: UrgentRules): UrgentStanding {
  const dueAt = urgentDue(urgent.class, urgent.raisedAt, rules);
  const overdue = (urgent.reachedAt ?? now) > dueAt;
  const state = urgent.closed
    ? 'closed'
    : urgent.acknowledged
      ? 'acknowledged'
      : urgent.reachedAt
        ? 'reached'
        : 'open';
  const order = wardCallOrder(now, rules);
  const next = order[urgent.calls.length % Math.max(1, order.length)];
  return { state, dueAt, overdue, ...(state === 'open' && next ? { callNext: next } : {}) };
}

/** Minutes run by the clock, also at night and on Sundays; "the same day" ends at midnight in Japan. */
export function urgentDue(urgentClass: UrgentClass, raisedAt: Instant, rules: UrgentRules): Instant {
  const limit = rules.limits[urgentClass];
  const day = dayOfInstant(raisedAt);
  switch (limit.within) {
    case 'minutes':
      return addMinutes(raisedAt, limit.minutes);
    case 'same-day':
      return instantAt(day, '23:59');
    case 'next-office-day':
      return instantAt(nextProgrammeDay(day, rules.office), limit.by);
  }
}
