import type { Node } from 'oxc-parser';
import { leadingId } from './requirement-ledger.ts';
import { isTestFile, readSources, type SourceFile } from './source-tree.ts';
import { parse, walk } from './syntax.ts';

/** One requirement that a test says it shows. */
export type Claim = { readonly id: string; readonly path: string; readonly line: number };

/** What a test says of itself. Parts that are made at run time count as a space. */
export type Title = { readonly title: string; readonly path: string; readonly line: number };

const TEST_WORDS = new Set(['test', 'it', 'describe', 'suite']);

/** The IDs in brackets in the titles of all tests: `test('… [CHI-8.1-8, B-17]', …)`, several brackets allowed. */
export function readClaims(root: string): readonly Claim[] {
  return readTitles(root).flatMap(({ title, path, line }) => idsIn(title).map((id) => ({ id, path, line })));
}

/** The titles of all tests and suites, in order of path and line. */
export function readTitles(root: string): readonly Title[] {
  return readSources(root, ['src', 'tools', 'tests'])
    .filter((file) => isTestFile(file.path))
    .flatMap(titlesOf);
}

function titlesOf(file: SourceFile): readonly Title[] {
  const { program, lineAt } = parse(file.path, file.text);
  const titles: Title[] = [];
  walk(program, (node) => {
    if (node.type !== 'CallExpression' || !isTestCall(node.callee)) return;
    titles.push({ title: titleOf(node.arguments[0]), path: file.path, line: lineAt(node.start) });
  });
  return titles;
}

/** `test(…)`, `t.test(…)`, `describe(…)`. */
function isTestCall(callee: Node): boolean {
  if (callee.type === 'Identifier') return TEST_WORDS.has(callee.name);
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    TEST_WORDS.has(callee.property.name)
  );
}

/** Parts of a title that are made at run time cannot be read here and count as a space. */
function titleOf(argument: Node | undefined): string {
  if (argument?.type === 'Literal' && typeof argument.value === 'string') return argument.value;
  if (argument?.type === 'TemplateLiteral') return argument.quasis.map((part) => part.value.raw).join(' ');
  if (argument?.type === 'BinaryExpression') return `${titleOf(argument.left)}${titleOf(argument.right)}`;
  return '';
}

function idsIn(title: string): readonly string[] {
  return [...title.matchAll(/\[([^\]]*)\]/g)].flatMap(([, inside = '']) =>
    inside.split(',').flatMap((part) => leadingId(part.trim()) ?? []),
  );
}
