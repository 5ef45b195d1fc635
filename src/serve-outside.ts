import type { OutsideEnd } from './gate/outside/courier-end.ts';
import type { Round } from './serve/both/rounds.ts';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 26) {
  process.stderr.write(
    `Mimamori needs Node.js 26 (this is ${process.versions.node}). It comes with \`npm ci\`: start with \`npm run -s mimamori -- serve\`.\n`,
  );
  process.exit(2);
}
// Before a face is loaded: React tells by it how much it checks.
process.env['NODE_ENV'] = 'production';
const { enableCompileCache } = await import('node:module');
enableCompileCache(`${import.meta.dirname}/../node_modules/.cache/mimamori`);
await import('./tsx.ts');

const { access, readFile } = await import('node:fs/promises');
const { join } = await import('node:path');
const { parseArgs } = await import('node:util');
const { openPortal } = await import('./apps/portal/open-portal.ts');
const { pageServer } = await import('./apps/kit/server/page-server.ts');
const { instantFromEpoch } = await import('./domain/basics/instant.ts');
const { townNow } = await import('./domain/place/town-clock.ts');
const { emptyBounceFolder } = await import('./exchange/outside/bounce-folder.ts');
const { serveCourier } = await import('./exchange/outside/courier-server.ts');
const { exchangeDropFolder } = await import('./exchange/outside/drop-folder.ts');
const { OUTSIDE_CONFIG, readOutsideConfig } = await import('./exchange/outside/outside-config.ts');
const { readOutsideSecrets } = await import('./exchange/outside/outside-keys.ts');
const { openRelay } = await import('./exchange/outside/relay.ts');
const { openCourierEnd } = await import('./gate/outside/courier-end.ts');
const { openOutsideGate } = await import('./gate/outside/open-outside-gate.ts');
const { programmes } = await import('./programmes/all.ts');
const { randomBytesFromPool } = await import('./security/random-bytes.ts');
const { randomIds } = await import('./security/random-ids.ts');
const { signText } = await import('./security/signature.ts');
const { failureCode } = await import('./serve/both/failure-code.ts');
const { goRound } = await import('./serve/both/rounds.ts');
const { realMachine } = await import('./serve/both/real-machine.ts');
const { listen } = await import('./serve/both/listen.ts');
const { migrateOutside } = await import('./store/outside/migrate.ts');
const { openOutsideStore } = await import('./store/outside/outside-store.ts');

/** The one place of the outside with a real clock and real ids: the portal and the courier's end. Nobody imports this file. */
const realNow = () => instantFromEpoch(Date.now());
const machine = realMachine(realNow, process);

const { positionals, values: said } = parseArgs({
  allowPositionals: true,
  options: {
    'portal-port': { type: 'string' },
    'courier-port': { type: 'string' },
    host: { type: 'string' },
    origin: { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
  },
});

/** Connections to the database: more would only wait for the same two processors. */
const CONNECTIONS = 24;
const DATABASE_PAUSE = 200;
const BEAT = 15_000;
const LAST_ANSWERS = 5_000;

process.exitCode = await run(positionals[0] ?? '').catch((error: NodeJS.ErrnoException) => {
  machine.log({ zone: 'outside', what: 'start', failed: failureCode(error) });
  const wrong = error.code === 'EADDRINUSE' || error.code === 'EACCES';
  process.stderr.write(`${wrong ? 'The port is taken: ' : ''}${error.message}\n`);
  return wrong ? 2 : 1;
});
if (process.connected) process.disconnect?.();

async function run(folder: string): Promise<number> {
  const config = await readOutsideConfig(join(folder, OUTSIDE_CONFIG));
  if (!config) throw new Error(`There is no ${OUTSIDE_CONFIG} in "${folder}"`);
  const programme = programmes.find(({ id }) => id === config.programme);
  if (!programme) throw new Error(`There is no programme ${config.programme}`);
  const { keys, roles, marker, line, mailPassword } = await readOutsideSecrets(join(folder, 'keys'));
  const { clock } = config;
  const now = clock ? () => townNow(clock, realNow()) : realNow;

  await whenDatabaseAnswers(() =>
    migrateOutside(
      { ...config.database, ...roles.owner },
      { writer: roles.writer.user, reader: roles.reader.user },
    ),
  );
  if (machine.stopped.aborted) return 0;
  const store = openOutsideStore({ ...config.database, ...roles.writer }, CONNECTIONS);
  const parts = {
    store,
    keys,
    marker,
    now,
    ids: randomIds(),
    programme: programme.id,
    rules: programme.rules,
  };
  const tls =
    said['tls-cert'] && said['tls-key']
      ? { cert: await readFile(said['tls-cert']), key: await readFile(said['tls-key']) }
      : undefined;
  const host = said.host ?? config.portal.host;
  const port = Number(said['portal-port'] ?? config.portal.port);
  const origin = said.origin ?? config.portal.origin ?? `${tls ? 'https' : 'http'}://localhost:${port}`;
  const pages = openPortal({
    gate: openOutsideGate(parts),
    programme,
    tryout: config.tryout,
    origin,
    proxied: config.portal.proxied,
    chance: randomBytesFromPool,
    clock: () => performance.now(),
    log: (text) => {
      if (!process.stderr.isTTY || text.startsWith('error')) process.stderr.write(`${realNow()} ${text}\n`);
    },
  });
  const portal = await listen(pageServer(pages, tls), host, port);
  const end = openCourierEnd(parts);
  const relay = config.mail && openRelay({ ...config.mail, password: mailPassword });
  const courier = await serveCourier({
    end,
    relay,
    tls: { cert: line.cert, key: line.key, insideCert: line.inside },
    host: config.courier.host,
    port: Number(said['courier-port'] ?? config.courier.port),
  });
  process.send?.({ ready: { portal: `${origin}/` } });
  const sign = (text: string) => signText(keys.signing, text);
  await goRound(
    'outside',
    roundsOf(end, { folder, now, sign, bounces: config.mail?.bounces }),
    BEAT,
    machine,
  );
  await Promise.all([portal.close(machine.patience(LAST_ANSWERS)), courier.close()]);
  relay?.close();
  await store.close();
  return 0;
}

type Around = {
  readonly folder: string;
  readonly now: typeof realNow;
  readonly sign: (text: string) => string;
  readonly bounces: string | undefined;
};

/** Returned mail is read and deleted. Where somebody made the folder for media, bundles go by it too. */
function roundsOf(end: OutsideEnd, { folder, now, sign, bounces }: Around): readonly Round[] {
  const dir = join(folder, 'bundles');
  const media = async () => {
    if (!(await isThere(dir))) return {};
    const { taken, made, refused } = await exchangeDropFolder({ end, dir, now, sign });
    return { taken, made, refused: refused.length };
  };
  const returned = async (from: string) => ({
    noted: await emptyBounceFolder(from, ({ message, reason }) => end.noteBounce(message, reason)),
  });
  return [
    { name: 'media', everyBeats: 1, work: media },
    ...(bounces === undefined
      ? []
      : [{ name: 'returned-mail', everyBeats: 4, work: () => returned(bounces) }]),
  ];
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The server of the database may start at the same moment as we do. */
async function whenDatabaseAnswers(work: () => Promise<unknown>): Promise<void> {
  while (!machine.stopped.aborted) {
    try {
      await work();
      return;
    } catch (error) {
      if (!['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(failureCode(error))) throw error;
      await machine.pause(DATABASE_PAUSE);
    }
  }
}
