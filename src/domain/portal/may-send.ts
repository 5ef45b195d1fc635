import type { CivilDate } from '../basics/civil-date.ts';
import type { SlotId } from '../basics/ids.ts';
import { dayOfInstant, type Instant } from '../basics/instant.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import { checkApplication, type CheckApplicationRefusal } from '../application/check-application.ts';
import { readSlot, type Slot } from '../booking/slot.ts';
import { slotOffers } from '../booking/slot-offer.ts';
import { visitDay, type VisitDayRefusal } from '../booking/visit-day.ts';
import { onlineUntil, visitTime, type VisitTimeRefusal } from '../booking/visit-time.ts';
import type { Rules } from '../rules.ts';
import type { InsidePart, PortalBookable } from './inside-part.ts';
import { TELL_KINDS, type BookingChoice, type PortalMessage, type TellKind } from './message.ts';
import { hasApplied, quietStep } from './next-step.ts';
import type { OwnPart } from './own-part.ts';
import { shownDate } from './shown-date.ts';

/** What of her capsule and of today the portal decides on. */
export type HerLink = {
  readonly inside: InsidePart;
  readonly own: OwnPart;
  readonly now: Instant;
  readonly rules: Rules;
};

export type MaySendRefusal =
  | RefusalOf<'link-quiet'>
  | RefusalOf<'not-open-now'>
  | SlotNotForHer
  | CheckApplicationRefusal
  | RefusalOf<'questionnaire-missing'>
  | RefusalOf<'already-booked', { date: CivilDate }>
  | RefusalOf<'no-booking'>
  | RefusalOf<'same-slot', { date: CivilDate }>
  | RefusalOf<'change-too-late', { until: Instant }>
  | RefusalOf<'remote-needs-reason'>;

export type SlotNotForHer =
  | VisitDayRefusal
  | VisitTimeRefusal
  | RefusalOf<'no-such-slot'>
  | RefusalOf<'not-bookable'>
  | RefusalOf<'visit-after-return', { from: CivilDate }>
  | RefusalOf<'after-due-date-call', { due: CivilDate }>;

/**
 * Whether a message may leave her session, whatever the page allowed: no date without complete answers (CHI-8.16-3,
 * CHI-8.16-5), none after the due date (CHI-8.16-6), none past a cut-off, and only what is open to her now. To stop and to
 * tell of a loss is always open. The inside decides again; this spares her a "received" that cannot become "accepted".
 */
export function maySend(link: HerLink, message: PortalMessage): MaySendRefusal | undefined {
  const { inside, own, now } = link;
  if (message.kind === 'stop' || message.kind === 'loss') return undefined;
  const quiet = quietStep(inside, own, now);
  if (quiet === 'ended' || (quiet === 'grief' && message.kind !== 'question')) {
    return { refused: 'link-quiet' };
  }
  switch (message.kind) {
    case 'contact':
      return undefined;
    case 'apply':
      return applyRefusal(link, message);
    case 'book':
      if (!hasApplied(inside, own)) return { refused: 'questionnaire-missing' };
      return newDateRefusal(link, message.booking);
    case 'move-booking':
      return moveRefusal(link, message.booking);
    case 'cancel-booking':
      return shownDate(inside, own) ? undefined : { refused: 'no-booking' };
    default:
      return isTold(message.kind) && inside.tells.includes(message.kind)
        ? undefined
        : { refused: 'not-open-now' };
  }
}

/** Why a time cannot be hers online; nothing when it can. */
export function slotRefusal(
  { inside, now, rules }: HerLink,
  id: SlotId,
  returnsOn?: CivilDate,
): SlotNotForHer | undefined {
  const slot = readSlot(id);
  const { bookable } = inside;
  if (!slot) return { refused: 'no-such-slot' };
  if (!bookable || inside.words === 'paused') return { refused: 'not-bookable' };
  const closed = visitDay(slot.date, rules) ?? visitTime(slot, bookable.talk, { now, online: true }, rules);
  return closed ?? offerRefusal(slot, { ...bookable, returnsOn }, now, rules);
}

function offerRefusal(
  slot: Slot,
  to: PortalBookable & { readonly returnsOn?: CivilDate | undefined },
  now: Instant,
  rules: Rules,
): SlotNotForHer | undefined {
  if (to.returnsOn !== undefined && slot.date < to.returnsOn) {
    return { refused: 'visit-after-return', from: to.returnsOn };
  }
  const [offer] = slotOffers([slot], to, { now, online: true }, rules);
  if (!offer) return { refused: 'not-bookable' };
  return offer.online === 'call' ? { refused: 'after-due-date-call', due: to.due } : undefined;
}

function applyRefusal(
  link: HerLink,
  message: Extract<PortalMessage, { kind: 'apply' }>,
): MaySendRefusal | undefined {
  const { inside, own, now, rules } = link;
  if (hasApplied(inside, own)) return { refused: 'application-exists' };
  if (message.consent !== rules.forms.consent.versions.at(-1)) return { refused: 'consent-needed' };
  const checked = checkApplication({ ...message, channel: 'web' }, { today: dayOfInstant(now), rules });
  if (isRefusal(checked)) return checked;
  return message.booking ? newDateRefusal(link, message.booking) : undefined;
}

function newDateRefusal(link: HerLink, choice: BookingChoice): MaySendRefusal | undefined {
  const shown = shownDate(link.inside, link.own);
  if (shown) return { refused: 'already-booked', date: shown.date };
  return choiceRefusal(link, choice);
}

function moveRefusal(link: HerLink, choice: BookingChoice): MaySendRefusal | undefined {
  const { inside, own, now, rules } = link;
  const shown = shownDate(inside, own);
  if (!shown) return { refused: 'no-booking' };
  const until = shown.changeableUntil ?? onlineUntil(shown.date, rules);
  if (now > until) return { refused: 'change-too-late', until };
  const slot = readSlot(choice.slot);
  if (slot && slot.date === shown.date && slot.start === shown.start) {
    return { refused: 'same-slot', date: shown.date };
  }
  return choiceRefusal(link, choice);
}

function choiceRefusal(link: HerLink, { slot, place }: BookingChoice): MaySendRefusal | undefined {
  if (place.mode !== 'visit' && !place.reason) return { refused: 'remote-needs-reason' };
  return slotRefusal(link, slot, place.mode === 'visit' ? place.returnsOn : undefined);
}

function isTold(kind: string): kind is TellKind {
  return TELL_KINDS.some((one) => one === kind);
}
