import { heldBy } from '../booking/held-by.ts';
import { readSlot, startOf } from '../booking/slot.ts';
import type { BookingId, CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { MissedReason } from '../facts/visit.ts';
import { COUNTED } from './attempts.ts';

export type MissVisit = {
  readonly case: CaseId;
  readonly booking: BookingId;
  readonly reason: MissedReason;
  /** HH:MM at the door, calls made from there, note left (CHI-8.7-1). */
  readonly time?: string | undefined;
  readonly calls?: number | undefined;
  readonly noteLeft?: boolean | undefined;
  /** What the visitor wants to say about it: to the vault. */
  readonly words?: string | undefined;
};

export type MissVisitRefusal = RefusalOf<'no-booking'> | RefusalOf<'visit-not-yet'>;

/**
 * A visit that did not take place. Only `absent` and `others-only` use up an attempt, and they can be seen only at the
 * door. A woman who turns out to have moved is told to the ward (CHI-4.2-1).
 */
export function missVisit(
  state: { readonly case: CaseState },
  command: MissVisit,
  context: Context,
): Decision | MissVisitRefusal {
  const { active } = state.case.bookings;
  const { reason, time, calls, noteLeft, words } = command;
  if (active?.booking !== command.booking) return { refused: 'no-booking' };
  const slot = readSlot(active.slot);
  const atTheDoor = COUNTED.some((one) => one === reason);
  const early = slot && startOf(slot) > context.now;
  if (active.date > context.today || (atTheDoor && early)) return { refused: 'visit-not-yet' };
  const { booking, date } = active;
  return {
    facts: [
      {
        type: 'visit.missed',
        case: command.case,
        booking,
        date,
        reason,
        ...(time === undefined ? {} : { time }),
        ...(calls === undefined ? {} : { calls }),
        ...(noteLeft === undefined ? {} : { noteLeft }),
      },
    ],
    ...(words
      ? { keep: [{ of: command.case, section: 'visit', item: `${booking}/missed`, value: { words } }] }
      : {}),
    ...(reason === 'moved'
      ? { send: [{ queue: 'ward-notice', ref: `moved/${booking}`, case: command.case }] }
      : {}),
    release: heldBy(command.case, state.case, context.rules).release,
  };
}
