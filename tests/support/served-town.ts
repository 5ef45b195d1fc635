import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';
import type { LetterToTry } from '../../src/simulation/letters-to-try.ts';

const run = promisify(execFile);

/** A small town that was lived until a day of June, in a folder of its own, as `mimamori init --demo` leaves one. */
export type ServedTown = {
  readonly data: string;
  readonly outside: string;
  readonly letters: readonly LetterToTry[];
  /** Starts `mimamori serve` on it. */
  readonly serve: (env?: Readonly<Record<string, string>>, words?: readonly string[]) => Promise<Served>;
  /** A command of `mimamori` on it; what it says. */
  readonly mimamori: (...words: readonly string[]) => Promise<string>;
};

export type Served = {
  readonly portal: string;
  readonly desk: string;
  readonly process: ChildProcess;
  /** Everything it wrote so far. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  /** The process of one zone as it runs now. */
  readonly pid: (zone: 'inside' | 'outside') => Promise<number | undefined>;
};

export async function servedTown(): Promise<ServedTown> {
  const root = await mkdtemp(join(tmpdir(), 'mimamori-town-'));
  // The server's own account passes through; otherwise it would keep its files elsewhere.
  await chmod(root, 0o711);
  const out = join(root, 'town');
  const wish = {
    programme: 'chiyoda-visit',
    year: 2026,
    people: 60,
    seed: 8,
    until: '2026-06-12',
    out,
    json: false,
    quiet: true,
    toTry: true,
  };
  await run(process.execPath, ['src/simulation/start.ts', 'year', JSON.stringify(wish)], {
    maxBuffer: 1 << 24,
  });
  const data = join(out, 'data');
  const begun: Served[] = [];
  after(async () => {
    for (const { process, ended } of begun) {
      process.kill('SIGTERM');
      await ended;
    }
    await rm(root, { recursive: true, force: true });
  });
  return {
    data,
    outside: join(data, 'chiyoda-visit', 'outside'),
    letters: JSON.parse(await readFile(join(out, 'codes-to-try.json'), 'utf8')),
    serve: async (env = {}, words = []) => {
      const served = await serve(data, env, words);
      begun.push(served);
      await until(() =>
        Promise.resolve(served.said().includes('動いています') || served.process.exitCode !== null),
      );
      return served;
    },
    mimamori: async (...words) => {
      const said = await run(process.execPath, ['src/start.ts', ...words, '--data', data], {
        maxBuffer: 1 << 26,
      });
      return said.stdout;
    },
  };
}

async function serve(
  data: string,
  env: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<Served> {
  const [portal = 0, courier = 0, desk = 0] = await freePorts(3);
  const ports = ['--portal-port', portal, '--courier-port', courier, '--desk-port', desk].map(String);
  const child = spawn(process.execPath, ['src/start.ts', 'serve', '--data', data, ...ports, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      text += part.toString('utf8');
    });
  }
  const ended = new Promise<number | null>((done) => {
    child.on('exit', (code) => done(code));
  });
  return {
    portal: `http://localhost:${portal}`,
    desk: `http://localhost:${desk}/`,
    process: child,
    said: () => text,
    ended,
    pid: async (zone) => {
      const { stdout } = await run('ps', ['-eo', 'pid=,ppid=,args=']);
      const mark = zone === 'inside' ? 'serve --zone inside' : 'serve-outside.ts';
      const lines = stdout.split('\n').map((line) => line.trim().split(/\s+/));
      const found = lines.find(([, parent, ...args]) => {
        return parent === String(child.pid) && args.join(' ').includes(mark);
      });
      return found?.[0] === undefined ? undefined : Number(found[0]);
    },
  };
}

/** Ports that nobody listens at, now. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((listening) => {
        server.listen(0, '127.0.0.1', listening);
      });
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  for (const server of servers) server.close();
  return ports;
}

/** Looks every tenth of a second for three minutes: a busy machine is no fault. */
export async function until(look: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 1800; waited += 1) {
    if (await look()) return;
    await new Promise((later) => {
      setTimeout(later, 100);
    });
  }
  throw new Error('It did not come within three minutes');
}
