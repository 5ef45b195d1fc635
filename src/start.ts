import type { SimulateWish } from './cli/doors.ts';
import type { ExitCode } from './cli/exit-code.ts';

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

const doors = {
  ...realDoors({ now: () => instantFromEpoch(Date.now()), ids: randomIds() }),
  simulate: (wish: SimulateWish) =>
    new Promise<ExitCode>((done) => {
      const start = `${import.meta.dirname}/simulation/start.ts`;
      const year = spawn(process.execPath, [start, 'year', JSON.stringify(wish)], { stdio: 'inherit' });
      year.on('exit', (code) => done(code === 0 ? 0 : code === 2 ? 2 : 1));
    }),
};
const stdin = createInterface({ input: process.stdin, crlfDelay: Infinity });
const out = outputOn(process.stdout, process.stderr, stdin);
process.exitCode = await runCommandLine(process.argv.slice(2), doors, out);
stdin.close();
