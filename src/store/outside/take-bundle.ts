import type { Statement, Writer } from '../connection.ts';

/** An outward bundle as the database takes it. Moments are milliseconds since 1970. */
export type BundleContents = {
  readonly n: number;
  readonly now: number;
  readonly digest: string;
  /** Inward bundles that were made before this database was restored. */
  readonly inward: number;
  /** Number of the first bundle of the snapshot this one belongs to. */
  readonly snapshot?: number | undefined;
  readonly first: boolean;
  readonly last: boolean;
  readonly revoked: readonly Buffer[];
  readonly capsules: readonly { readonly locator: Buffer; readonly n: number; readonly sealed: Buffer }[];
  readonly seats: readonly SeatChange[];
  readonly closed: readonly string[];
  readonly keys: readonly { readonly key: Buffer; readonly from: number; readonly until: number }[];
  readonly taken: number;
  readonly secured: number;
  readonly anchors: readonly string[];
};

export type SeatChange = {
  readonly word: 'give' | 'free' | 'take' | 'drop';
  readonly slot: string;
  readonly seat: number;
  readonly date?: string;
  readonly start?: string;
  readonly ref?: string;
};

/**
 * Applies a bundle in the caller's transaction, which holds the outside's row. Capsules come before seats, as in every
 * other transaction: nobody waits in a circle. What an envelope has taken that the inside has not heard of stays taken.
 */
export async function applyBundle(writer: Writer, bundle: BundleContents): Promise<void> {
  const { n, snapshot } = bundle;
  if (bundle.first) await writer.rows(BEGIN_SNAPSHOT, [bundle.inward]);
  const capsules = bundle.capsules.toSorted((a, b) => Buffer.compare(a.locator, b.locator));
  await Promise.all([
    writer.rows(REVOKE, [bundle.revoked]),
    writer.rows(END_SESSIONS, [bundle.revoked]),
    writer.rows(CAPSULES, [
      capsules.map(({ locator }) => locator),
      capsules.map((one) => one.n),
      capsules.map(({ sealed }) => sealed),
      snapshot ?? null,
    ]),
    writer.rows(HEARD_OF, [bundle.taken]),
    ...bundle.seats.map((seat) => changeSeat(writer, seat, bundle)),
    writer.rows(CLOSE, [bundle.closed]),
    writer.rows(KEYS, [
      bundle.keys.map(({ key }) => key),
      bundle.keys.map(({ from }) => from),
      bundle.keys.map(({ until }) => until),
    ]),
    writer.rows(SECURED, [bundle.secured]),
    writer.rows(ANCHORS, [bundle.anchors]),
  ]);
  if (bundle.last) await writer.rows(END_SNAPSHOT, [snapshot ?? null]);
  await writer.rows(NOTE, [
    n,
    bundle.digest,
    bundle.taken,
    bundle.secured,
    bundle.last ? null : (snapshot ?? null),
  ]);
}

async function changeSeat(writer: Writer, one: SeatChange, { snapshot, now }: BundleContents): Promise<void> {
  const { slot, seat, date, start, ref } = one;
  switch (one.word) {
    case 'give':
      await Promise.all([
        ...(snapshot === undefined ? [writer.rows(REOPEN, [date])] : []),
        writer.rows(GIVE, [slot, seat, date, start, snapshot ?? null]),
      ]);
      break;
    case 'take':
      await Promise.all([
        writer.rows(LEAVE_OTHER, [slot, seat, ref]),
        writer.rows(TAKE, [slot, seat, date, start, ref, snapshot ?? null]),
      ]);
      break;
    case 'free':
      await writer.rows(FREE, [slot, seat, ref]);
      break;
    case 'drop':
      await writer.rows(DROP, [slot, seat, now]);
      break;
  }
}

/** The inside was heard; says so at most every ten seconds. */
export async function noteHeard(writer: Writer, now: number): Promise<boolean> {
  return (await writer.rows(HEARD, [now])).length > 0;
}

const BEGIN_SNAPSHOT: Statement = {
  name: 'snapshot-begin',
  text: `with days as (delete from closed_day), keys as (delete from recipient_key),
         old as (delete from dropped where bundle is null),
         numbers as (update outside set inward = greatest(inward, $1))
         update seat set state = 'free', ref = null, until = null where state = 'held'`,
};

const REVOKE: Statement = {
  name: 'capsule-revoke',
  text: `insert into capsule (locator, revoked) select unnest($1::bytea[]), true
         on conflict (locator) do update set revoked = true, inside = null, own = null`,
};

