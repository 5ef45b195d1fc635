import type { AccountId } from '../basics/ids.ts';
import { minutesOf, readSlot } from '../booking/slot.ts';
import type { Booking } from '../booking/booking.ts';
import type { Claim } from '../decision.ts';
import type { Rules } from '../rules.ts';

/** Minutes of a visit at most, and with the way to the next one (CHI-8.3-6, 8.3-7). */
export function visitMinutes(
  followUp: boolean,
  rules: Rules,
): { readonly talk: number; readonly blocked: number } {
  const { length, travelMinutes } = rules.visits;
  const talk = (followUp ? length.followUp : length.ordinary).most;
  return { talk, blocked: talk + travelMinutes };
}

const STEP = 30;

/**
 * The half-hours of a visitor that a booking blocks, as keys that only one case may hold: nobody is sent to two homes
 * at once, whoever assigns. The same keys are given back when the booking ends.
 */
export function visitorTime(
  visitor: AccountId,
  booking: Pick<Booking, 'slot'>,
  rules: Rules,
): readonly Claim[] {
  const slot = readSlot(booking.slot);
  if (!slot) return [];
  const from = minutesOf(slot.start);
  const to = from + visitMinutes(true, rules).blocked;
  const keys: Claim[] = [];
  for (let step = Math.floor(from / STEP); step * STEP < to; step += 1) {
    keys.push({ kind: 'visitor-time', key: `${visitor}/${slot.date}/${step}` });
  }
  return keys;
}
