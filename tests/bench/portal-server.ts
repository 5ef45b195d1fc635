import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { OUTSIDE_MEMORY } from '../../src/serve/outside-memory.ts';
import { zoneEnvironment } from '../../src/serve/zone-environment.ts';
import type { PortalZone } from './portal-zone.ts';
import { memoryMb, spentCpu, spentSince } from './spent-cpu.ts';
import { wireTo, type Wire } from './wire.ts';

/** The outside's process, started as `serve` starts it. */
export type PortalServer = {
  readonly port: number;
  readonly wire: () => Wire;
  /** Seconds from the start to the first byte of its first page. */
  readonly answeredAfter: number;
  /** Processor time that the process and the database spent on the work, in milliseconds, and seconds that it took. */
  readonly spentOn: (work: () => Promise<unknown>) => Promise<Spent>;
  readonly rssMb: () => Promise<number>;
  /** Its highest memory so far. */
  readonly peakMb: () => Promise<number>;
  /** Throws when it did not end well. */
  readonly stop: () => Promise<void>;
};

export type Spent = { readonly node: number; readonly database: number; readonly seconds: number };

export async function portalServer(zone: PortalZone): Promise<PortalServer> {
  const [port = 0, courier = 0] = await freePorts(2);
  // A file, as a service has one: a terminal would be told nothing.
  const log = await open(join(zone.folder, 'portal.log'), 'a');
  const start = join(import.meta.dirname, '../../src/serve-outside.ts');
  const ports = ['--portal-port', port, '--courier-port', courier].map(String);
  const began = performance.now();
  const child = spawn(process.execPath, [...OUTSIDE_MEMORY.words, start, zone.folder, ...ports], {
    env: { ...zoneEnvironment('outside', process.env), ...OUTSIDE_MEMORY.environment },
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('The outside does not start');
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', resolve);
  });
  await firstAnswer(port, () => child.exitCode === null);
  const answeredAfter = (performance.now() - began) / 1000;
  return {
    port,
    answeredAfter,
    wire: () => wireTo(port),
    spentOn: async (work) => {
      const before = [await spentCpu([pid]), await spentCpu(await zone.databasePids())] as const;
      const from = performance.now();
      await work();
      const seconds = (performance.now() - from) / 1000;
      const after = [await spentCpu([pid]), await spentCpu(await zone.databasePids())] as const;
      return { node: spentSince(before[0], after[0]), database: spentSince(before[1], after[1]), seconds };
    },
    rssMb: () => memoryMb(pid, 'VmRSS'),
    peakMb: () => memoryMb(pid, 'VmHWM'),
    stop: async () => {
      child.kill('SIGTERM');
      const code = await ended;
      await log.close();
      if (code !== 0) throw new Error(`The outside ended with ${code}`);
    },
  };
}

/** Knocks until somebody is there. */
async function firstAnswer(port: number, isRunning: () => boolean): Promise<void> {
  while (isRunning()) {
    const wire = wireTo(port);
    try {
      const { status } = await wire.ask({ path: '/' });
      if (status !== 200) throw new Error(`The first page is answered by ${status}`);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
    } finally {
      wire.close();
    }
    await new Promise((later) => {
      setTimeout(later, 5);
    });
  }
  throw new Error('The outside ended before it answered');
}

/** Ports that nobody listens at, now. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    const address = server.address();
    if (typeof address === 'object' && address) ports.push(address.port);
  }
  for (const server of servers) server.close();
  return ports;
}
