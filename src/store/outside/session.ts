import type { Row, Statement, Writer } from '../connection.ts';

/** Sessions end 30 minutes after the last step and 4 hours after the first. Steps are noted once a minute. */
export const SESSION_MS = { idle: 30 * 60_000, all: 4 * 3_600_000, noted: 60_000 } as const;

/** After the proof the page that was left behind may still be sent a second time, so long. */
const OLD_COOKIE_MS = 2 * 60_000;

/** A session and what lies under its code. `sealed` and `alone` open with the cookie, `inside` and `own` with what is in it. */
export type SessionRow = {
  readonly stage: 'code' | 'open';
  readonly locator: Buffer;
  readonly sealed: Buffer;
  readonly seen: number;
  /** Answers asked alone. */
  readonly alone?: Buffer | undefined;
  readonly capsule?: CapsuleRow | undefined;
};

/** `inside` is absent when nothing is to be opened: revoked, or left out of the last snapshot. */
export type CapsuleRow = {
  readonly inside?: Buffer | undefined;
  readonly own?: Buffer | undefined;
  readonly ownVersion: number;
  readonly insideVersion: number;
};

export async function addSession(
  writer: Writer,
  one: { readonly hash: Buffer; readonly locator: Buffer; readonly sealed: Buffer; readonly now: number },
): Promise<void> {
  await writer.rows(ADD, [one.hash, one.locator, one.sealed, one.now]);
}

export async function findSession(
  writer: Writer,
  hash: Buffer,
  now: number,
): Promise<SessionRow | undefined> {
  const [row] = await writer.rows(FIND, [hash, now]);
  return row && sessionOf(row);
}

export async function noteStep(writer: Writer, hash: Buffer, now: number): Promise<void> {
  await writer.rows(STEP, [hash, now]);
}

/** The second proof has succeeded: a session under a new cookie, and no wrong dates any more. */
export async function openSession(
  writer: Writer,
  one: {
    readonly hash: Buffer;
    readonly before: Buffer;
    readonly locator: Buffer;
    readonly sealed: Buffer;
    readonly now: number;
  },
): Promise<void> {
  await writer.rows(OPEN, [one.hash, one.before, one.locator, one.sealed, one.now]);
}

export async function endSession(writer: Writer, hash: Buffer): Promise<void> {
  await writer.rows(END, [hash]);
}

export async function keepAloneSealed(writer: Writer, hash: Buffer, sealed: Buffer): Promise<void> {
  await writer.rows(KEEP_ALONE, [hash, sealed]);
}

/** Not written when somebody else wrote in between, the session has ended, or the code was revoked. */
export async function writeOwnPart(
  writer: Writer,
  session: { readonly hash: Buffer; readonly now: number },
  own: { readonly locator: Buffer; readonly version: number; readonly sealed: Buffer },
): Promise<boolean> {
  const { locator, version, sealed } = own;
  return (await writer.rows(WRITE_OWN, [session.hash, session.now, locator, version, sealed])).length > 0;
}

export function sessionOf(row: Row): SessionRow {
  const version = row['own_version'];
  return {
    stage: row['stage'] === 'open' ? 'open' : 'code',
    locator: bytes(row['locator']) ?? Buffer.alloc(0),
    sealed: bytes(row['sealed']) ?? Buffer.alloc(0),
    seen: Number(row['seen']),
    alone: bytes(row['alone']),
    ...(version === null || version === undefined
      ? {}
      : {
          capsule: {
            inside: bytes(row['inside']),
            own: bytes(row['own']),
            ownVersion: Number(version),
            insideVersion: Number(row['n']),
          },
        }),
  };
}

/** `$1` is the hash of the cookie, `$2` the moment. */
export const LIVING = `s.hash = $1 and s.seen > $2::bigint - ${SESSION_MS.idle} and s.began > $2::bigint - ${SESSION_MS.all}`;

export const SESSION_COLUMNS =
  's.stage, s.locator, s.sealed, s.seen, s.alone, c.inside, c.n, c.own, c.own_version';

function bytes(value: unknown): Buffer | undefined {
  return value instanceof Buffer ? value : undefined;
}

const ADD: Statement = {
  name: 'session-add',
  text: `insert into session (hash, locator, stage, sealed, began, seen) values ($1, $2, 'code', $3, $4, $4)`,
};

const FIND: Statement = {
  name: 'session-find',
  text: `select ${SESSION_COLUMNS} from session s left join capsule c on c.locator = s.locator where ${LIVING}`,
};

const STEP: Statement = { name: 'session-step', text: 'update session set seen = $2 where hash = $1' };

const OPEN: Statement = {
  name: 'session-open',
  text: `with tidy as (delete from tries where locator = $3),
         before as (update session set began = least(began, $5::bigint - ${SESSION_MS.all - OLD_COOKIE_MS}) where hash = $2)
         insert into session (hash, locator, stage, sealed, began, seen) values ($1, $3, 'open', $4, $5, $5)`,
};

const END: Statement = { name: 'session-end', text: 'delete from session where hash = $1' };

const KEEP_ALONE: Statement = {
  name: 'session-keep-alone',
  text: 'update session set alone = $2 where hash = $1',
};

const WRITE_OWN: Statement = {
  name: 'capsule-own',
  text: `update capsule set own = $5, own_version = own_version + 1
         where locator = $3 and own_version = $4 and inside is not null
           and exists (select from session s where ${LIVING} and s.locator = $3 and s.stage = 'open')
         returning own_version`,
};