const END_SESSIONS: Statement = {
  name: 'session-end-all',
  text: `with presses as (delete from once where locator = any($1::bytea[]))
         delete from session where stage = 'open' and locator = any($1::bytea[])`,
};

/** A smaller number never replaces a greater one; only a snapshot, which is everything, begins anew. */
const CAPSULES: Statement = {
  name: 'capsule-write',
  text: `insert into capsule as c (locator, n, inside, snapshot)
         select locator, n, sealed, $4::int
         from unnest($1::bytea[], $2::int[], $3::bytea[]) as b (locator, n, sealed)
         on conflict (locator) do update set n = excluded.n, inside = excluded.inside, snapshot = excluded.snapshot
         where not c.revoked and (c.n < excluded.n or c.inside is null
           or (excluded.snapshot is not null and c.snapshot is distinct from excluded.snapshot))`,
};

const HEARD_OF: Statement = {
  name: 'seat-heard-of',
  text: `update seat set envelope = null where envelope in (select id from envelope where bundle <= $1)`,
};

const REOPEN: Statement = { name: 'day-reopen', text: 'delete from closed_day where date = $1' };

const GIVE: Statement = {
  name: 'seat-give',
  text: `insert into seat as s (slot, seat, date, start, snapshot) values ($1, $2, $3, $4, $5::int)
         on conflict (slot, seat) do update
         set state = 'free', ref = null, until = null, snapshot = excluded.snapshot
         where excluded.snapshot is not null and s.envelope is null`,
};

/** A reference stands once: a seat it had before is free. */
const LEAVE_OTHER: Statement = {
  name: 'seat-leave-other',
  text: `update seat set state = 'free', ref = null, until = null, envelope = null
         where ref = $3 and (slot, seat) <> ($1::text, $2::int)`,
};

const TAKE: Statement = {
  name: 'seat-take-for-inside',
  text: `insert into seat as s (slot, seat, date, start, state, ref, snapshot)
         values ($1, $2, $3, $4, 'taken', $5, $6::int)
         on conflict (slot, seat) do update
         set state = 'taken', ref = excluded.ref, until = null, envelope = null, snapshot = excluded.snapshot
         where s.envelope is null or s.ref = excluded.ref`,
};

const FREE: Statement = {
  name: 'seat-free-by-inside',
  text: `update seat set state = 'free', ref = null, until = null, envelope = null
         where slot = $1 and seat = $2 and ref = $3`,
};

const DROP: Statement = {
  name: 'seat-drop',
  text: `with gone as (delete from seat where slot = $1 and seat = $2
           and (state = 'free' or (state = 'held' and until <= $3::bigint)) returning slot, seat)
         insert into dropped (slot, seat) select slot, seat from gone`,
};

const CLOSE: Statement = {
  name: 'day-close',
  text: 'insert into closed_day (date) select unnest($1::text[]) on conflict do nothing',
};

const KEYS: Statement = {
  name: 'recipient-keys',
  text: `insert into recipient_key (key, from_at, until_at)
         select * from unnest($1::bytea[], $2::bigint[], $3::bigint[])
         on conflict (key) do update set from_at = excluded.from_at, until_at = excluded.until_at`,
};

const SECURED: Statement = {
  name: 'envelope-secured',
  text: `with bounces as (delete from bounce where bundle <= $1), seats as (delete from dropped where bundle <= $1),
         bundles as (delete from inward_bundle where n <= $1)
         delete from envelope where bundle <= $1`,
};

const ANCHORS: Statement = {
  name: 'anchor-add',
  text: 'insert into anchor (line) select unnest($1::text[]) on conflict do nothing',
};

/** Whatever the snapshot did not speak of is not there any more, but for what waits to be heard of. */
const END_SNAPSHOT: Statement = {
  name: 'snapshot-end',
  text: `with codes as (update capsule set inside = null
           where snapshot is distinct from $1::int and not revoked and inside is not null)
         delete from seat where snapshot is distinct from $1::int and envelope is null`,
};

const NOTE: Statement = {
  name: 'bundle-note',
  text: 'update outside set outward = $1, outward_digest = $2, taken = $3, secured = $4, snapshot = $5',
};

const HEARD: Statement = {
  name: 'outside-heard',
  text: `update outside set heard = $1::bigint
         where heard is null or heard not between $1::bigint - 10000 and $1::bigint returning one`,
};
