import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { AccountId } from '../../domain/basics/ids.ts';
import type { RoleName } from '../../domain/facts/governance.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, textOrNull, truth, whole } from '../row.ts';

/** An ID as signing in sees it, with the rights in force today. */
export type SignInRow = {
  readonly account: AccountId;
  readonly holder: string;
  readonly isOpen: boolean;
  readonly stamp: number;
  readonly round: number;
  readonly passwordOn: CivilDate | undefined;
  readonly temporary: boolean;
  readonly factors: number;
  readonly isLocked: boolean;
  readonly roles: readonly RoleName[];
};

/** Columns of `p_sign_in a`, and the roles in force on `$2`. */
export const SIGN_IN_COLUMNS = `a.account, a.holder, a.is_open, a.stamp as now_stamp, a.round, a.password_on, a.temporary,
  a.factors, a.locked_since,
  (select coalesce(string_agg(g.role, ' ' order by g.role), '') from p_grant g
   where g.account = a.account and g.until >= $2) as roles`;

const FIND: Statement = {
  name: 'sign-in-find',
  // One ID a person (SEC-4-1): who left may have had the same number before.
  text: `select ${SIGN_IN_COLUMNS} from p_sign_in a where a.account = $1 or a.holder = $1
         order by a.account = $1 desc, a.is_open desc, a.account limit 1`,
};

/** By the personnel number that is typed, or by the ID itself. */
export async function findSignIn(
  reader: Reader,
  typed: string,
  today: CivilDate,
): Promise<SignInRow | undefined> {
  const [row] = await reader.rows(FIND, [typed, today]);
  return row && signInOf(row);
}

export function signInOf(row: Row): SignInRow {
  return {
    account: text(row, 'account') as AccountId,
    holder: text(row, 'holder'),
    isOpen: truth(row, 'is_open'),
    stamp: whole(row, 'now_stamp'),
    round: whole(row, 'round'),
    passwordOn: (textOrNull(row, 'password_on') ?? undefined) as CivilDate | undefined,
    temporary: truth(row, 'temporary'),
    factors: whole(row, 'factors'),
    isLocked: textOrNull(row, 'locked_since') !== null,
    roles: text(row, 'roles')
      .split(' ')
      .filter((role) => role !== '') as RoleName[],
  };
}

const DEVICE: Statement = {
  name: 'sign-in-device',
  text: `select 1 as one from p_device where device = $1 and state = 'registered'`,
};

export async function isDeviceRegistered(reader: Reader, device: string): Promise<boolean> {
  return (await reader.rows(DEVICE, [device])).length > 0;
}

const DEVICE_STATE: Statement = {
  name: 'sign-in-device-state',
  text: 'select state from p_device where device = $1',
};

/** `registered` or `withdrawn`; nothing of a terminal that nobody has approved yet. */
export async function deviceState(reader: Reader, device: string): Promise<string | undefined> {
  const [row] = await reader.rows(DEVICE_STATE, [device]);
  return row && text(row, 'state');
}

const VERSION: Statement = {
  name: 'sign-in-version',
  text: `select coalesce(max(version), 0) as version from stream_head where stream = 'account:' || $1`,
};

/** How many facts tell of an ID: what is decided on an older state is refused as stale. */
export async function accountVersion(reader: Reader, account: AccountId): Promise<number> {
  const [row] = await reader.rows(VERSION, [account]);
  return row ? whole(row, 'version') : 0;
}
