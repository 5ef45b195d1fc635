import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { SlotId } from '../../domain/basics/ids.ts';
import { readSlot, slotId } from '../../domain/booking/slot.ts';
import type { RecordedFact } from '../../domain/facts.ts';

/** Which times are open and how full they are, as the people at the telephone have it before them. */
export type Slots = {
  readonly hear: (fact: RecordedFact) => void;
  /** The first free time from a day on, in the half of the day she likes best before the other. */
  readonly firstFree: (
    from: CivilDate,
    until: CivilDate,
    time: 'morning' | 'afternoon',
  ) => SlotId | undefined;
  /** Somebody is about to ask for this time: nobody else of the same round is offered its seat. */
  readonly keep: (slot: SlotId) => void;
  /** The round is over: once what came of it has been heard, what was not given is free again. */
  readonly letGo: () => void;
};

export function openSlots(): Slots {
  const seats = new Map<CivilDate, { readonly starts: readonly string[]; seats: number; closed: boolean }>();
  const holder = new Map<string, SlotId>();
  const taken = new Map<SlotId, number>();
  const kept = new Map<SlotId, number>();
  let over = false;
  const count = (slot: SlotId, by: number) => taken.set(slot, (taken.get(slot) ?? 0) + by);
  const leave = (booking: string) => {
    const slot = holder.get(booking);
    if (slot) count(slot, -1);
    holder.delete(booking);
  };
  return {
    hear: (fact) => {
      if (over) kept.clear();
      over = false;
      switch (fact.type) {
        case 'day.opened':
          seats.set(fact.date, { starts: fact.starts, seats: fact.inside, closed: false });
          break;
        case 'day.closed': {
          const day = seats.get(fact.date);
          if (day) day.closed = true;
          break;
        }
        case 'booking.made':
        case 'booking.moved':
          leave(fact.booking);
          holder.set(fact.booking, fact.slot);
          count(fact.slot, 1);
          break;
        case 'booking.cancelled':
          leave(fact.booking);
          break;
        default:
      }
    },
    firstFree: (from, until, time) => {
      const early = (start: string) => start < '12:00' === (time === 'morning');
      for (let day = from; day <= until; day = addDays(day, 1)) {
        const open = seats.get(day);
        if (!open || open.closed) continue;
        const starts = [...open.starts.filter(early), ...open.starts.filter((start) => !early(start))];
        const free = starts
          .map((start) => slotId(day, start))
          .find((slot) => (taken.get(slot) ?? 0) + (kept.get(slot) ?? 0) < open.seats);
        if (free) return free;
      }
      return undefined;
    },
    keep: (slot) => {
      kept.set(slot, (kept.get(slot) ?? 0) + 1);
    },
    letGo: () => {
      over = true;
    },
  };
}

/** HH:MM at which a slot begins. */
export function startOfSlot(slot: SlotId): string {
  return readSlot(slot)?.start ?? '09:00';
}
