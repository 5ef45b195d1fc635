import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TownClock } from '../domain/place/town-clock.ts';
import {
  OUTSIDE_CONFIG,
  readOutsideConfig,
  USUAL_PORTS,
  type OutsideConfig,
} from '../exchange/outside/outside-config.ts';
import { newSecretKey } from '../security/programme-key.ts';
import { migrateOutside } from '../store/outside/migrate.ts';
import { pairZones } from './certificates.ts';
import type { PlaceCard } from './card.ts';
import { makeDatabase, newRoles, type DatabaseRoles } from './database-roles.ts';
import type { Folders } from './folders.ts';
import { keyFolder, type KeyFolder } from './key-folder.ts';
import { keepPairing, returnPairing } from './pairing.ts';
import { withProcessLock } from './process-lock.ts';
import type { Server } from './server.ts';

/** What the outside of a place is made from. */
export type ZoneWish = {
  readonly folders: Pick<Folders, 'outside'>;
  readonly card: Pick<PlaceCard, 'programme' | 'tryout' | 'database' | 'clock'>;
  readonly server: Server;
  /** The inside's keys; the pepper lies there already. */
  readonly here: KeyFolder;
  readonly second: KeyFolder;
};

/** As the certificate of the courier's line calls the outside; both ends pin the other's, so it is no address. */
const OUTSIDE_NAME = 'outside.mimamori';

/**
 * Makes the outside zone of a place where there is none: its folder with keys of its own, its database with roles of its
 * own, and what both ends of the courier must know of each other. Begun again after an interruption; what is there stays.
 * It is disposable: nothing in it is anywhere in a generation.
 */
export async function readyOutside(wish: ZoneWish): Promise<void> {
  const path = join(wish.folders.outside, OUTSIDE_CONFIG);
  const before = await readOutsideConfig(path);
  if (before && isUpToDate(before, wish)) return;
  await mkdir(wish.folders.outside, { recursive: true, mode: 0o700 });
  const made = await withProcessLock(join(wish.folders.outside, 'making.lock'), async () => {
    const keys = await keyFolder(join(wish.folders.outside, 'keys'));
    await returnPairing(wish.here, keys, wish.second);
    await pairZones(wish.here, keys, { outsideName: OUTSIDE_NAME });
    await keepPairing(wish.here, keys, wish.second);
    await keys.writeOnce('limits', newSecretKey());
    await makeOutsideDatabase(wish, keys);
    await writeConfig(path, { ...before, ...configOf(wish, before) });
  });
  if (!made.ok) throw new Error(`Process ${made.error.pid} does not let go of ${wish.folders.outside}`);
}

/** The roles are written down when everything stands: until then the making is begun anew. */
async function makeOutsideDatabase({ card, server }: ZoneWish, keys: KeyFolder): Promise<void> {
  if (await keys.read('database-roles')) return;
  const name = outsideDatabase(card.database);
  const roles = newRoles(name);
  await makeDatabase(server.admin(), name, roles, true);
  const { owner, writer, reader } = roles;
  await migrateOutside(server.connection(name, owner.user, owner.password), {
    writer: writer.user,
    reader: reader.user,
  });
  await keys.write('database-roles', Buffer.from(JSON.stringify(roles satisfies DatabaseRoles)));
}

/** `chiyoda_visit_inside` has `chiyoda_visit_outside` beside it. */
function outsideDatabase(inside: string): string {
  return `${inside.replace(/_inside$/, '')}_outside`;
}

/** What a person may have set stays: ports, the address, the mail server. */
function configOf({ card, server }: ZoneWish, before: OutsideConfig | undefined): OutsideConfig {
  const { host, port, database } = server.connection(outsideDatabase(card.database), '', '');
  const here = '127.0.0.1';
  return {
    programme: card.programme,
    tryout: card.tryout,
    database: { host, port, database },
    portal: before?.portal ?? { host: here, port: USUAL_PORTS.portal },
    courier: before?.courier ?? { host: here, port: USUAL_PORTS.courier },
    ...clockIn(card),
  };
}

function clockIn({ clock }: Pick<PlaceCard, 'clock'>): { readonly clock?: TownClock } {
  return clock?.since ? { clock: { town: clock.town, since: clock.since } } : {};
}

/** The server moves when its socket must; the clock begins to go when the place is first opened. */
function isUpToDate(before: OutsideConfig, wish: ZoneWish): boolean {
  const now = configOf(wish, before);
  return JSON.stringify([before.database, before.clock]) === JSON.stringify([now.database, now.clock]);
}

async function writeConfig(path: string, config: OutsideConfig): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}
