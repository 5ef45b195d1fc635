import type { CivilDate } from '../basics/civil-date.ts';
import type { Instant } from '../basics/instant.ts';
import { isReceived, onItsWay, packagesOf } from '../benefits/package-state.ts';
import { readSlot, startOf } from '../booking/slot.ts';
import { onlineUntil } from '../booking/visit-time.ts';
import { oneYearLimit } from '../calendar/one-year.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import { TELL_KINDS, type TellKind } from './message.ts';

type Asked = {
  readonly now: Instant;
  readonly today: CivilDate;
  readonly rules: Rules;
  readonly bookable: boolean;
};

/** Which things her link lets her tell: only what the decisions inside would take now. A question is always open. */
export function tellsOf(state: CaseState, asked: Asked): readonly TellKind[] {
  return TELL_KINDS.filter((kind) => IS_OPEN[kind](state, asked));
}

const IS_OPEN: Readonly<Record<TellKind, (state: CaseState, asked: Asked) => boolean>> = {
  'move-booking': (state, asked) => {
    const { active } = state.bookings;
    return active !== undefined && asked.bookable && asked.now <= onlineUntil(active.date, asked.rules);
  },
  'cancel-booking': ({ bookings: { active } }, { now }) => {
    const slot = active && readSlot(active.slot);
    return slot !== undefined && startOf(slot) > now;
  },
  pause: ({ standing, visits }, { today }) => !visits.completed && !isPaused(standing.paused, today),
  resume: ({ standing: { paused } }, { today }) => isPaused(paused, today) && paused?.by !== 'ward',
  withdraw: () => true,
  birth: ({ standing }) => standing.birth === undefined,
  // Away from the ward a move inside it is nothing that she can tell; back is told by telephone.
  moved: ({ standing }) => standing.movedOut === undefined,
  'delivery-address': (state) => {
    const { benefit, mail } = state;
    const posted = packagesOf(mail).some(({ status }) => status === 'posted');
    return !isReceived(mail) && !posted && !benefit.expired && benefit.entitlement?.to !== 'withheld';
  },
  'japan-again': (state, asked) => state.benefit.heldFor === 'overseas' && withinYear(state, asked),
  'not-received': (state, asked) => {
    const { benefit, mail } = state;
    const came = packagesOf(mail).some(({ status }) => status === 'returned' || status === 'lost');
    const asksBefore = benefit.requests.filter(({ accepted }) => accepted).length + 1;
    const byHerself = asksBefore < asked.rules.benefits.managerFromRequest;
    return came && byHerself && !isReceived(mail) && !onItsWay(mail) && withinYear(state, asked);
  },
  contact: () => true,
  question: () => true,
};

function isPaused(paused: CaseState['standing']['paused'], today: CivilDate): boolean {
  return paused !== undefined && today < paused.until;
}

/** An earned package, and the year after the interview is not over (CHI-8.4-8, 8.8-10). */
function withinYear({ benefit }: CaseState, { today, rules }: Asked): boolean {
  const { entitlement, interviewOn, expired } = benefit;
  if (entitlement?.to !== 'granted' || !interviewOn || expired) return false;
  return today <= oneYearLimit(interviewOn, rules.benefits.oneYear);
}
