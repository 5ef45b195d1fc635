import type { Node } from 'oxc-parser';
import { report, type Findings } from './findings.ts';
import { isTestFile, readSources, type SourceFile } from './source-tree.ts';
import { parse, walk } from './syntax.ts';

/** Names that the domain may not even mention: clock, chance, platform, and what differs between machines. */
const OUTSIDE_WORLD = new Set(
  (
    'Date Temporal Intl performance setTimeout setInterval setImmediate queueMicrotask ' +
    'process console fetch crypto globalThis Buffer'
  ).split(' '),
);
const CLOCK = new Set(['Date.now', 'performance.now', 'process.hrtime', 'Temporal.Now']);
const CHANCE = new Set(['Math.random']);
/** Secrets and keys; they may come from `src/security`, where they are not injected. */
const SECRET_CHANCE = new Set(
  (
    'randomBytes randomUUID randomInt randomFillSync randomFill getRandomValues ' +
    'generateKeySync generateKeyPairSync'
  ).split(' '),
);
/** Sort order and letter case that depend on the language of the machine. */
const MACHINE_LANGUAGE = new Set([
  'localeCompare',
  'toLocaleString',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
]);

const STARTS = new Set(['src/start.ts', 'src/serve-outside.ts', 'src/simulation/start.ts']);

/** The domain is pure; clock and chance are read in the start files only, and handed on as values. */
export function findImpurities(root: string): Findings {
  const files = readSources(root, ['src']).filter((file) => !isTestFile(file.path) && !STARTS.has(file.path));
  return { faults: files.flatMap(impuritiesOf) };
}

function impuritiesOf(file: SourceFile): readonly string[] {
  const { program, lineAt } = parse(file.path, file.text);
  const inDomain = file.path.startsWith('src/domain/');
  const inSecurity = file.path.startsWith('src/security/');
  const faults: string[] = [];
  walk(program, (node, parent) => {
    const found = ambientSource(node, inSecurity) ?? (inDomain ? worldlyName(node, parent) : undefined);
    if (found) faults.push(`${file.path}:${lineAt(node.start)}: ${found}`);
  });
  return faults;
}

function ambientSource(node: Node, inSecurity: boolean): string | undefined {
  const where = 'from the start file, as a value';
  if (node.type === 'MemberExpression' && node.object.type === 'Identifier') {
    const name = `${node.object.name}.${memberName(node)}`;
    if (CLOCK.has(name)) return `${name}: the time comes ${where}`;
    if (CHANCE.has(name)) return `${name}: chance comes ${where}`;
  }
  const noArguments =
    (node.type === 'NewExpression' || node.type === 'CallExpression') && node.arguments.length === 0;
  if (noArguments && node.callee.type === 'Identifier' && node.callee.name === 'Date') {
    return `Date without a value: the time comes ${where}`;
  }
  if (node.type === 'CallExpression' && !inSecurity) {
    const callee = node.callee;
    const name =
      callee.type === 'Identifier'
        ? callee.name
        : callee.type === 'MemberExpression'
          ? memberName(callee)
          : '';
    if (SECRET_CHANCE.has(name)) return `${name}: ids come ${where}, secrets from src/security`;
  }
  return undefined;
}

function worldlyName(node: Node, parent: Node | undefined): string | undefined {
  if (node.type !== 'Identifier') return undefined;
  if (MACHINE_LANGUAGE.has(node.name)) return `${node.name} depends on the machine, the domain may not`;
  if (!OUTSIDE_WORLD.has(node.name) || isOnlyAKey(node, parent)) return undefined;
  return `the domain is pure and may not use ${node.name}`;
}

/** `a.process` and `{ process: 1 }` are names of ours, not the platform's. */
function isOnlyAKey(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if (parent?.type === 'Property') return parent.key === node && !parent.computed && !parent.shorthand;
  return parent?.type === 'TSPropertySignature' && parent.key === node;
}

function memberName(node: Extract<Node, { type: 'MemberExpression' }>): string {
  return node.property.type === 'Identifier' && !node.computed ? node.property.name : '';
}

if (process.argv[1] === import.meta.filename) report(findImpurities(process.cwd()));
