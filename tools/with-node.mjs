// Starts a program of the house with the Node.js it needs: `node tools/with-node.mjs tools/test.ts --fast`.
// Plain JavaScript, because an older Node.js cannot read TypeScript and could not even say so.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const NEEDED = 26;
const root = dirname(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname));
const [target = '', ...rest] = process.argv.slice(2);
const program = resolve(target);

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  process.argv = [process.execPath, program, ...rest];
  await import(pathToFileURL(program).href);
} else {
  const name = `node-${process.platform}-${process.arch}`;
  const bundled = join(root, 'node_modules', name, 'bin', 'node');
  if (existsSync(bundled)) passOn(bundled);
  else {
    console.error(
      `Mimamori needs Node.js ${NEEDED} or newer. This is ${process.version}, and the package ${name}, ` +
        `which would bring it along, is not installed. Run "npm ci", or install Node.js ${NEEDED}.`,
    );
    process.exitCode = 2;
  }
}

/** Runs the program with the bundled Node.js; signals and the exit code go through. */
function passOn(bundled) {
  const path = [dirname(bundled), process.env.PATH].filter(Boolean).join(delimiter);
  const child = spawn(bundled, [program, ...rest], { stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
    process.exit();
  });
}
