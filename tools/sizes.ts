import { report, type Findings } from './findings.ts';
import { isTestFile, readSources } from './source-tree.ts';

const MOST_LINES = 400;
const MOST_MEDIAN = 80;
const MOST_95TH = 250;
/** Words, data and generated files are long because there is much of them, not because they are hard. */
const EXCEPTED = [
  /-data\.ts$/,
  /\/words\//,
  /^src\/programmes\/([^/]+\/portal\/|portal-words\.ts$)/,
  /\/generated\//,
  /\/towns-[^/]*\.ts$/,
];

/** No file over 400 lines; the sources of src (without tests) stay short in the middle and at the end. */
export function findSizeFaults(root: string): Findings {
  const sized = readSources(root, ['src', 'tools', 'tests'])
    .filter((file) => !EXCEPTED.some((pattern) => pattern.test(file.path)))
    .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }));
  const sources = sized.filter((file) => file.path.startsWith('src/') && !isTestFile(file.path));
  const sorted = sources.map((file) => file.lines).sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  const faults = sized
    .filter((file) => file.lines > MOST_LINES)
    .map((file) => `${file.path}: ${file.lines} lines, at most ${MOST_LINES}`);
  if (median > MOST_MEDIAN) faults.push(`the median file of src has ${median} lines, at most ${MOST_MEDIAN}`);
  if (p95 > MOST_95TH) faults.push(`the 95th percentile of src is ${p95} lines, at most ${MOST_95TH}`);
  return { faults, note: `${sources.length} sources, median ${median} lines, 95th percentile ${p95}` };
}

if (process.argv[1] === import.meta.filename) report(findSizeFaults(process.cwd()));
