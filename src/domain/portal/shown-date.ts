import type { CivilDate } from '../basics/civil-date.ts';
import type { Instant } from '../basics/instant.ts';
import type { VisitMode } from '../facts/booking.ts';
import type { InsidePart } from './inside-part.ts';
import type { MessageKind } from './message.ts';
import type { OwnPart } from './own-part.ts';

/** Her date as the portal shows it. `certain`: the inside knows it; before that it is received only. */
export type ShownDate = {
  readonly date: CivilDate;
  /** HH:MM */
  readonly start: string;
  readonly mode: VisitMode;
  /** Minutes; not told of a date that the inside has not heard of. */
  readonly minutes?: number | undefined;
  readonly certain: boolean;
  readonly needsCall?: true | undefined;
  readonly changeableUntil?: Instant | undefined;
};

/**
 * Which date she has: what she took or gave up here counts from that moment; what the inside has decided since, or an
 * operator moved by telephone, counts before it.
 */
export function shownDate(inside: InsidePart, own: OwnPart): ShownDate | undefined {
  const waiting = own.sent.findLast(
    (one) => TAKES_OR_GIVES.includes(one.kind) && !inside.receipts[one.envelope],
  );
  if (waiting && GIVES.includes(waiting.kind)) return undefined;
  const { booked } = own;
  if (booked && !inside.receipts[booked.envelope]) {
    return { date: booked.date, start: booked.start, mode: booked.mode, certain: false };
  }
  const { booking } = inside;
  return booking && { ...booking, certain: true };
}

const GIVES: readonly MessageKind[] = ['cancel-booking', 'withdraw', 'stop', 'loss'];
const TAKES_OR_GIVES: readonly MessageKind[] = ['apply', 'book', 'move-booking', ...GIVES];
