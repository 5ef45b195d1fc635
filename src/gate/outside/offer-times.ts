import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { SlotId } from '../../domain/basics/ids.ts';
import { addMinutes, dayOfInstant, epochOf } from '../../domain/basics/instant.ts';
import { slotOffers, type SlotOffer } from '../../domain/booking/slot-offer.ts';
import { visitDay } from '../../domain/booking/visit-day.ts';
import { quietStep } from '../../domain/portal/next-step.ts';
import { slotRefusal } from '../../domain/portal/may-send.ts';
import type { HeldSeat } from '../../domain/portal/own-part.ts';
import { freeSeat, freeSlots, holdSeat } from '../../store/outside/seat.ts';
import { changeOwnPart } from './draft.ts';
import { herSessionNow } from './her-session.ts';
import type { OpenSession } from './outside-gate.ts';
import type { OutsideParts } from './outside-parts.ts';
import { isCalling } from './standing.ts';

/** Free times for her, as the slot rules order them; none on days that have closed meanwhile. */
export async function offers(
  parts: OutsideParts,
  { inside, own }: OpenSession,
  returnsOn?: CivilDate,
): Promise<readonly SlotOffer[]> {
  const now = parts.now();
  const { rules } = parts;
  const { bookable } = inside;
  if (!bookable || inside.words === 'paused' || quietStep(inside, own, now)) return [];
  if (await isCalling(parts)) return [];
  const free = await freeSlots(parts.store.single, dayOfInstant(now), epochOf(now));
  const open = free.filter(({ date }) => !visitDay(date, rules));
  return slotOffers(open, { ...bookable, returnsOn }, { now, online: true }, rules);
}

/**
 * Keeps a seat for her under a new reference, writes it into her own part and gives back the one before. If the process
 * dies in between, the seat is free again by itself when its time has run out. Another tab of hers may have been quicker:
 * before she is told that somebody has the seat, it looks whether that is she.
 */
export async function hold(
  parts: OutsideParts,
  session: OpenSession,
  slot: SlotId,
  returnsOn?: CivilDate,
): Promise<HeldSeat | 'taken'> {
  if (await isCalling(parts)) return 'taken';
  const held = await holdFrom(parts, session, slot, returnsOn);
  if (held !== 'taken') return held;
  const { session: meanwhile } = await herSessionNow(parts, session);
  if (meanwhile.own.hold?.ref === session.own.hold?.ref) return 'taken';
  return holdFrom(parts, meanwhile, slot, returnsOn);
}

async function holdFrom(
  parts: OutsideParts,
  session: OpenSession,
  slot: SlotId,
  returnsOn: CivilDate | undefined,
): Promise<HeldSeat | 'taken'> {
  const { single } = parts.store;
  const now = parts.now();
  const { inside, own } = session;
  if (quietStep(inside, own, now)) return 'taken';
  if (slotRefusal({ inside, own, now, rules: parts.rules }, slot, returnsOn)) return 'taken';
  const until = addMinutes(now, parts.rules.booking.holdMinutes);
  const ref = parts.ids.fresh('booking');
  const wish = { slot, ref, before: own.hold?.ref, until: epochOf(until), now: epochOf(now) };
  const seat = await holdSeat(single, wish);
  if (!seat) return 'taken';
  const held: HeldSeat = { ...seat, ref, until };
  const { session: after, before } = await changeOwnPart(parts, session, (mine, hers) =>
    quietStep(hers.session.inside, mine, now) ? mine : { ...mine, hold: held },
  );
  // She has told us to stop in the same moment: nothing is kept for her.
  if (after.own.hold?.ref !== ref) {
    await freeSeat(single, held);
    return 'taken';
  }
  // Two tabs at once: the later one keeps its seat, whatever the earlier one had by then.
  if (before.hold && before.hold.ref !== ref) await freeSeat(single, before.hold);
  return held;
}
