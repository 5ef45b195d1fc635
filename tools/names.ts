import { basename } from 'node:path';
import type { Program } from 'oxc-parser';
import { report, type Findings } from './findings.ts';
import { readSources, type SourceFile } from './source-tree.ts';
import { parse } from './syntax.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Words that say nothing about what is inside. A file is named by the feature it belongs to. */
const EMPTY_WORDS = new Set(
  'index util utils helper helpers misc common shared lib main types constants stuff'.split(' '),
);
/** What may stand between the name and `.ts`. */
const SUFFIXES = new Set(['test', 'slow', 'part']);

/** File and folder names of src, tools and tests; no barrel (a file that only passes on others), no default export. */
export function findNameFaults(root: string): Findings {
  const files = readSources(root, ['src', 'tools', 'tests']);
  return { faults: files.flatMap((file) => [...pathFaults(file.path), ...exportFaults(file)]) };
}

function pathFaults(path: string): readonly string[] {
  const folders = path.split('/').slice(0, -1);
  const [name = '', ...suffixes] = basename(path)
    .replace(/\.tsx?$/, '')
    .split('.');
  const faults = [...folders, name]
    .filter((part) => !KEBAB.test(part))
    .map((part) => `${part} is not kebab-case`);
  // An index of persons is a thing; a file that is only an index is a barrel.
  const empty = name.split('-').find((word) => EMPTY_WORDS.has(word) && (word !== 'index' || word === name));
  if (empty) faults.push(`the word "${empty}" says nothing, name the feature`);
  const wrongSuffix = suffixes.find((suffix) => !SUFFIXES.has(suffix));
  if (wrongSuffix) faults.push(`.${wrongSuffix}.ts is no kind of file here`);
  return faults.map((fault) => `${path}: ${fault}`);
}

function exportFaults(file: SourceFile): readonly string[] {
  const { program, lineAt } = parse(file.path, file.text);
  const faults = program.body.flatMap((statement) => {
    const isDefault =
      statement.type === 'ExportDefaultDeclaration' ||
      (statement.type === 'ExportNamedDeclaration' &&
        statement.specifiers.some((one) => 'name' in one.exported && one.exported.name === 'default'));
    return isDefault ? [`${file.path}:${lineAt(statement.start)}: default export, give it a name`] : [];
  });
  return isBarrel(program) ? [...faults, `${file.path}: only passes on other files, import those`] : faults;
}

function isBarrel(program: Program): boolean {
  const rest = program.body.filter((statement) => statement.type !== 'ImportDeclaration');
  return (
    rest.length > 0 &&
    rest.every(
      (statement) =>
        statement.type === 'ExportAllDeclaration' ||
        (statement.type === 'ExportNamedDeclaration' && statement.declaration === null),
    )
  );
}

if (process.argv[1] === import.meta.filename) report(findNameFaults(process.cwd()));
