import type { AccountId, DeviceId, RequestId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { ResetKind } from '../../domain/facts/sign-in.ts';
import type { Reader, Statement } from '../connection.ts';
import { text } from '../row.ts';

const LOCKED: Statement = {
  name: 'sign-ins-locked',
  text: 'select account, locked_since from p_sign_in where locked_since is not null order by locked_since, account',
};
const DEVICES: Statement = {
  name: 'devices-all',
  text: 'select device, register, state, registered_on from p_device order by state, register, device',
};

const RESETS: Statement = {
  name: 'resets-approved',
  text: 'select account, request, what, approved_at, approved_by from p_reset where approved_at > $1 order by approved_at, request',
};

/** IDs that failures in a row have locked, the longest locked first (SEC-11-1). */
export async function lockedSince(
  reader: Reader,
): Promise<readonly { readonly account: AccountId; readonly subject: AccountId; readonly at: string }[]> {
  return (await reader.rows(LOCKED)).map((row) => {
    const account = text(row, 'account') as AccountId;
    return { account, subject: account, at: text(row, 'locked_since') };
  });
}

/** Every terminal with its number in the register of equipment (B-20). */
export async function allDevices(reader: Reader): Promise<
  readonly {
    readonly device: DeviceId;
    readonly register: string;
    readonly state: string;
    readonly registeredOn: string;
  }[]
> {
  return (await reader.rows(DEVICES)).map((row) => ({
    device: text(row, 'device') as DeviceId,
    register: text(row, 'register'),
    state: text(row, 'state'),
    registeredOn: text(row, 'registered_on'),
  }));
}

/** Resets that were approved after a moment and are not carried out, the oldest first. */
export async function approvedResets(
  reader: Reader,
  after: Instant,
): Promise<
  readonly {
    readonly account: AccountId;
    readonly subject: AccountId;
    readonly reset: RequestId;
    readonly what: ResetKind;
    readonly approvedAt: Instant;
    readonly approvedBy: string;
  }[]
> {
  return (await reader.rows(RESETS, [after])).map((row) => {
    const account = text(row, 'account') as AccountId;
    return {
      account,
      subject: account,
      reset: text(row, 'request') as RequestId,
      what: text(row, 'what') as ResetKind,
      approvedAt: text(row, 'approved_at') as Instant,
      approvedBy: text(row, 'approved_by'),
    };
  });
}
