import { posix } from 'node:path';
import type { StringLiteral } from 'oxc-parser';
import type { SourceFile } from './source-tree.ts';
import { parse, walk } from './syntax.ts';

/**
 * One import or re-export of a file. `typeOnly` means that nothing is loaded when the program runs:
 * `import type { X }`, but not `import { type X }`, which still loads the file.
 */
export type Import = { readonly specifier: string; readonly line: number; readonly typeOnly: boolean };

/** Every way in which a file can name another: static, dynamic, re-export, `import('x').Type`. */
export function importsOf(file: SourceFile): readonly Import[] {
  const syntax = parse(file.path, file.text);
  const found: Import[] = [];
  const add = (source: StringLiteral, typeOnly: boolean) =>
    found.push({ specifier: source.value, line: syntax.lineAt(source.start), typeOnly });
  walk(syntax.program, (node) => {
    if (node.type === 'ImportDeclaration') add(node.source, node.importKind === 'type');
    if (node.type === 'ExportAllDeclaration') add(node.source, node.exportKind === 'type');
    if (node.type === 'ExportNamedDeclaration' && node.source) add(node.source, node.exportKind === 'type');
    if (node.type === 'TSImportType') add(node.source, true);
    if (node.type === 'ImportExpression') {
      const source = node.source;
      const named = source.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
      found.push({
        specifier: named ?? '(a name made at run time)',
        line: syntax.lineAt(node.start),
        typeOnly: false,
      });
    }
  });
  return found;
}

/** The path of the imported file from the root, or undefined when a package is meant. */
export function importedPath(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}
