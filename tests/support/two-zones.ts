import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after } from 'node:test';
import { Client } from 'pg';
import type { CaseId, SlotId } from '../../src/domain/basics/ids.ts';
import type { PortalMessage } from '../../src/domain/portal/message.ts';
import type { HeldSeat } from '../../src/domain/portal/own-part.ts';
import type { Result } from '../../src/domain/basics/result.ts';
import type { CourierLine } from '../../src/exchange/courier/courier-line.ts';
import type { CourierParts, CourierStopped, RoundTally } from '../../src/exchange/courier/courier-parts.ts';
import { runRound } from '../../src/exchange/courier/run-round.ts';
import { OUTSIDE_CONFIG, readOutsideConfig } from '../../src/exchange/outside/outside-config.ts';
import { readOutsideSecrets } from '../../src/exchange/outside/outside-keys.ts';
import { openCourierEnd, type OutsideEnd } from '../../src/gate/outside/courier-end.ts';
import { openOutsideGate } from '../../src/gate/outside/open-outside-gate.ts';
import type { OpenSession, OutsideGate } from '../../src/gate/outside/outside-gate.ts';
import type { OutsideParts } from '../../src/gate/outside/outside-parts.ts';
import { courierParts } from '../../src/place/courier.ts';
import type { Place } from '../../src/place/place.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import type { PersonalCode } from '../../src/domain/text/personal-code.ts';
import { date } from '../../src/domain/basics/civil-date.ts';
import { openOutsideStore } from '../../src/store/outside/outside-store.ts';
import { testCluster } from './cluster.ts';
import { checkSeats } from './check-seats.ts';
import { application, choiceOf, emptied } from './outside-answers.ts';
import { NO_LIMITS } from './outside-place.ts';
import { portalRoom, type PortalRoom } from './portal-room.ts';
import { settled } from './settled.ts';

/** A real inside and a real outside that know each other, with a courier between them that the test sends. */
export type TwoZones = {
  readonly room: PortalRoom;
  readonly outside: Outside;
  /** One round over the line in this process; it must succeed. */
  readonly round: (place?: Place) => Promise<RoundTally>;
  /**
   * The next round has nothing to say; or the one after, where somebody else was at work on the server and what was told
   * is told once more.
   */
  readonly fallsSilent: () => Promise<void>;
  readonly tryRound: (
    place?: Place,
    changes?: Partial<CourierParts>,
  ) => Promise<Result<RoundTally, CourierStopped>>;
  readonly line: () => CourierLine;
  /** A woman whose letter is out; her code. */
  readonly woman: () => Promise<{ readonly case: CaseId; readonly code: PersonalCode }>;
  readonly session: (code: PersonalCode) => Promise<OpenSession>;
  /** She sends a message through the portal; what became of it there. */
  readonly sends: (code: PersonalCode, message: PortalMessage, once?: string) => Promise<string>;
  /** She applies with a seat of the time; what became of it in the portal. */
  readonly applies: (code: PersonalCode, slot: SlotId) => Promise<string>;
  /** She moves her date to a seat of the time. */
  readonly moves: (code: PersonalCode, slot: SlotId) => Promise<string>;
  /**
   * No seat has two owners, none is lost and none is given twice: what the outside gives is the outside's here, what is
   * taken is taken on both sides for the same booking, every booking has one seat. `settled`: nothing is on its way.
   */
  readonly checkSeats: (place?: Place, settled?: boolean) => Promise<void>;
};

export type Outside = {
  readonly gate: () => OutsideGate;
  readonly end: () => OutsideEnd;
  readonly keys: string;
  readonly rows: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  /** Keeps the database as it is now; its key folder is not in it. */
  readonly keep: () => Promise<void>;
  /** Puts the kept database in the place of the one that is there. */
  readonly restore: () => Promise<void>;
};

