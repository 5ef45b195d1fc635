import type {
  ArrowFunctionExpression,
  Function as FunctionNode,
  ImportDeclarationSpecifier,
  Node,
  Program,
} from 'oxc-parser';
import { report, type Findings } from './findings.ts';
import { importedPath } from './imports.ts';
import { readSources, type SourceFile } from './source-tree.ts';
import { parse, walk } from './syntax.ts';

/** Calls of the gate, whose answer may be a refusal. They are also made through an opened place: `gate.execute(…)`. */
const GATE_CALLS = new Set(['execute', 'ask']);
const GATE = 'src/gate/';

/** The names whose result must be used, with the files of the domain that declare them. */
type Watched = ReadonlyMap<string, ReadonlySet<string>>;

/** A statement may not call something that gives back a `Result` or a refusal and then drop it. */
export function findDroppedResults(root: string): Findings {
  const files = readSources(root, ['src', 'tools', 'tests']);
  const declared = files
    .filter((file) => file.path.startsWith('src/domain/'))
    .flatMap((file) => resultFunctions(file).map((name) => ({ name, path: file.path })));
  const watched = new Map(
    [...Map.groupBy(declared, (one) => one.name)].map(([name, some]) => [
      name,
      new Set(some.map((one) => one.path)),
    ]),
  );
  return {
    faults: files.flatMap((file) => dropsIn(file, watched)),
    note: `${watched.size} functions of the domain and ${GATE_CALLS.size} calls of the gate`,
  };
}

/** Names of the exported functions whose declared type begins with `Result<` (or a promise of one). */
function resultFunctions(file: SourceFile): readonly string[] {
  const { program } = parse(file.path, file.text);
  const givesResult = (made: FunctionNode | ArrowFunctionExpression) => {
    const type = made.returnType?.typeAnnotation;
    return type !== undefined && /^(Promise<)?Result</.test(file.text.slice(type.start, type.end));
  };
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
    const declared = statement.declaration;
    if (declared.type === 'FunctionDeclaration') {
      return declared.id && givesResult(declared) ? [declared.id.name] : [];
    }
    if (declared.type !== 'VariableDeclaration') return [];
    return declared.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init?.type === 'ArrowFunctionExpression' && givesResult(init)
        ? [id.name]
        : [],
    );
  });
}

function dropsIn(file: SourceFile, watched: Watched): readonly string[] {
  const { program, lineAt } = parse(file.path, file.text);
  const originByName = originsIn(program, file.path);
  const faults: string[] = [];
  walk(program, (node) => {
    if (node.type !== 'ExpressionStatement') return;
    const callee = calleeOf(node.expression);
    const name = callee && droppedName(callee, originByName, watched);
    if (name) faults.push(`${file.path}:${lineAt(node.start)}: the result of ${name}() is dropped`);
  });
  return faults;
}

/** Where a name of this file comes from: the file it is imported from and its name there, or this file itself. */
type Origin = { readonly path: string; readonly name: string };

function originsIn(program: Program, path: string): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      const from = importedPath(path, statement.source.value) ?? statement.source.value;
      for (const one of statement.specifiers) {
        origins.set(one.local.name, { path: from, name: importedName(one) ?? one.local.name });
      }
    }
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'FunctionDeclaration' && declared.id) {
      origins.set(declared.id.name, { path, name: declared.id.name });
    }
  }
  return origins;
}

function importedName(specifier: ImportDeclarationSpecifier): string | undefined {
  if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') return undefined;
  return specifier.imported.name;
}

function droppedName(
  callee: Node,
  originByName: ReadonlyMap<string, Origin>,
  watched: Watched,
): string | undefined {
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
    return GATE_CALLS.has(callee.property.name) ? callee.property.name : undefined;
  }
  if (callee.type !== 'Identifier') return undefined;
  const origin = originByName.get(callee.name);
  // A name without an origin was handed in as a value; only the calls of the gate are handed around like that.
  if (!origin) return GATE_CALLS.has(callee.name) ? callee.name : undefined;
  const ofGate = GATE_CALLS.has(origin.name) && origin.path.startsWith(GATE);
  return ofGate || watched.get(origin.name)?.has(origin.path) ? origin.name : undefined;
}

/** What a statement calls and then forgets, behind `await`, `void` and `?.`. */
function calleeOf(expression: Node): Node | undefined {
  if (expression.type === 'AwaitExpression' || expression.type === 'UnaryExpression') {
    return calleeOf(expression.argument);
  }
  if (expression.type === 'ChainExpression') return calleeOf(expression.expression);
  return expression.type === 'CallExpression' ? expression.callee : undefined;
}

if (process.argv[1] === import.meta.filename) report(findDroppedResults(process.cwd()));
