import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fixtureTree } from './fixture-tree.ts';

const LAUNCHER = { 'tools/with-node.mjs': readFileSync(join(import.meta.dirname, 'with-node.mjs'), 'utf8') };
const PROGRAM = {
  'tools/p.ts': 'console.log("ran", process.argv.slice(2).join(" ")); process.exitCode = 3;',
};
/** Makes this Node.js say that it is an old one. */
const OLD = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})`;

function start(root: string, ...nodeOptions: string[]) {
  const args = [...nodeOptions, 'tools/with-node.mjs', 'tools/p.ts', '--fast', 'one'];
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
}

test('a new enough Node.js runs the program itself', () => {
  using tree = fixtureTree({ ...LAUNCHER, ...PROGRAM });
  const { status, stdout } = start(tree.root);
  assert.deepEqual([status, stdout], [3, 'ran --fast one\n']);
});

test('an old Node.js hands over to the one that npm brought along, and passes on its exit code', () => {
  const bundled = `node_modules/node-${process.platform}-${process.arch}/bin/node`;
  using tree = fixtureTree({
    ...LAUNCHER,
    ...PROGRAM,
    [bundled]: '#!/bin/sh\necho "bundled $2 $3"; exit 4\n',
  });
  chmodSync(join(tree.root, bundled), 0o755);
  const { status, stdout } = start(tree.root, '--import', OLD);
  assert.deepEqual([status, stdout], [4, 'bundled --fast one\n']);
});

test('an old Node.js alone says which version is missing', () => {
  using tree = fixtureTree({ ...LAUNCHER, ...PROGRAM });
  const { status, stdout, stderr } = start(tree.root, '--import', OLD);
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /needs Node\.js 26 or newer.*node-\w+-\w+/);
});
