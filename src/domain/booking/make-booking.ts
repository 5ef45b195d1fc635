import { mayBook, type MayBookRefusal } from '../application/may-book.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { BookingId } from '../basics/ids.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { takes } from './held-by.ts';
import { checkBooking, type BookingWish, type CheckBookingRefusal } from './check-booking.ts';

export type MakeBooking = BookingWish & {
  /** The reference under which a seat is held for her, if one is. */
  readonly held?: BookingId | undefined;
  /** Her words on steps, pets, small children, the entrance she prefers (CHI-8.3-4). They go to the vault. */
  readonly considerations?: string | undefined;
  /** 里帰り: prefecture and town, her words. */
  readonly where?: string | undefined;
};

export type MakeBookingRefusal =
  | CheckBookingRefusal
  | MayBookRefusal
  | RefusalOf<'already-booked', { date: CivilDate }>;

/** Gives her a date and its seat (CHI-8.2-2). One active booking a woman, in her state and as a claim (CHI-8.3-5). */
export function makeBooking(
  state: { readonly case: CaseState },
  command: MakeBooking,
  context: Context,
): Decision | MakeBookingRefusal {
  const { active } = state.case.bookings;
  if (active) return { refused: 'already-booked', date: active.date };
  const booked = checkBooking(state.case, command, context);
  if (isRefusal(booked)) return booked;
  // Through the form the questionnaire comes first, whatever the page allowed (CHI-8.16-3); an operator asks her.
  const early = context.actor === 'resident' ? mayBook(state.case.registration) : undefined;
  if (early) return early;
  const booking = command.held ?? context.ids.fresh('booking');
  const { considerations, where } = command;
  const words = { ...(considerations ? { considerations } : {}), ...(where ? { where } : {}) };
  return {
    facts: [{ type: 'booking.made', booking, ...booked }],
    claim: [
      { kind: 'booking', key: command.case },
      // A reference that came from outside must be new: it is hers alone, for ever.
      ...(command.held ? [{ kind: 'booking', key: booking } as const] : []),
    ],
    seats: [takes(command, booking, context)],
    ...(considerations || where
      ? {
          keep: [{ of: command.case, section: 'answers', item: 'considerations', value: words }],
        }
      : {}),
  };
}
