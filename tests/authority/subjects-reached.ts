import type { Node } from 'oxc-parser';
import { importedPath } from '../../tools/imports.ts';
import { readSources, isTestFile, type SourceFile } from '../../tools/source-tree.ts';
import { parse, walk } from '../../tools/syntax.ts';

/** What one declaration at the top of a file says: the names it uses, the subjects it reads, those it asked for first. */
type Unit = {
  readonly uses: ReadonlySet<string>;
  readonly reads: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
};

/** A file: its declarations by name, where its imported names come from, and the rows that are written in it. */
type Read = {
  readonly path: string;
  readonly units: ReadonlyMap<string, Unit>;
  readonly imports: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
  readonly rows: ReadonlyMap<string, Unit>;
};

/**
 * Declarations that are come to only where their subjects are there, though nobody asks `hasSubject`: what is in her history
 * (a booking, a package) can be there in such a programme only.
 */
export type Behind = Readonly<Record<string, readonly string[]>>;

/** A subject of the rules that a row comes to, and the declarations by which it comes there. */
export type Reached = { readonly row: string; readonly subject: string; readonly by: string };

/**
 * Which subjects of the rules the rows of the gate read, themselves or through whatever they call: found in the sources, so
 * that a programme without the subject need not be tried with every row. A declaration that asks `hasSubject` first does
 * not count for that subject.
 */
export function subjectsReached(
  root: string,
  subjects: ReadonlySet<string>,
  behind: Behind,
): readonly Reached[] {
  const files = new Map(
    readSources(root, ['src/domain', 'src/gate'])
      .filter(({ path }) => !isTestFile(path))
      .map((file) => [file.path, readFile(file, subjects)] as const),
  );
  return [...files.values()].flatMap((file) =>
    [...file.rows].flatMap(([row, unit]) =>
      [...reach({ files, behind }, file, unit, file.path, new Set())].map(([subject, by]) => ({
        row,
        subject,
        by,
      })),
    ),
  );
}

/** Subjects by the way to them. `seen` keeps what calls itself from going round. */
function reach(
  tree: { readonly files: ReadonlyMap<string, Read>; readonly behind: Behind },
  file: Read,
  unit: Unit,
  by: string,
  seen: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>([...unit.reads].map((subject) => [subject, by]));
  for (const name of unit.uses) {
    const from = file.units.has(name) ? { path: file.path, name } : file.imports.get(name);
    const other = from && tree.files.get(from.path);
    const next = other?.units.get(from?.name ?? '');
    const key = `${from?.path}:${from?.name}`;
    if (!other || !next || next === unit || seen.has(key)) continue;
    const way = `${by} > ${from?.name ?? ''}`;
    const hidden = tree.behind[from?.name ?? ''] ?? [];
    for (const [subject, on] of reach(tree, other, next, way, new Set([...seen, key]))) {
      if (!found.has(subject) && !hidden.includes(subject)) found.set(subject, on);
    }
  }
  for (const subject of unit.asked) found.delete(subject);
  return found;
}

function readFile(file: SourceFile, subjects: ReadonlySet<string>): Read {
  const { program } = parse(file.path, file.text);
  const units = new Map<string, Unit>();
  const imports = new Map<string, { path: string; name: string }>();
  const rows = new Map<string, Unit>();
  const unitOf = (node: Node) => readUnit(node, file.text, subjects);
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type') {
      const path = importedPath(file.path, statement.source.value);
      for (const one of statement.specifiers) {
        if (!path || one.type !== 'ImportSpecifier' || one.imported.type !== 'Identifier') continue;
        imports.set(one.local.name, { path, name: one.imported.name });
      }
    }
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'FunctionDeclaration' && declared.id)
      units.set(declared.id.name, unitOf(declared));
    if (declared?.type !== 'VariableDeclaration') continue;
    for (const one of declared.declarations) {
      if (one.id.type === 'Identifier') units.set(one.id.name, unitOf(one));
    }
  }
  walk(program, (node) => {
    if (node.type !== 'ObjectExpression') return;
    const name = textOf(node, 'name');
    if (name !== undefined && textOf(node, 'says') !== undefined) rows.set(name, unitOf(node));
  });
  return { path: file.path, units, imports, rows };
}

function readUnit(top: Node, text: string, subjects: ReadonlySet<string>): Unit {
  const uses = new Set<string>();
  const reads = new Set<string>();
  const asked = new Set<string>();
  const keep = (name: string | undefined) => {
    if (name !== undefined && subjects.has(name)) reads.add(name);
  };
  walk(top, (node, parent) => {
    // A name behind a dot or before a colon is no use of what is declared elsewhere.
    if (node.type === 'Identifier') {
      const property = parent?.type === 'MemberExpression' && parent.property === node && !parent.computed;
      const key = parent?.type === 'Property' && parent.key === node && !parent.shorthand;
      if (!property && !key) uses.add(node.name);
    }
    if (node.type === 'MemberExpression' && isRules(text.slice(node.object.start, node.object.end))) {
      keep(node.property.type === 'Identifier' ? node.property.name : undefined);
    }
    if (
      node.type === 'VariableDeclarator' &&
      node.init &&
      isRules(text.slice(node.init.start, node.init.end))
    ) {
      for (const name of keysOf(node.id)) keep(name);
    }
    if (node.type === 'Property' && node.value.type === 'ObjectPattern' && nameOf(node.key) === 'rules') {
      for (const name of keysOf(node.value)) keep(name);
    }
    if (node.type === 'ObjectPattern' && node.typeAnnotation) {
      const type = text.slice(node.typeAnnotation.start, node.typeAnnotation.end);
      if (/\bRules(>|,|$)/.test(type)) for (const name of keysOf(node)) keep(name);
    }
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier') {
      const said = node.arguments
        .map((one) => (one.type === 'Literal' && typeof one.value === 'string' ? one.value : ''))
        .filter((one) => subjects.has(one));
      if (node.callee.name === 'subjectOf') for (const name of said) reads.add(name);
      if (node.callee.name === 'hasSubject') for (const name of said) asked.add(name);
    }
  });
  return { uses, reads, asked };
}

function isRules(text: string): boolean {
  return /(^|\.)rules$/.test(text.trim());
}

function keysOf(node: Node): readonly string[] {
  if (node.type !== 'ObjectPattern') return [];
  return node.properties.flatMap((one) => {
    const name = one.type === 'Property' ? nameOf(one.key) : undefined;
    return name === undefined ? [] : [name];
  });
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : undefined;
}

function textOf(node: Node, key: string): string | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  for (const one of node.properties) {
    if (one.type !== 'Property' || nameOf(one.key) !== key) continue;
    if (one.value.type === 'Literal' && typeof one.value.value === 'string') return one.value.value;
  }
  return undefined;
}
