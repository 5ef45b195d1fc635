import type { CivilDate } from '../basics/civil-date.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ChapterReason } from '../facts/courier.ts';
import type { PlaceState } from '../place/place-state.ts';
import type { SeatName } from '../portal/bundle.ts';
import type { CourierBook } from './courier-book.ts';

/** What the outside has said of itself, when it and the inside do not know the same. */
export type BeginChapter = {
  readonly born: string;
  readonly reason: ChapterReason;
  readonly outwardTaken: number;
  readonly inwardMade: number;
  /** The outside has not lost anything itself: what it does not name, it does not own. */
  readonly whole: boolean;
  readonly seats: readonly (SeatName & { readonly date: CivilDate; readonly start: string })[];
  /** The last inward bundle this inside has recorded, read under the lock. */
  readonly last?: number | undefined;
};

/**
 * Begins to count anew with an outside: numbers go on from what it has, envelopes that are not secured come again (each
 * counts once, by its id), it is told everything in a snapshot. After a restore of the inside the outside's word on its
 * seats holds: what was given away since is its own again, and from now on the inside may give its own (design 2).
 */
export function beginChapter(
  { courier, place }: { readonly courier: CourierBook; readonly place: PlaceState },
  { born, reason, outwardTaken, inwardMade, whole, seats, last }: BeginChapter,
  { today }: Context,
): Decision {
  const before = courier.chapter;
  const known = before?.born === born;
  const inward = known ? Math.min(last ?? before.inward, inwardMade) : 0;
  const unheard = place.awaitsOutside;
  const restored = unheard !== undefined || reason === 'inside-restored';
  return {
    facts: [
      {
        type: 'courier.chapter-begun',
        chapter: (before?.chapter ?? 0) + 1,
        born,
        reason,
        outward: outwardTaken,
        inward,
        listed: inwardMade,
        seats: seats.length,
      },
      ...(unheard === undefined ? [] : [{ type: 'place.outside-heard', generation: unheard } as const]),
    ],
    seats: [restored ? { act: 'adopt', seats, only: known && whole, from: today } : { act: 'tell-all' }],
  };
}
