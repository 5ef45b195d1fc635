import { parseSync, visitorKeys, type Comment, type Node, type Program } from 'oxc-parser';

/** A parsed file. `lineAt` turns an offset of a node into a line that begins at 1. */
export type Syntax = {
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly lineAt: (offset: number) => number;
};

/** Parses one TypeScript file. A file that does not parse throws: the type checker has better words for it. */
export function parse(path: string, text: string): Syntax {
  const parsed = parseSync(path, text);
  const wrong = parsed.errors[0];
  if (wrong) throw new Error(`${path} does not parse: ${wrong.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  return { program: parsed.program, comments: parsed.comments, lineAt };
}

/** Calls `visit` for a node and everything below it; `parent` is undefined for the first one. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void): void {
  step(node, undefined, visit);
}

function step(
  node: Node,
  parent: Node | undefined,
  visit: (node: Node, parent: Node | undefined) => void,
): void {
  visit(node, parent);
  for (const key of visitorKeys[node.type] ?? []) {
    const child = (node as unknown as Record<string, Node | readonly (Node | null)[] | null>)[key];
    for (const one of Array.isArray(child) ? child : [child]) {
      if (one) step(one, node, visit);
    }
  }
}
