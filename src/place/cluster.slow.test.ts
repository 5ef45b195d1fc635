import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

import { clusterFolder } from '../../tests/support/cluster-folder.ts';
import { startCluster, type Cluster, type ClusterWish } from './cluster.ts';
import { findPostmaster } from './postmaster.ts';
import { refuseUnsafe } from './safe-server.ts';

const adminPassword = 'only-for-this-test';

async function started(wish: ClusterWish): Promise<Cluster> {
  const cluster = await startCluster(wish);
  assert.ok(cluster.ok, JSON.stringify(cluster));
  return cluster.value;
}

async function query(cluster: Cluster, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(cluster.connection('postgres', cluster.adminUser, adminPassword));
  client.on('error', () => undefined); // the server is killed under it on purpose
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A second process of ours: starts the cluster, runs `work` with it, prints what that gives as JSON. */
function otherProcess(t: TestContext, dir: string, work: string) {
  const code = `
    import { startCluster } from ${JSON.stringify(join(import.meta.dirname, 'cluster.ts'))};
    import { setTimeout as sleep } from 'node:timers/promises';
    const started = await startCluster({ dir: ${JSON.stringify(dir)}, adminPassword: ${JSON.stringify(adminPassword)} });
    if (!started.ok) throw new Error(JSON.stringify(started));
    const cluster = started.value;
    console.log(JSON.stringify(await (async () => { ${work} })()));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  t.after(() => child.kill('SIGKILL'));
  child.stdout.setEncoding('utf8');
  let said = '';
  child.stdout.on('data', (text: string) => (said += text));
  return { child, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, said })) };
}

test('committed rows survive a restart and a power cut, also when a file wants fsync off [SEC-1-2]', async (t) => {
  const dir = join(clusterFolder(t), 'cluster');
  const first = await started({ dir, adminPassword });
  assert.equal(first.startedHere, true);
  await query(first, `create table kept (n int)`);
  await query(first, `insert into kept select generate_series(1, 1000)`);
  await query(first, `alter system set fsync = off`);
  await query(first, `alter system set synchronous_commit = off`);
  assert.equal(await first.release(), 'stopped');
  assert.equal(await findPostmaster(join(dir, 'pgdata')), undefined);

  const second = await started({ dir, adminPassword });
  assert.equal(second.startedHere, true);
  assert.deepEqual(
    await query(
      second,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
    current_setting('synchronous_commit') as commits, current_setting('data_checksums') as checksums`,
    ),
    [{ fsync: 'on', pages: 'on', commits: 'on', checksums: 'on' }],
  );
  await query(second, `insert into kept values (1001)`);
  await second.kill();

  const third = await started({ dir, adminPassword });
  assert.equal(third.startedHere, true);
  assert.deepEqual(await query(third, `select count(*)::int as n from kept`), [{ n: 1001 }]);
  assert.equal(
    third.version,
    (Number((await query(third, `show server_version_num`))[0]?.['server_version_num']) / 10_000) | 0,
  );
});

