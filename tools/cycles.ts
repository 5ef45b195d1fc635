import { report, type Findings } from './findings.ts';
import { importedPath, importsOf } from './imports.ts';
import { readSources } from './source-tree.ts';

/** No file of src may reach itself through its imports; imports of types count, for a reader goes in circles too. */
export function findCycles(root: string): Findings {
  const importsByPath = new Map(
    readSources(root, ['src']).map((file) => [
      file.path,
      importsOf(file).flatMap((one) => importedPath(file.path, one.specifier) ?? []),
    ]),
  );
  const done = new Set<string>();
  const faults: string[] = [];
  for (const path of importsByPath.keys()) search(path, [], importsByPath, done, faults);
  return { faults };
}

/** Depth first; `trail` is the way from the first file to this one, `done` what has been searched to the end. */
function search(
  path: string,
  trail: readonly string[],
  importsByPath: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
  faults: string[],
): void {
  const seenAt = trail.indexOf(path);
  if (seenAt !== -1) {
    faults.push(`cycle: ${[...trail.slice(seenAt), path].join(' → ')}`);
    return;
  }
  if (done.has(path)) return;
  for (const next of importsByPath.get(path) ?? []) {
    search(next, [...trail, path], importsByPath, done, faults);
  }
  done.add(path);
}

if (process.argv[1] === import.meta.filename) report(findCycles(process.cwd()));