export async function twoZones(): Promise<TwoZones> {
  const room = await portalRoom();
  const { place } = room;
  const outside = await openOutside(place);
  after(() => outside.close());
  const line = (): CourierLine => directLine(outside.end);
  const tryRound: TwoZones['tryRound'] = async (at = place, changes = {}) =>
    runRound({ ...(await courierParts(at, line())), ...changes });
  const session: TwoZones['session'] = async (code) => {
    const begun = await outside.gate().begin(code, '192.0.2.1');
    assert.ok(begun.result === 'begun');
    const proven = await outside.gate().prove(begun.cookie, date('1995-05-05'), '192.0.2.1');
    assert.ok(proven.result === 'open', `her capsule does not open: ${proven.result}`);
    return proven.session;
  };
  const sends: TwoZones['sends'] = async (code, message, once = `once-${JSON.stringify(message)}`) => {
    const open = await session(code);
    return (await outside.gate().send(open, message, { once, own: emptied(open) })).result;
  };
  const withSeat = async (
    code: PersonalCode,
    slot: SlotId,
    message: (held: HeldSeat) => PortalMessage,
  ): Promise<string> => {
    const open = await session(code);
    const held = await outside.gate().hold(open, slot);
    if (held === 'taken') return 'taken';
    const wish = { once: `once-${held.ref}`, own: emptied(open), take: held };
    const sent = await outside.gate().send(open, message(held), wish);
    return sent.result === 'refused' ? sent.code : sent.result;
  };
  const round: TwoZones['round'] = async (at = place) => {
    await settled(at.database);
    const done = await tryRound(at);
    assert.ok(done.ok, done.ok ? '' : JSON.stringify(done.error));
    return done.value;
  };
  return {
    room,
    outside,
    line,
    tryRound,
    round,
    fallsSilent: async () => {
      for (let times = 0; times < 2; times += 1) if ((await round()).outward.bundles === 0) return;
      assert.fail('both sides agree and still have something to say');
    },
    woman: async () => {
      const id = await room.openCase();
      const [piece] = await room.post([id]);
      assert.ok(piece);
      return { case: id, code: room.codeOn(piece) };
    },
    session,
    sends,
    applies: (code, slot) => withSeat(code, slot, (held) => application(held)),
    moves: (code, slot) =>
      withSeat(code, slot, (held) => ({ kind: 'move-booking', booking: choiceOf(held) })),
    checkSeats: (at = place, settled = true) => checkSeats(at, outside, settled),
  };
}

/** The courier's line without a wire: every answer passes through JSON, as over one. */
function directLine(end: () => OutsideEnd): CourierLine {
  const carried = async <T>(value: Promise<T>): Promise<Result<T, never>> => {
    const text = JSON.stringify(await value);
    return { ok: true, value: (text === undefined ? undefined : JSON.parse(text)) as T };
  };
  return {
    waits: false,
    state: async (ask) => {
      await end().heard();
      return carried(end().state(ask));
    },
    sendOutward: (_n, bundle) => carried(end().takeOutward(bundle)),
    fetchInward: (n) => carried(end().makeInward(n)),
    close: () => Promise.resolve(),
  };
}

/** The outside zone that was made with the place. */
async function openOutside({
  folders,
  parts: { now, ids },
}: Place): Promise<Outside & { readonly close: () => Promise<void> }> {
  const cluster = await testCluster();
  const keys = join(folders.outside, 'keys');
  const config = await readOutsideConfig(join(folders.outside, OUTSIDE_CONFIG));
  assert.ok(config);
  const { database } = config.database;
  const secrets = await readOutsideSecrets(keys);
  const open = () => {
    const parts: OutsideParts = {
      store: openOutsideStore({ ...cluster.admin(database), ...secrets.roles.writer }, 8),
      keys: secrets.keys,
      marker: secrets.marker,
      now,
      ids,
      programme: chiyodaVisit.id,
      rules: chiyodaVisit.rules,
      limits: NO_LIMITS,
    };
    return { store: parts.store, gate: openOutsideGate(parts), end: openCourierEnd(parts) };
  };
  let living = open();
  const admin = async <T>(name: string, work: (client: Client) => Promise<T>) => {
    const client = new Client(cluster.admin(name));
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const whole = async (sql: readonly string[]) => {
    await living.store.close();
    await admin('postgres', async (client) => {
      for (const one of sql) await client.query(one);
    });
    living = open();
  };
  return {
    gate: () => living.gate,
    end: () => living.end,
    keys,
    rows: (sql) => admin(database, async (client) => (await client.query(sql)).rows),
    keep: () =>
      whole([
        `drop database if exists ${database}_kept`,
        `create database ${database}_kept template ${database}`,
      ]),
    restore: () =>
      whole([
        `drop database ${database} with (force)`,
        `create database ${database} template ${database}_kept`,
      ]),
    close: () => living.store.close(),
  };
}
