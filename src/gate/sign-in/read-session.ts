import { mayUseAll, networkOf } from '../../domain/access/network-rule.ts';
import { sessionStanding, type SessionStanding } from '../../domain/access/session-rule.ts';
import type { AccountId, DeviceId } from '../../domain/basics/ids.ts';
import { addMinutes, dayOfInstant, epochOf, type Instant } from '../../domain/basics/instant.ts';
import type { RoleName } from '../../domain/facts/governance.ts';
import { deviceIdOf } from '../../security/device-key.ts';
import { secretsOfCookie, type SessionSecrets } from '../../security/session-cookie.ts';
import { endSession, findDeskSession, noteStep, type FoundSession } from '../../store/sign-in/session.ts';
import type { SignInHouse, Ticket } from './house.ts';
import { rememberEnds } from './remember.ts';

/** Steps are noted no more often than this. */
const NOTED_MS = 20_000;

/** A session that is not over, with what only the door may hold of it. */
export type LiveSession = FoundSession & {
  readonly secrets: SessionSecrets;
  readonly standing: Exclude<SessionStanding, { readonly is: 'ended' }>;
};

/** Who works at the desk, as a page needs it. `needs`: nothing else may be shown before that was done. */
export type DeskSession = {
  readonly actor: AccountId;
  readonly roles: readonly RoleName[];
  readonly device: DeviceId;
  readonly needs: Extract<SessionStanding, { readonly is: 'waiting' }>['needs'] | undefined;
  readonly locked: boolean;
  /** The password was given a moment ago: a dangerous act may follow (ask `proveAgain` otherwise). */
  readonly fresh: boolean;
  /** The password is to be changed before long (SEC-5-3). */
  readonly remind: boolean;
  /** Stands in every form of the session. */
  readonly csrf: string;
  /** Then it is over, whatever happens. */
  readonly until: Instant;
};

/**
 * The session of a cookie as everything stands at this moment, in one statement: a right withdrawn, an ID disabled, a
 * terminal taken away ends it here. `undefined`: sign in anew. Rights are read once more by the gate for every act.
 */
export async function sessionOf(house: SignInHouse, ticket: Ticket): Promise<DeskSession | undefined> {
  const live = await readSession(house, ticket);
  if (!live) return undefined;
  const { account, session, standing, secrets, device } = live;
  const { allHours, halfMinutes } = house.parts.rules.access.signIn.session;
  const needs = standing.is === 'waiting' ? standing.needs : undefined;
  return {
    actor: account.account,
    roles: needs === undefined ? account.roles : [],
    device,
    needs,
    locked: needs === 'password',
    fresh: standing.fresh,
    remind: standing.is === 'open' && standing.remind,
    csrf: secrets.csrf,
    until: addMinutes(session.began, session.second ? allHours * 60 : halfMinutes),
  };
}

/** The same for the steps of the door itself. */
export async function readSession(house: SignInHouse, ticket: Ticket): Promise<LiveSession | undefined> {
  const { parts } = house;
  const secrets = secretsOfCookie(house.secret, ticket.cookie);
  const device = ticket.deviceKey === undefined ? undefined : deviceIdOf(ticket.deviceKey);
  if (!secrets || !device) return undefined;
  const { single } = parts.database;
  const now = parts.now();
  const found = await findDeskSession(single, secrets.hash, dayOfInstant(now), device);
  if (!found) return undefined;
  const { account, session } = found;
  const network = networkOf(ticket.address, house.networks);
  const standing = sessionStanding(
    session,
    {
      stamp: account.stamp,
      isOpen: account.isOpen,
      isDeviceRegistered: found.isDeviceRegistered,
      network: network && mayUseAll(network, account.roles) ? network.name : undefined,
      factors: account.factors,
      passwordSetOn: account.passwordOn,
      temporary: account.temporary,
    },
    now,
    parts.rules.access.signIn,
  );
  if (standing.is === 'ended') {
    await parts.database.write(async (writer) =>
      rememberEnds(house, writer, await endSession(writer, secrets.hash), standing.why),
    );
    return undefined;
  }
  const isPaused = standing.is === 'waiting' && standing.needs === 'password';
  if (!isPaused && epochOf(now) - epochOf(session.seen) >= NOTED_MS)
    await noteStep(single, secrets.hash, now);
  return { ...found, secrets, standing };
}
