import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestContext } from 'node:test';
import { date } from '../../src/domain/basics/civil-date.ts';
import { instantAt } from '../../src/domain/basics/instant.ts';
import { anchorNow, verifyPlace } from '../../src/place/anchors.ts';
import { checkRebuild } from '../../src/place/check-rebuild.ts';
import { startCluster, type Cluster } from '../../src/place/cluster.ts';
import { foldersOf } from '../../src/place/folders.ts';
import { initPlace } from '../../src/place/init-place.ts';
import { keyFolder } from '../../src/place/key-folder.ts';
import { openPlace, type Works } from '../../src/place/open-place.ts';
import type { Place } from '../../src/place/place.ts';
import { stopPostmaster } from '../../src/place/postmaster.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import type { ConnectionConfig, Statement } from '../../src/store/connection.ts';
import { text } from '../../src/store/row.ts';
import { clusterFolder } from '../support/cluster-folder.ts';

/** A place with a server of its own, which can be killed without anybody else noticing. */
export type House = {
  readonly data: string;
  readonly works: Works;
  readonly place: Place;
  readonly open: () => Promise<Place>;
  /** The running server, found or started. */
  readonly server: () => Promise<Cluster>;
  /** The server's administrator. */
  readonly admin: (database: string) => Promise<ConnectionConfig>;
};

/** Rounds of each kind: 20 unless said otherwise, 200 under `npm run torture`. */
export const ROUNDS = Number(process.env['MIMAMORI_ROUNDS'] ?? '20');

export async function house(t: TestContext, folder = clusterFolder(t, ['data/postgres'])): Promise<House> {
  const data = join(folder, 'data');
  const works: Works = { now: () => instantAt(date('2026-05-01'), '10:00'), ids: randomIds() };
  const made = await initPlace({ dataDir: data, programme: chiyodaVisit, tryout: true }, works);
  assert.ok(made.ok, JSON.stringify(made));
  const places = [made.value];
  const server = async () => {
    const started = await startCluster({
      dir: foldersOf(data, '').cluster,
      adminPassword: await passwordOf(data),
    });
    assert.ok(started.ok, JSON.stringify(started));
    return started.value;
  };
  t.after(async () => {
    for (const place of places) await place.database.close().catch(() => undefined);
    await stopPostmaster(join(data, 'postgres', 'pgdata'));
  });
  return {
    data,
    works,
    place: made.value,
    open: async () => {
      const opened = await openPlace(data, chiyodaVisit, works);
      assert.ok(opened.ok, JSON.stringify(opened));
      places.push(opened.value);
      return opened.value;
    },
    server,
    admin: async (database) => {
      const { connection, adminUser } = await server();
      return connection(database, adminUser, await passwordOf(data));
    },
  };
}

async function passwordOf(data: string): Promise<string> {
  const keys = await keyFolder(join(data, 'cluster-keys'));
  return (await keys.read('cluster-admin'))?.toString('utf8') ?? '';
}

/** A process of ours at work, and what it has said so far. */
export type Worker = {
  readonly begun: Set<string>;
  readonly done: Set<string>;
  readonly said: string[];
  readonly child: ChildProcess;
  /** Resolves when it has said a line that begins so, `count` times from now on. */
  readonly hears: (start: string, count?: number) => Promise<void>;
  readonly kill: () => Promise<void>;
};

export function startWorker(t: TestContext, ...args: readonly string[]): Worker {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [begun, done, said] = [new Set<string>(), new Set<string>(), [] as string[]];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    said.push(line);
    const [word, names = ''] = line.split(' ');
    if (word === 'begin') begun.add(names);
    if (word === 'done') done.add(names);
  });
  const closed = once(lines, 'close');
  const kill = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  t.after(kill);
  return {
    begun,
    done,
    said,
    child,
    hears: async (start, count = 1) => {
      const from = said.length;
      const until = performance.now() + 180_000;
      while (said.slice(from).filter((line) => line.startsWith(start)).length < count) {
        assert.ok(child.exitCode === null, `the worker ended: ${said.at(-1)}`);
        assert.ok(
          performance.now() < until,
          `the worker did not say ${start}: ${said.slice(-3).join(' / ')}`,
        );
        await sleep(5);
      }
    },
    kill,
  };
}

const STATEMENTS = {
  cases: { name: 'torture-cases', text: 'select "case" from p_case where "case" = any ($1::text[])' },
  gaps: {
    name: 'torture-gaps',
    text: `select stream from fact group by stream having min(version) <> 1 or max(version) <> count(*)
           union select h.stream from stream_head h
             left join (select stream, max(version) as version from fact group by stream) f using (stream)
             where h.version <> coalesce(f.version, 0)`,
  },
  orphans: {
    name: 'torture-orphans',
    text: `(select person from vault except select person from person_key)
           union (select person from person_key except select person from vault)`,
  },
} satisfies Readonly<Record<string, Statement>>;

/** Nothing acknowledged is lost: every case that was said to be done is there. */
export async function assertKept(place: Place, workers: readonly Worker[]): Promise<void> {
  const done = workers.flatMap((worker) => [...worker.done].flatMap((names) => names.split(',')));
  const there = await place.database.reader.rows(STATEMENTS.cases, [done]);
  assert.equal(there.length, new Set(done).size, 'something acknowledged was lost');
}

/** Nothing half done: lists of commands whole or not at all, streams dense, projections, vault and chains in order. */
export async function assertWhole(place: Place, workers: readonly Worker[]): Promise<void> {
  const begun = workers.flatMap((worker) => [...worker.begun].map((names) => names.split(',')));
  const rows = await place.database.reader.rows(STATEMENTS.cases, [begun.flat()]);
  const there = new Set(rows.map((row) => text(row, 'case')));
  for (const names of begun) {
    const found = names.filter((name) => there.has(name)).length;
    assert.ok(found === 0 || found === names.length, `${found} of ${names.length} commands were carried out`);
  }
  const { gaps, orphans } = await place.database.snapshot(async (reader) => ({
    gaps: await reader.rows(STATEMENTS.gaps),
    orphans: await reader.rows(STATEMENTS.orphans),
  }));
  assert.deepEqual([gaps, orphans], [[], []]);
  assert.deepEqual((await checkRebuild(place)).differences, []);
  await anchorNow(place);
  assert.deepEqual((await verifyPlace(place)).damage, []);
}

/** A moment nobody can plan: from 0 to `most` milliseconds. */
export async function someMoment(most: number): Promise<void> {
  await sleep(Math.random() * most);
}

/** Whether the whole is looked at in this round: always when there are few, now and then and at the end when many. */
export function isChecked(round: number): boolean {
  return ROUNDS <= 20 || round % 10 === 9 || round === ROUNDS - 1;
}
