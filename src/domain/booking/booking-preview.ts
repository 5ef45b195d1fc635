import { isRefusal } from '../basics/refusal.ts';
import type { CaseId, SlotId } from '../basics/ids.ts';
import type { CaseState } from '../case.ts';
import type { RemoteReason } from '../facts/booking.ts';
import { checkBooking, type BookingContext, type BookingWish } from './check-booking.ts';
import type { MoveBookingRefusal } from './move-booking.ts';
import { readSlot } from './slot.ts';
import { onlineUntil } from './visit-time.ts';

/** What else follows from a date, to be said before it is given. */
export type BookingConsequence =
  /** The day lies outside the 8th month: only at her own request (CHI-4.2-6). */
  | 'outside-month8'
  /** Package and its exception hang on the day before the due date (CHI-8.16-6, AMB-06). */
  | 'on-due-date'
  | 'after-due-date'
  /** Only a woman who says now that she is still pregnant (AMB-36). */
  | 'ask-still-pregnant'
  /** The old day is so near that the portal changes it no more: the visitor may have set out. */
  | 'after-cut-off'
  /** The new day is so near that the portal would not give it any more. */
  | 'short-notice'
  /** The visitor of the old time is given up; somebody has to be assigned anew. */
  | 'assign-anew';

export type BookingPreview = {
  /** Why she cannot have this time. */
  readonly refusal?: MoveBookingRefusal;
  readonly consequences: readonly BookingConsequence[];
};

/**
 * What a time would meet and bring about for a woman who asks for it on the telephone: in place of the date she holds,
 * or as her first one. Judged by the same rules as the booking itself. Whether a seat is free is not known here.
 */
export function bookingPreview(
  state: CaseState,
  { case: id, slot }: { readonly case: CaseId; readonly slot: SlotId },
  context: BookingContext,
): BookingPreview {
  const { active } = state.bookings;
  const to = readSlot(slot);
  if (!to) return { refusal: { refused: 'no-such-slot' }, consequences: [] };
  if (active?.slot === slot)
    return { refusal: { refused: 'same-slot', date: active.date }, consequences: [] };
  const wish: BookingWish = {
    case: id,
    slot,
    mode: active?.mode ?? 'visit',
    reason: active?.reason as RemoteReason | undefined,
    cannotBeVisited: true,
    requestedBy: 'herself',
    stillPregnant: true,
  };
  const booked = checkBooking(state, wish, context);
  if (isRefusal(booked)) return { refusal: booked, consequences: [] };
  const { rules, now } = context;
  return {
    consequences: [
      ...(booked.outsideMonth8 ? (['outside-month8'] as const) : []),
      ...(booked.notice ? [booked.notice] : []),
      ...(booked.stillPregnant ? (['ask-still-pregnant'] as const) : []),
      ...(active && now > onlineUntil(active.date, rules) ? (['after-cut-off'] as const) : []),
      ...(now > onlineUntil(to.date, rules) ? (['short-notice'] as const) : []),
      ...(active?.visitor ? (['assign-anew'] as const) : []),
    ],
  };
}
