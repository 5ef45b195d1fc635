import type { CivilDate } from '../basics/civil-date.ts';
import type { Instant } from '../basics/instant.ts';
import { isWithin, type DateRange } from '../calendar/date-range.ts';
import type { Rules } from '../rules.ts';
import type { Slot } from './slot.ts';
import { visitTime, withinHours } from './visit-time.ts';

/** What of her matters for offering times. `born` is told: only a cohort or early birth is offered anything then. */
export type OfferedTo = {
  readonly due: CivilDate;
  readonly month8: DateRange;
  readonly cohort: boolean;
  readonly born: boolean;
  /** Minutes that her visit takes at most. */
  readonly talk: number;
  /** Back at her registered address from this day (CHI-8.8-7). */
  readonly returnsOn?: CivilDate | undefined;
};

export type SlotOffer = Slot & {
  readonly when: 'month8' | 'before' | 'after';
  /** `call`: shown but not to be taken online; `warn`: taken after a warning; `notice`: the cohort's softer word. */
  readonly online: 'open' | 'warn' | 'notice' | 'call';
};

/**
 * The free times for a woman: those in her 8th month first (CHI-4.2-4), then the earlier, then the later ones, each in
 * order. Online the due date warns and the days after it ask for a call (CHI-8.16-6, AMB-36).
 */
export function slotOffers(
  free: readonly Slot[],
  to: OfferedTo,
  asked: { readonly now: Instant; readonly online: boolean },
  rules: Rules,
): readonly SlotOffer[] {
  const offers = free
    .filter((slot) => withinHours(slot.start, to.talk, rules) && !visitTime(slot, to.talk, asked, rules))
    .filter(({ date }) => to.returnsOn === undefined || date >= to.returnsOn)
    .map((slot) => ({ ...slot, when: when(slot.date, to.month8), online: onlineWay(slot.date, to, rules) }));
  return ORDER.flatMap((part) => offers.filter((offer) => offer.when === part));
}

const ORDER = ['month8', 'before', 'after'] as const;

function when(day: CivilDate, month8: DateRange): SlotOffer['when'] {
  if (isWithin(day, month8)) return 'month8';
  return day < month8.from ? 'before' : 'after';
}

function onlineWay(day: CivilDate, { due, cohort, born }: OfferedTo, rules: Rules): SlotOffer['online'] {
  if (day < due) return 'open';
  if (cohort || born) return 'notice';
  if (day === due) return 'warn';
  return rules.booking.onlineAfterDue === 'call' ? 'call' : 'warn';
}
