import { err, ok, type Result } from '../domain/basics/result.ts';
import type { Ids } from '../domain/basics/ids.ts';
import type { Instant } from '../domain/basics/instant.ts';
import { TOWNS_13101 } from '../domain/text/towns-13101.ts';
import { ask } from '../gate/ask.ts';
import { execute } from '../gate/execute.ts';
import { commands, questions } from '../gate/inside/catalogue.ts';
import { jobKinds } from '../gate/inside/job-kinds.ts';
import { resumeJobs } from '../gate/job.ts';
import type { GateParts } from '../gate/gate.ts';
import type { Programme } from '../programmes/programme.ts';
import { secretsFrom } from '../security/draw-secrets.ts';
import { sheetMark } from '../security/sheet-mark.ts';
import { randomBytesFromPool } from '../security/random-bytes.ts';
import { openDatabase, type ConnectionConfig } from '../store/connection.ts';
import { confirmShapes, migrate } from '../store/migrate.ts';
import { projections } from '../store/projections.ts';
import { refillProjections } from '../store/rebuild.ts';
import { currentEpoch, markedProgramme } from '../store/place-row.ts';
import { openSearch } from '../store/search/open-search.ts';
import { readCard } from './card.ts';
import type { ClusterError } from './cluster.ts';
import { resumeErasures } from './erasure.ts';
import { foldersOf } from './folders.ts';
import { keyFolder, readKeyRing } from './key-folder.ts';
import type { DatabaseRoles } from './database-roles.ts';
import { readyOutside } from './outside-zone.ts';
import type { Place } from './place.ts';
import { portalPepper } from './portal-pepper.ts';
import { privateServer, type Server } from './server.ts';
import { whyUnusable } from './unusable.ts';

/** What makes a place tick: a real clock and random ids from `start.ts`, others in tests and simulation. */
export type Works = {
  readonly now: () => Instant;
  readonly ids: Ids;
  /** What codes and tokens of letters and the pepper are made of; a simulation draws it from its seed. */
  readonly secrets?: (count: number) => Uint8Array;
  /** Hears what was written, after each commit. */
  readonly onFacts?: GateParts['onFacts'];
  /** A server that is there already; without it the data directory's own cluster is used. */
  readonly server?: Server;
  /** Hears how far jobs are that an earlier process left undone and that are finished when the place opens. */
  readonly jobProgress?: (done: number, total: number) => void;
};

export type NoPlace =
  | { readonly type: 'no-place'; readonly dir: string }
  /** A restore into it was broken off: it holds less than the generation did. */
  | { readonly type: 'place-unusable'; readonly dir: string; readonly why: string }
  | { readonly type: 'unknown-programme'; readonly programme: string }
  /** The card or the database says that this place is another programme's (B-16). */
  | { readonly type: 'other-programme'; readonly dir: string; readonly programme: string }
  | ClusterError;

/** For commands; questions get half as many more. Fifty commands at once share them. */
const CONNECTIONS = 16;

/** Opens a place that `init` made: starts its cluster if it does not run, migrates, and opens the gate. */
export async function openPlace(
  dataDir: string,
  programme: Programme,
  works: Works,
  /** Only a restore opens a place that is not usable yet, and finishes erasures only when it is. */
  restoring = false,
): Promise<Result<Place, NoPlace>> {
  const folders = foldersOf(dataDir, programme.id);
  const unusable = restoring ? undefined : await whyUnusable(folders);
  if (unusable) return err({ type: 'place-unusable', dir: folders.root, why: unusable });
  const card = await readCard(folders.card);
  if (!card) return err({ type: 'no-place', dir: folders.root });
  const otherProgramme = (found: string) =>
    err({ type: 'other-programme', dir: folders.root, programme: found } as const);
  if (card.programme !== programme.id) return otherProgramme(card.programme);
  const here = await keyFolder(folders.keys);
  const second = await keyFolder(card.secondPlace);
  const started = works.server ? ok(works.server) : await privateServer(dataDir);
  if (!started.ok) return started;
  const server = started.value;
  const roles: DatabaseRoles = JSON.parse(await secretText(here, 'database-roles'));
  const connect = (name: keyof DatabaseRoles): ConnectionConfig =>
    server.connection(card.database, roles[name].user, roles[name].password);
  const owner = connect('owner');
  const migrated = await migrate(
    owner,
    { writer: roles.writer.user, reader: roles.reader.user },
    projections,
  );
  const database = openDatabase(connect('writer'), connect('reader'), CONNECTIONS);
  // A restore fills the database only now.
  const marked = restoring ? undefined : await markedProgramme(database.reader);
  if (marked !== undefined && marked !== programme.id) {
    await closeAll(database.close, server);
    return otherProgramme(marked);
  }
  if (migrated.emptied.length > 0) {
    const empty = projections.filter((one) => migrated.emptied.includes(one.name));
    await refillProjections(database, empty, programme.rules);
    await confirmShapes(owner);
  }
  let ring = await readKeyRing(here, await currentEpoch(database.reader));
  const refreshKeys = async () => {
    ring = await readKeyRing(here, await currentEpoch(database.reader));
  };
  const bytes = works.secrets ?? randomBytesFromPool;
  const pepper = await portalPepper({ here, second }, bytes);
  if (programme.portal) await readyOutside({ folders, card, server, here, second });
  const people = openSearch(database, () => ring, {
    cities: [TOWNS_13101],
    home: programme.municipality.code.slice(0, 5),
  });
  const parts = {
    database,
    ring: () => ring,
    refreshKeys,
    now: works.now,
    ids: works.ids,
    secrets: secretsFrom(bytes, pepper),
    sheetMark: (code: string) => sheetMark(pepper, code),
    ...(works.onFacts ? { onFacts: works.onFacts } : {}),
    rules: programme.rules,
    commands,
    questions,
    projections,
    search: people.search,
    onForgotten: people.forget,
  };
  const place: Place = {
    programme,
    card,
    folders,
    keys: { here, second },
    database,
    owner,
    reader: connect('reader'),
    parts,
    execute: (calls, by) => execute(parts, calls, by),
    ask: (question, input, by) => ask(parts, question, input, by),
    ring: {
      get: () => ring,
      refresh: refreshKeys,
    },
    leftErasures: [],
    close: () => closeAll(database.close, server),
  };
  if (restoring) return ok(place);
  await resumeJobs(parts, jobKinds, works.jobProgress);
  const resumed = await resumeErasures(place);
  return ok({ ...place, leftErasures: resumed.ok ? resumed.value.left : [] });
}

async function closeAll(closeDatabase: () => Promise<void>, server: Server): Promise<void> {
  await closeDatabase();
  await server.release();
}

async function secretText(folder: Place['keys']['here'], name: string): Promise<string> {
  const secret = await folder.read(name);
  if (!secret) throw new Error(`The secret ${name} is missing from the key folder`);
  return secret.toString('utf8');
}
