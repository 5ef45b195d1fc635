import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { report, type Findings } from './findings.ts';

/** A package of package-lock.json; `licence` is an SPDX expression or empty. */
type Material = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly use: 'product' | 'tools and tests' | 'one platform';
};

/** Licences under which a part may be used and passed on together with Apache-2.0. */
const KNOWN = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 OFL-1.1 PostgreSQL Unlicense'.split(
    ' ',
  ),
);
/** Whoever changes a part under these passes the change on; so only in what is not passed on: tools and tests. */
const AT_HOME = new Set(['MPL-2.0']);
const FONTS = /^@expo-google-fonts\//;

/** Every package of the lock file, also those of other platforms, has a licence that we know. */
export function findLicenceFaults(root: string): Findings {
  const materials = readMaterials(root);
  const faults = materials.flatMap(({ name, version, licence, use }) => {
    if (licence === '') return [`${name} ${version}: no licence is given`];
    const parts = licence.split(/ AND | OR |[()]/).filter((part) => part !== '');
    const atHome = use === 'tools and tests';
    return parts.every((part) => KNOWN.has(part) || (atHome && AT_HOME.has(part)))
      ? []
      : [`${name} ${version}: the licence ${licence} is not known`];
  });
  return { faults, note: `${materials.length} packages` };
}

/** The bill of materials as a page. It is the same on every machine: it is read from the lock file. */
export async function makeBillOfMaterials(root: string): Promise<string> {
  const materials = readMaterials(root);
  const rows = materials.map((one) => `| ${one.name} | ${one.version} | ${one.licence} | ${one.use} |`);
  const fonts = materials
    .filter((one) => FONTS.test(one.name))
    .map((one) => `| ${one.name} | ${one.version} | OFL-1.1 |`);
  return `# Bill of materials

Made by \`npm run docs\` from \`package-lock.json\`: ${materials.length} packages. "One platform" is installed only where it fits: PostgreSQL, Node.js and compiled parts of tools.

| package | version | licence | used in |
|---|---|---|---|
${rows.join('\n')}

## Fonts

The packages around them are MIT; the fonts themselves are under the SIL Open Font License.

| package | version | licence of the font |
|---|---|---|
${fonts.join('\n')}
`;
}

function readMaterials(root: string): readonly Material[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>;
  };
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => {
      const name = path.replace(/^.*node_modules\//, '');
      return {
        name,
        version: entry.version,
        licence: entry.license ?? wholeLicence(name, packages) ?? installedLicence(join(root, path)),
        use: useOf(entry),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function useOf(entry: LockEntry): Material['use'] {
  if (entry.dev) return 'tools and tests';
  return entry.optional ? 'one platform' : 'product';
}

/** A compiled part for one platform is of the same project, and the same licence, as the package that pins it. */
function wholeLicence(part: string, packages: Readonly<Record<string, LockEntry>>): string | undefined {
  const whole = Object.entries(packages).find(
    ([path, entry]) => path !== '' && entry.optionalDependencies?.[part],
  );
  return whole?.[1].license;
}

type LockEntry = {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** What the installed package says of itself, where the lock file says nothing. */
function installedLicence(folder: string): string {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return '';
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { readonly license?: unknown };
  return typeof license === 'string' ? license : '';
}

if (process.argv[1] === import.meta.filename) report(findLicenceFaults(process.cwd()));
