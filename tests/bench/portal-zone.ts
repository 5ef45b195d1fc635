import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { addDays, date } from '../../src/domain/basics/civil-date.ts';
import { addMinutes, instantAt, instantFromEpoch, type Instant } from '../../src/domain/basics/instant.ts';
import { slotId, type Slot } from '../../src/domain/booking/slot.ts';
import { visitDay } from '../../src/domain/booking/visit-day.ts';
import { townNow } from '../../src/domain/place/town-clock.ts';
import type { OutwardBundle } from '../../src/domain/portal/bundle.ts';
import { OUTSIDE_CONFIG } from '../../src/exchange/outside/outside-config.ts';
import { readOutsideSecrets, type OutsideSecrets } from '../../src/exchange/outside/outside-keys.ts';
import { openCourierEnd } from '../../src/gate/outside/courier-end.ts';
import { keyFolder } from '../../src/place/key-folder.ts';
import { readyOutside } from '../../src/place/outside-zone.ts';
import { privateServer } from '../../src/place/server.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { newRecipientKey } from '../../src/security/envelope.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { signText } from '../../src/security/signature.ts';
import type { ConnectionConfig } from '../../src/store/connection.ts';
import { openOutsideStore, type OutsideStore } from '../../src/store/outside/outside-store.ts';

const TOWN = instantAt(date('2026-06-10'), '10:00');

/** An outside zone as `init` makes one, on a cluster of its own with settings as in earnest, on a morning in June 2026. */
export type PortalZone = {
  readonly folder: string;
  readonly secrets: OutsideSecrets;
  readonly store: OutsideStore;
  readonly now: () => Instant;
  /** Opens envelopes; only the inside has it. */
  readonly recipientPrivate: Buffer;
  /** The inside's hand: makes the next bundle of these contents, signs it and has it taken. */
  readonly carry: (contents?: Partial<OutwardBundle>) => Promise<void>;
  /** Writes rows directly, as the owner. */
  readonly fill: (sql: string, values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;
  /** Every process of the database server but the one that asks. */
  readonly databasePids: () => Promise<readonly number[]>;
  readonly remove: () => Promise<void>;
};

export async function portalZone(): Promise<PortalZone> {
  const root = await mkdtemp(join(tmpdir(), 'mimamori-bench-'));
  await chmod(root, 0o711); // started as root, the server runs under an account that must get through here
  const made = await privateServer(join(root, 'data'));
  if (!made.ok) throw new Error(`There is no database server: ${made.error.type}`);
  const server = made.value;
  const clock = { town: TOWN, since: instantFromEpoch(Date.now()) };
  const now = () => townNow(clock, instantFromEpoch(Date.now()));
  const folder = join(root, 'outside');
  const here = await keyFolder(join(root, 'inside-keys'));
  const second = await keyFolder(join(root, 'second-place'));
  const card = { programme: chiyodaVisit.id, tryout: true, database: 'bench_inside', clock };
  const wish = { folders: { outside: folder }, card, server, here, second };
  await readyOutside(wish);
  await proxied(join(folder, OUTSIDE_CONFIG));

  const secrets = await readOutsideSecrets(join(folder, 'keys'));
  const { roles } = secrets;
  const role = (one: { readonly user: string; readonly password: string }) =>
    server.connection('bench_outside', one.user, one.password);
  const store = openOutsideStore(role(roles.writer), 2);
  const end = openCourierEnd({
    store,
    keys: secrets.keys,
    marker: secrets.marker,
    now,
    ids: randomIds(),
    programme: chiyodaVisit.id,
    rules: chiyodaVisit.rules,
  });
  const insideKey = (await here.read('courier-key'))?.toString('utf8') ?? '';
  const recipient = await newRecipientKey();
  const owner = await connected(role(roles.owner));
  const admin = await connected(server.admin());

  const carry: PortalZone['carry'] = async (contents = {}) => {
    const until = addMinutes(TOWN, 7 * 24 * 60);
    const bundle: OutwardBundle = {
      to: 'outside',
      programme: chiyodaVisit.id,
      n: (await end.state()).outwardTaken + 1,
      at: now(),
      revoked: [],
      capsules: [],
      seats: [],
      closed: [],
      recipientKeys: [{ key: recipient.publicKey.toString('base64'), from: TOWN, until }],
      taken: 0,
      secured: 0,
      anchors: [],
      ...contents,
    };
    const text = JSON.stringify(bundle);
    const taken = await end.takeOutward({ text, signature: signText(insideKey, text) });
    if (taken.result !== 'taken') throw new Error(`The bundle was not taken: ${taken.result}`);
  };
  await carry();
  return {
    folder,
    secrets,
    store,
    now,
    recipientPrivate: recipient.privateKey,
    carry,
    fill: async (sql, values) => (await owner.query<Record<string, unknown>>(sql, [...values])).rows,
    databasePids: async () => {
      const { rows } = await admin.query<{ pid: number }>(
        'select pid from pg_stat_activity where pid <> pg_backend_pid()',
      );
      return rows.map(({ pid }) => pid);
    },
    remove: async () => {
      await Promise.all([owner.end(), admin.end(), store.close()]);
      await server.release();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Times of the coming weeks at which visits are made, beginning in a week. */
export function coming(count: number): readonly Slot[] {
  const { rules } = chiyodaVisit;
  const slots: Slot[] = [];
  for (let day = addDays(date('2026-06-10'), 7); slots.length < count; day = addDays(day, 1)) {
    if (visitDay(day, rules)) continue;
    slots.push(...rules.booking.starts.map((start) => ({ slot: slotId(day, start), date: day, start })));
  }
  return slots.slice(0, count);
}

/** The load comes from one machine; as behind a proxy each woman has an address of her own, and the usual limits stand. */
async function proxied(path: string): Promise<void> {
  const config: object = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...config, portal: { host: '127.0.0.1', port: 0, proxied: true } }));
}

async function connected(config: ConnectionConfig): Promise<pg.Client> {
  const client = new pg.Client(config);
  await client.connect();
  return client;
}
