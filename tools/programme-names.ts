import { report, type Findings } from './findings.ts';
import { isTestFile, readSources, type SourceFile } from './source-tree.ts';
import { parse, walk } from './syntax.ts';

/** Names of the municipalities and programmes that were ordered, in small letters. */
const NAMES = ['chiyoda', 'shinjuku', 'sumida', '千代田', '新宿', '墨田'];

/** Where such a name may stand outside `src/programmes`, with the reason. */
const EXCEPTIONS: readonly { readonly path: RegExp; readonly reason: string }[] = [
  { path: /\/towns-\d{5}\.ts$/, reason: 'data of the postal towns of one municipality, named by its code' },
  { path: /^src\/cli\//, reason: 'help texts give examples that can be typed as they stand' },
  {
    path: /^src\/(simulation\/)?start\.ts$/,
    reason: 'somebody must say which programme a first start opens',
  },
];

/**
 * Nothing outside `src/programmes` names a programme, in identifiers or strings: a rule is named by its subject,
 * a programme puts named rules together. Comments may cite a clause. Tests may use what they like.
 */
export function findProgrammeNames(root: string): Findings {
  const files = readSources(root, ['src']).filter(
    (file) =>
      !file.path.startsWith('src/programmes/') &&
      !isTestFile(file.path) &&
      !EXCEPTIONS.some((exception) => exception.path.test(file.path)),
  );
  return { faults: files.flatMap(namesIn) };
}

function namesIn(file: SourceFile): readonly string[] {
  const { program, lineAt } = parse(file.path, file.text);
  const faults: string[] = [];
  walk(program, (node) => {
    const text =
      node.type === 'Identifier'
        ? node.name
        : node.type === 'Literal'
          ? String(node.value)
          : node.type === 'TemplateElement'
            ? node.value.raw
            : '';
    const name = NAMES.find((one) => text.toLowerCase().includes(one));
    // An import of a file of src/programmes is the arrows' business.
    if (name && !text.includes('/programmes/')) {
      faults.push(`${file.path}:${lineAt(node.start)}: names the programme "${name}"`);
    }
  });
  return faults;
}

if (process.argv[1] === import.meta.filename) report(findProgrammeNames(process.cwd()));
