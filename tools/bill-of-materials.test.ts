import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLicenceFaults, makeBillOfMaterials } from './bill-of-materials.ts';
import { fixtureTree } from './fixture-tree.ts';

const lock = (packages: object) => JSON.stringify({ packages: { '': { name: 'us' }, ...packages } });

test('packages of other platforms, of tools and inside other packages are all listed', async () => {
  using tree = fixtureTree({
    'package-lock.json': lock({
      'node_modules/b': { version: '2.0.0', license: 'MIT', dev: true },
      'node_modules/b/node_modules/@x/c': { version: '3.0.0', license: 'ISC' },
      'node_modules/a-darwin': { version: '1.0.0', license: '(MIT OR Apache-2.0)', optional: true },
      'node_modules/@expo-google-fonts/f': { version: '4.0.0', license: 'MIT AND OFL-1.1' },
    }),
  });
  assert.deepEqual(findLicenceFaults(tree.root), { faults: [], note: '4 packages' });
  const page = await makeBillOfMaterials(tree.root);
  assert.deepEqual(
    page.split('\n').filter((line) => line.startsWith('| ') && /\d/.test(line)),
    [
      '| @expo-google-fonts/f | 4.0.0 | MIT AND OFL-1.1 | product |',
      '| @x/c | 3.0.0 | ISC | product |',
      '| a-darwin | 1.0.0 | (MIT OR Apache-2.0) | one platform |',
      '| b | 2.0.0 | MIT | tools and tests |',
      '| @expo-google-fonts/f | 4.0.0 | OFL-1.1 |',
    ],
  );
});

test('a part for another platform has the licence of the package that pins it', async () => {
  using tree = fixtureTree({
    'package-lock.json': lock({
      'node_modules/a': { version: '1.0.0', license: 'ISC', optionalDependencies: { 'a-win32': '1.0.0' } },
      'node_modules/a-win32': { version: '1.0.0', optional: true },
    }),
  });
  assert.deepEqual(findLicenceFaults(tree.root).faults, []);
  assert.match(await makeBillOfMaterials(tree.root), /\| a-win32 \| 1\.0\.0 \| ISC \| one platform \|/);
});

test('a licence missing in the lock file is read from the installed package', () => {
  using tree = fixtureTree({
    'package-lock.json': lock({ 'node_modules/a': { version: '1.0.0' } }),
    'node_modules/a/package.json': '{"license":"BSD-3-Clause"}',
  });
  assert.deepEqual(findLicenceFaults(tree.root).faults, []);
});

test('a package without a licence or under one that is not known is refused', () => {
  using tree = fixtureTree({
    'package-lock.json': lock({
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.0.0', license: 'MIT AND Proprietary' },
    }),
  });
  assert.deepEqual(findLicenceFaults(tree.root).faults, [
    'a 1.0.0: no licence is given',
    'b 1.0.0: the licence MIT AND Proprietary is not known',
  ]);
});

test('a licence that passes changes on is taken for tools and tests, and for nothing that is passed on', () => {
  using tree = fixtureTree({
    'package-lock.json': lock({
      'node_modules/a': { version: '1.0.0', license: 'MPL-2.0', dev: true },
      'node_modules/b': { version: '1.0.0', license: 'MPL-2.0' },
    }),
  });
  assert.deepEqual(findLicenceFaults(tree.root).faults, ['b 1.0.0: the licence MPL-2.0 is not known']);
});
