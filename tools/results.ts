import type { Function as FunctionNode, ArrowFunctionExpression, Node } from 'oxc-parser';
import { report, type Findings } from './findings.ts';
import { readSources, type SourceFile } from './source-tree.ts';
import { parse, walk } from './syntax.ts';

/** Calls of the gate, whose answer may be a refusal. */
const GATE_CALLS = ['execute', 'ask'];

/** A statement may not call something that gives back a `Result` or a refusal and then drop it. */
export function findDroppedResults(root: string): Findings {
  const files = readSources(root, ['src', 'tools', 'tests']);
  const names = new Set([
    ...GATE_CALLS,
    ...files.filter((file) => file.path.startsWith('src/domain/')).flatMap(resultFunctions),
  ]);
  return { faults: files.flatMap((file) => dropsIn(file, names)), note: `${names.size} functions watched` };
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

function dropsIn(file: SourceFile, names: ReadonlySet<string>): readonly string[] {
  const { program, lineAt } = parse(file.path, file.text);
  const faults: string[] = [];
  walk(program, (node) => {
    const name = node.type === 'ExpressionStatement' ? calledName(node.expression) : undefined;
    if (name && names.has(name)) {
      faults.push(`${file.path}:${lineAt(node.start)}: the result of ${name}() is dropped`);
    }
  });
  return faults;
}

/** The function whose value a statement throws away, behind `await`, `void` and `?.`. */
function calledName(expression: Node): string | undefined {
  if (expression.type === 'AwaitExpression' || expression.type === 'UnaryExpression') {
    return calledName(expression.argument);
  }
  if (expression.type === 'ChainExpression') return calledName(expression.expression);
  if (expression.type !== 'CallExpression') return undefined;
  const callee = expression.callee;
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
  return callee.property.name;
}

if (process.argv[1] === import.meta.filename) report(findDroppedResults(process.cwd()));
