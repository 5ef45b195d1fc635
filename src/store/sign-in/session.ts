import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { AccountId, DeviceId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { SessionFacts } from '../../domain/access/session-rule.ts';
import type { Reader, Row, Statement, Writer } from '../connection.ts';
import { bytes, text, truth, whole } from '../row.ts';
import { SIGN_IN_COLUMNS, signInOf, type SignInRow } from './account.ts';

/** A session with what holds now of its person and device, read in one statement. */
export type FoundSession = {
  readonly session: SessionFacts;
  readonly account: SignInRow;
  readonly device: DeviceId;
  readonly isDeviceRegistered: boolean;
  readonly pending: Buffer | undefined;
};

/** A session as its person sees it in a list. `key` names it there and opens nothing. */
export type ListedSession = {
  readonly key: string;
  readonly device: DeviceId;
  readonly network: string;
  readonly began: Instant;
  readonly seen: Instant;
  readonly isThis: boolean;
};

const FIND: Statement = {
  name: 'desk-session-find',
  text: `select s.device, s.network, s.stamp, s.began, s.seen, s.proved, s.second, s.locked, s.pending,
           coalesce(d.state, '') as device_state, ${SIGN_IN_COLUMNS}
         from desk_session s join p_sign_in a on a.account = s.account left join p_device d on d.device = s.device
         where s.hash = $1 and s.device = $3`,
};
const BEGIN: Statement = {
  name: 'desk-session-begin',
  text: `with before as (delete from desk_session where account = $2 and device = $3 and not second)
         insert into desk_session (hash, account, device, network, stamp, began, seen, proved)
         values ($1, $2, $3, $4, $5, $6, $6, $6)`,
};
const STEP: Statement = {
  name: 'desk-session-step',
  text: 'update desk_session set seen = $2 where hash = $1 and not locked',
};
const LOCK: Statement = {
  name: 'desk-session-lock',
  text: 'update desk_session set locked = true where hash = $1 returning 1 as one',
};
const RENEW: Statement = {
  name: 'desk-session-renew',
  text: `update desk_session set hash = $2, stamp = $3, began = case when second then began else $4 end, seen = $4,
           proved = $4, second = $5, locked = false, pending = null
         where hash = $1 and second = $6 returning 1 as one`,
};
const PEND: Statement = {
  name: 'desk-session-pend',
  text: 'update desk_session set pending = $2 where hash = $1',
};
const END: Statement = {
  name: 'desk-session-end',
  text: 'delete from desk_session where hash = $1 returning account, device',
};
const END_ONE: Statement = {
  name: 'desk-session-end-one',
  text: `delete from desk_session where account = $1 and left(encode(hash, 'hex'), 16) = $2 returning account, device`,
};
const END_ALL: Statement = {
  name: 'desk-session-end-all',
  text: 'delete from desk_session where account = $1 returning account, device',
};
const TRIM: Statement = {
  name: 'desk-session-trim',
  text: `delete from desk_session where account = $1 and second and hash not in (
           select hash from desk_session where account = $1 and second order by began desc, hash limit $2)
         returning account, device`,
};
const SWEEP: Statement = {
  name: 'desk-session-sweep',
  text: `delete from desk_session where began collate "C" < $1 or (not second and began collate "C" < $2)
         returning account, device`,
};
const LIST: Statement = {
  name: 'desk-session-list',
  text: `select left(encode(hash, 'hex'), 16) as key, device, network, began, seen, hash = $2 as is_this
         from desk_session where account = $1 and second order by began desc`,
};

export async function findDeskSession(
  reader: Reader,
  hash: Buffer,
  today: CivilDate,
  device: DeviceId,
): Promise<FoundSession | undefined> {
  const [row] = await reader.rows(FIND, [hash, today, device]);
  if (!row) return undefined;
  return {
    session: {
      stamp: whole(row, 'stamp'),
      began: text(row, 'began') as Instant,
      seen: text(row, 'seen') as Instant,
      proved: text(row, 'proved') as Instant,
      second: truth(row, 'second'),
      locked: truth(row, 'locked'),
      network: text(row, 'network'),
    },
    account: signInOf(row),
    device,
    isDeviceRegistered: text(row, 'device_state') === 'registered',
    pending: row['pending'] === null ? undefined : bytes(row, 'pending'),
  };
}

/** The password was right. One half session a terminal: an older one of the same person is over. */
export async function beginSession(
  writer: Writer,
  one: {
    readonly hash: Buffer;
    readonly account: AccountId;
    readonly device: DeviceId;
    readonly network: string;
    readonly stamp: number;
    readonly now: Instant;
  },
): Promise<void> {
  await writer.rows(BEGIN, [one.hash, one.account, one.device, one.network, one.stamp, one.now]);
}

export async function noteStep(writer: Writer, hash: Buffer, now: Instant): Promise<void> {
  await writer.rows(STEP, [hash, now]);
}

export async function lockSession(writer: Writer, hash: Buffer): Promise<boolean> {
  return (await writer.rows(LOCK, [hash])).length > 0;
}

/** A proof was given: the session goes on under a new cookie. Of two at once one is told no. */
export async function renewSession(
  writer: Writer,
  one: {
    readonly before: Buffer;
    readonly hash: Buffer;
    readonly stamp: number;
    readonly now: Instant;
    readonly second: boolean;
    readonly wasSecond: boolean;
  },
): Promise<boolean> {
  const values = [one.before, one.hash, one.stamp, one.now, one.second, one.wasSecond];
  return (await writer.rows(RENEW, values)).length > 0;
}

/** Something that waits for the next step of this session, sealed under its cookie. */
export async function keepPending(writer: Writer, hash: Buffer, sealed: Buffer): Promise<void> {
  await writer.rows(PEND, [hash, sealed]);
}

/** Whose sessions ended and on which terminal, for the access log. */
export type EndedSession = { readonly account: AccountId; readonly device: DeviceId };

export async function endSession(writer: Writer, hash: Buffer): Promise<readonly EndedSession[]> {
  return endedOf(await writer.rows(END, [hash]));
}

/** One of a person's own by its name in her list, or all of them. */
export async function endOwnSessions(
  writer: Writer,
  account: AccountId,
  key?: string,
): Promise<readonly EndedSession[]> {
  return endedOf(
    await (key === undefined ? writer.rows(END_ALL, [account]) : writer.rows(END_ONE, [account, key])),
  );
}

export async function trimSessions(
  writer: Writer,
  account: AccountId,
  atOnce: number,
): Promise<readonly EndedSession[]> {
  return endedOf(await writer.rows(TRIM, [account, atOnce]));
}

export async function sweepSessions(
  writer: Writer,
  before: { readonly all: Instant; readonly half: Instant },
): Promise<readonly EndedSession[]> {
  return endedOf(await writer.rows(SWEEP, [before.all, before.half]));
}

export async function listSessions(
  reader: Reader,
  account: AccountId,
  hash: Buffer,
): Promise<readonly ListedSession[]> {
  return (await reader.rows(LIST, [account, hash])).map((row) => ({
    key: text(row, 'key'),
    device: text(row, 'device') as DeviceId,
    network: text(row, 'network'),
    began: text(row, 'began') as Instant,
    seen: text(row, 'seen') as Instant,
    isThis: truth(row, 'is_this'),
  }));
}

function endedOf(rows: readonly Row[]): readonly EndedSession[] {
  return rows.map((row) => ({
    account: text(row, 'account') as AccountId,
    device: text(row, 'device') as DeviceId,
  }));
}
