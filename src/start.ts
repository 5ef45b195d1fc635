import type { ServeWish, SimulateWish } from './cli/doors.ts';
import type { ExitCode } from './cli/exit-code.ts';
import type { Output } from './cli/output.ts';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 26) {
  process.stderr.write(
    `Mimamori needs Node.js 26 (this is ${process.versions.node}). It comes with \`npm ci\`: start with \`npm run -s mimamori -- …\`.\n`,
  );
  process.exit(2);
}

// Half of a start would be compiling. What was compiled lies with the packages, where only those may write who could
// change the program anyway; where nobody may, every start compiles.
const { enableCompileCache } = await import('node:module');
enableCompileCache(`${import.meta.dirname}/../node_modules/.cache/mimamori`);

const { runCommandLine } = await import('./cli/run-command-line.ts');
const { outputOn } = await import('./cli/output.ts');
const { realDoors } = await import('./real-doors.ts');
const { createInterface } = await import('node:readline');
const { spawn } = await import('node:child_process');

/** The one place with a real clock and real ids. Nobody imports this file. */
const { instantFromEpoch } = await import('./domain/basics/instant.ts');
const { randomIds } = await import('./security/random-ids.ts');

const works = { now: () => instantFromEpoch(Date.now()), ids: randomIds() };
const doors = {
  ...realDoors(works),
  simulate: (wish: SimulateWish) =>
    new Promise<ExitCode>((done) => {
      const start = `${import.meta.dirname}/simulation/start.ts`;
      const year = spawn(process.execPath, [start, 'year', JSON.stringify(wish)], { stdio: 'inherit' });
      year.on('exit', (code) => done(code === 0 ? 0 : code === 2 ? 2 : 1));
    }),
  serve,
};
const stdin = createInterface({ input: process.stdin, crlfDelay: Infinity });
const out = outputOn(process.stdout, process.stderr, stdin);
process.exitCode = await runCommandLine(process.argv.slice(2), doors, out);
stdin.close();

/** `mimamori serve`: what goes on until a signal, or until whoever started us is gone. */
async function serve(wish: ServeWish, out: Output): Promise<ExitCode> {
  const { realMachine } = await import('./serve/both/real-machine.ts');
  const { randomBytesFromPool } = await import('./security/random-bytes.ts');
  if (wish.zone === 'inside') {
    // Before a face is loaded: React tells by it how much it checks.
    process.env['NODE_ENV'] = 'production';
    await import('./tsx.ts');
  }
  const { serveZones } = await import('./serve/serve-zones.ts');
  const { sayServing } = await import('./serve/serve-words.ts');
  const machine = realMachine(works.now, process);
  const told = (addresses: Readonly<Record<string, string>>) => {
    if (process.send) process.send({ ready: addresses });
    else sayServing(addresses, out);
  };
  const serveDesk = async () => {
    const { serveInside } = await import('./serve/serve-inside.ts');
    const desk = { chance: randomBytesFromPool, clock: () => performance.now() };
    return serveInside(
      { ...wish, courierPort: wish.portal.courierPort },
      { ...works, ...desk },
      machine,
      told,
    );
  };
  const starts = { inside: import.meta.filename, outside: `${import.meta.dirname}/serve-outside.ts` };
  const served =
    wish.zone === 'inside' ? await serveDesk() : await serveZones(wish, starts, process.env, machine, told);
  const isChild = process.send !== undefined;
  // Our line to whoever started us would keep us here.
  if (process.connected) process.disconnect?.();
  if (served.ok) return 0;
  out.problem(served.error.sentence);
  // Whoever would begin us again comes to the same end.
  return isChild ? 2 : 1;
}