test('it opens no TCP port, asks every role for its password and never runs as root [SEC-1-2]', async (t) => {
  const dir = join(clusterFolder(t), 'cluster');
  const cluster = await started({ dir, adminPassword });
  assert.deepEqual(await query(cluster, `show listen_addresses`), [{ listen_addresses: '' }]);
  const pid = (await findPostmaster(join(dir, 'pgdata')))?.pid;
  const sockets = readdirSync(`/proc/${pid}/fd`)
    .map((handle) => /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${handle}`))?.[1])
    .filter((inode) => inode !== undefined);
  const tcp = ['tcp', 'tcp6'].flatMap((kind) => readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').split('\n'));
  assert.ok(sockets.length > 0);
  assert.deepEqual(
    sockets.filter((inode) => tcp.some((line) => line.trim().split(/\s+/)[9] === inode)),
    [],
  );

  assert.notEqual(statSync(`/proc/${pid}`).uid, 0);
  assert.equal(statSync(cluster.socketDir).mode & 0o777, 0o700);
  assert.equal(statSync(join(dir, 'pgdata')).mode & 0o777, 0o700);
  const stranger = new Client(cluster.connection('postgres', cluster.adminUser, 'wrong'));
  await assert.rejects(stranger.connect(), { code: '28P01' });
});

test('processes that start at the same moment make one cluster, and the last one out stops it', async (t) => {
  const dir = join(clusterFolder(t), 'cluster');
  // Nobody lets go before all four have it, however slow the machine is.
  const met = join(dirname(dir), 'met');
  mkdirSync(met);
  const work = `
    const { readdirSync, writeFileSync } = await import('node:fs');
    writeFileSync(${JSON.stringify(met)} + '/' + process.pid, '');
    while (readdirSync(${JSON.stringify(met)}).length < 4) await sleep(20);
    return { here: cluster.startedHere, left: await cluster.release() };`;
  const all = [1, 2, 3, 4].map(() => otherProcess(t, dir, work).ended);
  const said = (await Promise.all(all)).map((one) => JSON.parse(one.said) as { here: boolean; left: string });
  assert.equal(said.filter((one) => one.here).length, 1);
  assert.equal(said.filter((one) => one.left === 'stopped').length, 1);
  assert.equal(await findPostmaster(join(dir, 'pgdata')), undefined);
  assert.deepEqual(readdirSync(dir).sort(), ['pgdata', 'server.log', 'socket', 'users']);
});

test('the cluster keeps running while another process of ours or an open session needs it', async (t) => {
  const dir = join(clusterFolder(t), 'cluster');
  const mine = await started({ dir, adminPassword });
  const yours = await started({ dir, adminPassword });
  assert.equal(yours.startedHere, false);
  assert.equal(await mine.release(), 'still-used');
  const session = new Client(yours.connection('postgres', yours.adminUser, adminPassword));
  await session.connect();
  assert.equal(await yours.release(), 'still-used');
  assert.equal((await session.query('select 1')).rowCount, 1);
  await session.end();
  const last = await started({ dir, adminPassword });
  assert.equal(last.startedHere, false);
  assert.equal(await last.release(), 'stopped');
});

test('of those who let go of the cluster at the same moment one is the last, and says that it stopped it', async (t) => {
  const dir = join(clusterFolder(t), 'cluster');
  const all = [];
  for (let user = 0; user < 4; user++) all.push(await started({ dir, adminPassword }));
  const left = await Promise.all(all.map((cluster) => cluster.release()));
  assert.deepEqual(left.toSorted(), ['still-used', 'still-used', 'still-used', 'stopped']);
  assert.equal(await findPostmaster(join(dir, 'pgdata')), undefined);
});

test('it outlives the process that started it, and its Ctrl-C, and does not hold that process back', async (t) => {
  const dir = join(clusterFolder(t), 'cluster');
  const quiet = otherProcess(t, dir, `return cluster.startedHere;`);
  assert.deepEqual(await quiet.ended, { code: 0, said: 'true\n' });
  const first = await started({ dir, adminPassword });
  assert.equal(first.startedHere, false);
  assert.equal(await first.release(), 'stopped'); // the process that started it is gone and does not count

  const interrupted = otherProcess(t, dir, `console.log('ready'); await sleep(60_000);`);
  await once(interrupted.child.stdout, 'data');
  process.kill(-(interrupted.child.pid ?? Number.NaN), 'SIGINT'); // as a terminal does: to the whole group
  await interrupted.ended;
  assert.equal((await started({ dir, adminPassword })).startedHere, false);
});

test('after a power cut it starts although another program now has the number of the dead server', async (t) => {
  const dir = join(clusterFolder(t), 'cluster');
  const cluster = await started({ dir, adminPassword });
  await cluster.kill();
  const { uid, gid } = statSync(join(dir, 'pgdata'));
  const account = process.getuid?.() === 0 ? { uid, gid } : {};
  const bystander = spawn('sleep', ['60'], { cwd: '/', stdio: 'ignore', ...account });
  t.after(() => bystander.kill());
  for (const path of [join(dir, 'pgdata', 'postmaster.pid'), join(cluster.socketDir, '.s.PGSQL.5432.lock')]) {
    const [, ...rest] = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, [bystander.pid, ...rest].join('\n'));
  }
  const again = await started({ dir, adminPassword });
  assert.equal(again.startedHere, true);
  assert.equal(await again.stop(), true);
  assert.equal(bystander.exitCode ?? bystander.signalCode, null);
});

test('a path too long for a socket is served from a short folder, and found there by the next', async (t) => {
  const dir = join(clusterFolder(t, [`${'long-'.repeat(20)}name`]), `${'long-'.repeat(20)}name`);
  const cluster = await started({ dir, adminPassword });
  t.after(() => rmSync(cluster.socketDir, { recursive: true, force: true }));
  assert.ok(!cluster.socketDir.startsWith(dir));
  assert.equal(statSync(cluster.socketDir).mode & 0o777, 0o700);
  assert.equal((await query(cluster, 'select 1')).length, 1);
  const other = otherProcess(t, dir, `return [cluster.startedHere, cluster.socketDir];`);
  assert.deepEqual(JSON.parse((await other.ended).said), [false, cluster.socketDir]);
});

test('the log tells of the server and never of what was in a statement [SEC-1-2]', async (t) => {
  const folder = clusterFolder(t);
  const logTo = join(folder, 'told.log');
  const cluster = await started({ dir: join(folder, 'cluster'), adminPassword, logTo });
  await query(cluster, `create table woman (name text primary key)`);
  await query(cluster, `insert into woman values ('Kobayashi')`);
  await assert.rejects(query(cluster, `insert into woman values ('Kobayashi')`), { code: '23505' });
  await assert.rejects(query(cluster, `select 'Kobayashi'::int`), { code: '22P02' });
  await assert.rejects(query(cluster, `do $$ begin raise exception 'Kobayashi'; end $$`), { code: 'P0001' });
  await assert.rejects(query(cluster, `select 'Kobayashi' from`), { code: '42601' });

  // A session that dies while it works: PostgreSQL would like to quote the statement.
  const client = new Client(cluster.connection('postgres', cluster.adminUser, adminPassword));
  client.on('error', () => undefined);
  await client.connect();
  const pid = Number((await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid);
  const sleeping = assert.rejects(client.query(`select pg_sleep(60), 'Kobayashi'`));
  while (
    (await query(cluster, `select from pg_stat_activity where query like '%sleep(60)%' and pid = ${pid}`))
      .length === 0
  );
  process.kill(pid, 'SIGKILL');
  await sleeping;
  let log = '';
  // It has said all it wants to say when it takes connections for the second time.
  for (let tries = 0; tries < 500 && log.split('ready to accept').length < 3; tries++) {
    await sleep(20);
    log = readFileSync(logTo, 'utf8');
  }
  assert.match(log, /terminated by signal 9/);
  assert.doesNotMatch(log, /Kobayashi/);
  assert.equal(existsSync(join(folder, 'cluster', 'server.log')), false);
});

test('a server run with fsync and full_page_writes off is refused for real data [SEC-1-2]', async (t) => {
  const dir = join(clusterFolder(t), 'cluster');
  const cluster = await started({ dir, adminPassword });
  const pid = (await findPostmaster(join(dir, 'pgdata')))?.pid;
  const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
  assert.equal(await cluster.stop(), true);
  const { uid, gid } = statSync(join(dir, 'pgdata'));
  const account = process.getuid?.() === 0 ? { uid, gid } : {};
  const words = ['-D', join(dir, 'pgdata'), '-c', 'fsync=off', '-c', 'full_page_writes=off'];
  const careless = spawn(program, words, { cwd: '/', stdio: 'ignore', ...account });
  t.after(() => careless.kill('SIGQUIT'));
  while ((await findPostmaster(join(dir, 'pgdata')))?.state !== 'ready') await sleep(10);
  const client = new Client(cluster.connection('postgres', cluster.adminUser, adminPassword));
  await client.connect();
  const answer = await refuseUnsafe(client);
  await client.end();
  assert.deepEqual(answer, {
    ok: false,
    error: { type: 'unsafe-server', off: ['fsync', 'full_page_writes'] },
  });
});

test('a cluster that cannot start says why, and nothing new takes its place [SEC-1-2]', async (t) => {
  const dir = join(clusterFolder(t), 'cluster');
  assert.equal(await (await started({ dir, adminPassword })).stop(), true);
  rmSync(join(dir, 'pgdata', 'global', 'pg_control'));
  const cluster = await startCluster({ dir, adminPassword });
  assert.ok(!cluster.ok && cluster.error.type === 'cluster-did-not-start');
  assert.match(cluster.error.lastWords, /pg_control|database system/);
  assert.equal(existsSync(join(dir, 'pgdata', 'global', 'pg_control')), false);
});
