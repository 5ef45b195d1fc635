import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { commands, questions } from '../../src/gate/inside/catalogue.ts';
import { projections } from '../../src/store/projections.ts';

/** Everything that the files of a folder export, lists taken apart, by file. */
async function exportsOf(folder: string): Promise<readonly (readonly [string, unknown])[]> {
  const root = new URL(`../../${folder}/`, import.meta.url);
  const files = (await readdir(root)).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const found = await Promise.all(
    files.map(async (file) => {
      const module = (await import(new URL(file, root).href)) as Readonly<Record<string, unknown>>;
      return Object.values(module)
        .flat()
        .map((one) => [file, one] as const);
    }),
  );
  return found.flat();
}

/** Its name, when it is an object with all of these fields. */
function nameOf(value: unknown, ...fields: readonly string[]): string | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined;
  return fields.every((field) => field in value) ? String(value.name) : undefined;
}

test('a row of the gate that is written stands in the catalogue: one that does not would be nothing [SEC-6-1]', async () => {
  const written = (await exportsOf('src/gate/inside')).flatMap(([file, one]) => {
    const name = nameOf(one, 'says', 'schema', 'who');
    return name === undefined ? [] : [[file, name] as const];
  });
  assert.ok(written.length > 200);
  assert.deepEqual(
    written.filter(([, name]) => !commands.has(name) && !questions.has(name)),
    [],
    'not in src/gate/inside/catalogue.ts',
  );
});

test('a projection that is written stands in the list of projections', async () => {
  const written = (await exportsOf('src/store/projections')).flatMap(([file, one]) => {
    const name = nameOf(one, 'of', 'columns', 'rows');
    return name === undefined ? [] : [[file, name] as const];
  });
  const listed = new Set(projections.map(({ name }) => name));
  assert.ok(written.length > 30);
  assert.deepEqual(
    written.filter(([, name]) => !listed.has(name)),
    [],
    'not in src/store/projections.ts',
  );
});
