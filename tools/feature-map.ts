import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';

/** The page of all features of the files that git knows. */
export async function makeFeatureMap(root: string): Promise<string> {
  const listed = execFileSync('git', ['ls-files', 'src'], { cwd: root, encoding: 'utf8' });
  return featureMap(listed.split('\n').filter((path) => path !== ''));
}

/**
 * A feature is a word that names a file of `src/domain`; the files of the feature are all those
 * of src with that word as their name, tests counted with what they test.
 */
export function featureMap(paths: readonly string[]): string {
  const sources = paths.filter((path) => /\.tsx?$/.test(path));
  const filesByWord = Map.groupBy(sources, wordOf);
  const words = [...new Set(sources.filter((path) => path.startsWith('src/domain/')).map(wordOf))].sort();
  const rows = words.map((word) => {
    const files = (filesByWord.get(word) ?? []).map((path) => path.replace(/^src\//, '')).sort();
    return `| ${word} | ${files.join('<br>')} |`;
  });
  return `# Feature map

Made by \`npm run docs\`: every word that names a file of \`src/domain\`, and the files of \`src\` that carry it.

| word | files |
|---|---|
${rows.join('\n')}
`;
}

function wordOf(path: string): string {
  return basename(path).replace(/(\.slow|\.part)?(\.test)?\.tsx?$/, '');
}
