import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Decision } from '../decision.ts';
import type { SeatName, SeatWord } from '../portal/bundle.ts';
import type { CourierBook } from './courier-book.ts';

/** An outward bundle that lies on the disk, whole, and was not sent yet. */
export type RecordOutward = {
  readonly chapter: number;
  readonly n: number;
  readonly digest: string;
  readonly capsules: number;
  readonly revoked: number;
  readonly words: readonly SeatWord[];
  readonly closed: readonly CivilDate[];
  readonly taken: number;
  readonly secured: number;
  readonly snapshot?: 'first' | 'more' | 'last' | undefined;
  readonly upTo?: number | undefined;
  readonly day?: CivilDate | undefined;
  /** The last one recorded in this chapter, read under the lock. */
  readonly last?: number | undefined;
};

/** An inward bundle whose envelopes are all taken. */
export type RecordInward = {
  readonly chapter: number;
  readonly n: number;
  readonly digest: string;
  readonly envelopes: number;
  readonly dropped?: readonly SeatName[] | undefined;
  readonly last?: number | undefined;
};

export type RecordBundleRefusal =
  | RefusalOf<'no-outside-met'>
  /** Somebody else has recorded it, or there is a gap. */
  | RefusalOf<'bundle-not-next', { n: number; next: number }>;

type Seen = { readonly courier: CourierBook };

/** Seats that the bundle gives are the outside's from this commit on: first closed here, then opened there (design 2). */
export function recordOutward(
  { courier }: Seen,
  { words, closed, last, snapshot, upTo, day, ...bundle }: RecordOutward,
): Decision | RecordBundleRefusal {
  const refusal = notNext(courier, bundle, last ?? courier.chapter?.outward);
  if (refusal) return refusal;
  return {
    facts: [
      {
        type: 'courier.bundle-made',
        ...bundle,
        seats: words.length,
        ...(snapshot ? { snapshot } : {}),
        ...(upTo === undefined ? {} : { upTo }),
        ...(day ? { day } : {}),
      },
    ],
    seats: [{ act: 'tell', bundle: bundle.n, words, closed }],
  };
}

/** From now on the outside is told that these envelopes are here. Seats that it closed as asked are the inside's again. */
export function recordInward(
  { courier }: Seen,
  { dropped = [], last, ...bundle }: RecordInward,
): Decision | RecordBundleRefusal {
  const refusal = notNext(courier, bundle, last ?? courier.chapter?.inward);
  if (refusal) return refusal;
  return {
    facts: [{ type: 'courier.bundle-taken', ...bundle }],
    // What an older bundle says of seats was so before the outside said which ones it owns.
    ...(dropped.length > 0 && bundle.n > (courier.chapter?.listed ?? 0)
      ? { seats: [{ act: 'dropped', seats: dropped }] }
      : {}),
  };
}

function notNext(
  { chapter }: CourierBook,
  bundle: { readonly chapter: number; readonly n: number },
  last: number | undefined,
): RecordBundleRefusal | undefined {
  if (!chapter || last === undefined) return { refused: 'no-outside-met' };
  const next = last + 1;
  if (bundle.chapter === chapter.chapter && bundle.n === next) return undefined;
  return { refused: 'bundle-not-next', n: bundle.n, next };
}
