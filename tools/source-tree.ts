import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the tree: `path` from the root of the project with forward slashes, `text` as UTF-8. */
export type SourceFile = { readonly path: string; readonly text: string };

/** All TypeScript files below the named folders, in order of path. A folder that is not there has no files. */
export function readSources(root: string, folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => listFiles(root, folder))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Paths of all files below one folder, `node_modules` and hidden folders left out. */
export function listFiles(root: string, folder: string): readonly string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  const entries = readdirSync(start, { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(root, path) : [path];
  });
  return paths.sort();
}

export function isTestFile(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}
