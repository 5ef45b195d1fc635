import type { CivilDate } from '../basics/civil-date.ts';
import type { Instant } from '../basics/instant.ts';
import { readSlot, startOf } from '../booking/slot.ts';
import { onlineUntil } from '../booking/visit-time.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import { mayGoOut } from '../standing/what-stops-what.ts';
import { visitGround } from '../visits/visit-ground.ts';
import { visitMinutes } from '../visits/visitor-time.ts';
import { bookableOf } from './bookable-of.ts';
import { receiptsOf } from './envelopes.ts';
import type { InsidePart, PortalBooking } from './inside-part.ts';
import type { PortalLanguage } from './language.ts';
import { linkEndsOn } from './link-ends.ts';
import { tellsOf } from './tells-of.ts';
import type { PartToSend } from './to-send.ts';

export type PartAsked = {
  readonly now: Instant;
  readonly today: CivilDate;
  readonly rules: Rules;
  readonly language?: PortalLanguage | undefined;
  readonly survey?: InsidePart['survey'];
  /** The day of her booking fell out. */
  readonly dayClosed?: boolean | undefined;
};

/**
 * What lies in her capsule now (design 2): as much as her link may show to whoever has her letter and knows her birthday.
 * Whether it speaks at all says `what-stops-what.ts`. After a loss it knows nothing of the programme any more
 * (CHI-8.14-5); ended, it knows nothing at all.
 */
export function insidePartOf(state: CaseState, asked: PartAsked): PartToSend {
  const { now, rules, language } = asked;
  const endsOn = linkEndsOn(state, rules);
  const words = wordsOf(state, endsOn, asked.today);
  const bare = {
    at: now,
    words,
    endsOn,
    ...(language ? { language } : {}),
    registered: state.registration.registeredOn !== undefined,
    answered: state.registration.answered !== undefined,
    receipts: receiptsOf(state.envelopes),
  };
  if (words === 'ended') return { ...bare, registered: false, answered: false, tells: [] };
  if (words === 'grief') return { ...bare, registered: false, answered: false, tells: ['question'] };
  const booking = bookingOf(state, asked);
  const offer = bookableOf(state, asked);
  const surveys = mayGoOut(state.standing, 'surveys', asked.today).goes;
  return {
    ...bare,
    ...(booking ? { booking } : {}),
    ...offer,
    tells: tellsOf(state, { ...asked, bookable: offer.bookable !== undefined }),
    ...(asked.survey && surveys ? { survey: asked.survey } : {}),
  };
}

function wordsOf({ standing }: CaseState, endsOn: CivilDate, today: CivilDate): InsidePart['words'] {
  const link = mayGoOut(standing, 'link', today);
  if (today > endsOn) return 'ended';
  if (!link.goes) return link.how === 'grief-words' ? 'grief' : 'ended';
  if (standing.paused && today < standing.paused.until) return 'paused';
  return link.words === 'after-birth' ? 'after-birth' : 'usual';
}

function bookingOf(state: CaseState, { rules, dayClosed, now }: PartAsked): PortalBooking | undefined {
  const { active } = state.bookings;
  const slot = active && readSlot(active.slot);
  // One that has begun and is not written down yet is no news to her.
  if (!active || !slot || startOf(slot) <= now) return undefined;
  const needsCall = dayClosed === true || 'refused' in visitGround(state, active.date, rules);
  return {
    slot: active.slot,
    date: active.date,
    start: slot.start,
    minutes: visitMinutes(state.standing.followUp, rules).talk,
    mode: active.mode,
    changeableUntil: onlineUntil(active.date, rules),
    ...(needsCall ? { needsCall: true as const } : {}),
  };
}
