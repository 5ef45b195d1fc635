import { createServer, type ServerOptions } from 'node:http';
import { after } from 'node:test';
import { openPortal, type PortalSettings } from '../../src/apps/portal/open-portal.ts';
import type { OutsideGate } from '../../src/gate/outside/outside-gate.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomBytesFromPool } from '../../src/security/random-bytes.ts';

/** The real portal over a gate of the test's own choice, with its log. */
export async function ownPortal(
  gate: OutsideGate,
  changes: Partial<PortalSettings> = {},
  options: ServerOptions = {},
): Promise<{ readonly origin: string; readonly log: readonly string[] }> {
  const log: string[] = [];
  const server = createServer(options);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  server.on(
    'request',
    openPortal({
      gate,
      programme: chiyodaVisit,
      tryout: true,
      origin,
      chance: (bytes) => randomBytesFromPool(bytes),
      clock: () => 0,
      log: (line) => log.push(line),
      ...changes,
    }),
  );
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin, log };
}
