import type { SlotId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { readSlot } from '../booking/slot.ts';
import type { Decision } from '../decision.ts';
import type { CourierBook } from './courier-book.ts';

/** Free seats of the portal for the telephone: they come with the next rounds of the courier, if nobody takes them. */
export type AskSeatsBack = { readonly slot: SlotId; readonly seats: number };

export type AskSeatsBackRefusal = RefusalOf<'no-such-slot'> | RefusalOf<'no-outside-met'>;

/** The outside closes a seat first and says so; only then it is the inside's (design 2, Seats). */
export function askSeatsBack(
  { courier }: { readonly courier: CourierBook },
  { slot, seats }: AskSeatsBack,
): Decision | AskSeatsBackRefusal {
  if (!readSlot(slot)) return { refused: 'no-such-slot' };
  if (!courier.chapter) return { refused: 'no-outside-met' };
  return { facts: [], seats: [{ act: 'ask-back', slot, seats }] };
}
