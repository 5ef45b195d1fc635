import { epochOf, type Instant } from '../../domain/basics/instant.ts';
import { openDatabase, type ConnectionConfig, type Row, type Statement, type Writer } from '../connection.ts';

/** The outside's database as its one role: sessions, capsules, seats and envelopes; nothing of the inside is within reach. */
export type OutsideStore = {
  /** One transaction. */
  readonly write: <T>(work: (writer: Writer) => Promise<T>) => Promise<T>;
  /** For work of one statement. */
  readonly single: Writer;
  /** How the outside stands; remembered for five seconds unless something here changed it. */
  readonly standing: (now: Instant) => Promise<Standing>;
  /** Said by whoever changed what `standing` tells. */
  readonly changed: () => void;
  readonly close: () => Promise<void>;
};

export type Standing = {
  /** Names this database. */
  readonly born: string;
  readonly outward: number;
  readonly outwardDigest?: string | undefined;
  readonly inward: number;
  readonly taken: number;
  readonly secured: number;
  /** Milliseconds since 1970. */
  readonly heard?: number | undefined;
  /** A snapshot has begun and not ended: the number of its first bundle. */
  readonly snapshot?: number | undefined;
  /** The newest key to which envelopes are sealed. */
  readonly recipient?: { readonly key: Buffer; readonly until: number } | undefined;
};

const REMEMBERED_MS = 5000;

/**
 * Every statement is planned once a connection, and by its index: with or without a hundred thousand letters it is the
 * same few rows. Planning anew each time costs more than finding them.
 */
const OPTIONS = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

export function openOutsideStore(role: ConnectionConfig, connections: number): OutsideStore {
  const own = { ...role, options: OPTIONS };
  const database = openDatabase(own, own, connections);
  let remembered: { readonly at: number; readonly standing: Promise<Standing> } | undefined;
  return {
    write: database.write,
    single: database.single,
    standing: (now) => {
      const at = epochOf(now);
      const age = remembered ? at - remembered.at : -1;
      if (!remembered || age < 0 || age > REMEMBERED_MS) {
        const standing = readStanding(database.single, at);
        remembered = { at, standing };
        // A failure is told once and not remembered.
        standing.catch(() => {
          remembered = undefined;
        });
      }
      return remembered.standing;
    },
    changed: () => {
      remembered = undefined;
    },
    close: database.close,
  };
}

/** Reads it in a transaction; `forUpdate` keeps other bundles waiting until it is over. */
export async function readStanding(writer: Writer, now: number, lock?: 'forUpdate'): Promise<Standing> {
  const [row = {}] = await writer.rows(lock ? LOCK : READ, [now]);
  const digest = row['outward_digest'];
  return {
    born: String(row['born']),
    outward: Number(row['outward']),
    inward: Number(row['inward']),
    taken: Number(row['taken']),
    secured: Number(row['secured']),
    ...(typeof digest === 'string' ? { outwardDigest: digest } : {}),
    ...(row['heard'] === null ? {} : { heard: Number(row['heard']) }),
    ...(row['snapshot'] === null ? {} : { snapshot: Number(row['snapshot']) }),
    ...recipientOf(row),
  };
}

function recipientOf(row: Row): Pick<Standing, 'recipient'> {
  const key = row['key'];
  return key instanceof Buffer ? { recipient: { key, until: Number(row['until_at']) } } : {};
}

const COLUMNS = `o.*, k.key, k.until_at from outside o left join lateral (
  select key, until_at from recipient_key where from_at <= $1::bigint order by from_at desc, until_at desc limit 1) k on true`;

const READ: Statement = { name: 'outside-standing', text: `select ${COLUMNS}` };

const LOCK: Statement = { name: 'outside-lock', text: `select ${COLUMNS} for update of o` };
