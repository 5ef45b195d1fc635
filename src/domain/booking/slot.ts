import { parseCivilDate, type CivilDate } from '../basics/civil-date.ts';
import type { SlotId } from '../basics/ids.ts';
import { instantAt, type Instant } from '../basics/instant.ts';

/** A time of visit. Its id says when it is (`slot_2026-05-28-0900`): two slots can never stand for the same time. */
export type Slot = { readonly slot: SlotId; readonly date: CivilDate; readonly start: string };

export function slotId(date: CivilDate, start: string): SlotId {
  return `slot_${date}-${start.replace(':', '')}`;
}

/** Reads an id back; nothing for one that names no time of a day. */
export function readSlot(slot: SlotId): Slot | undefined {
  const match = /^slot_(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})$/.exec(slot);
  const date = match ? parseCivilDate(match[1] ?? '') : undefined;
  const start = match ? `${match[2]}:${match[3]}` : '';
  return date?.ok && isTime(start) ? { slot, date: date.value, start } : undefined;
}

export function startOf({ date, start }: Slot): Instant {
  return instantAt(date, start);
}

/** HH:MM from 00:00 to 23:59. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Minutes since midnight of an HH:MM. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
