import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { median, peakMb, type Line, type PartResult } from './part.ts';

const HELP = `npm run bench -- [--only PART,PART] [--rounds N] [--rows N] [--write]

Measures against the bounds that were promised for 2 cores: medians of N rounds (5), each part in processes of its own,
peak resident memory beside it. PART: gate, start, search, intake, letters, cards, closing, year, desk, portal. --rows makes all but gate and start smaller. --write keeps the table in tests/bench/RESULT.md; with
--only the parts that were not run keep the lines they had.`;

type Sizes = { readonly rounds: number; readonly rows: number | undefined };

/** Each part in a process of its own, which loads nothing of the others. */
const PARTS: Readonly<Record<string, (sizes: Sizes) => Promise<PartResult>>> = {
  gate: async ({ rounds }) => {
    const { gateBench } = await import('./gate-bench.ts');
    return gateBench(rounds);
  },
  start: async ({ rounds }) => {
    const { startBench } = await import('./start-bench.ts');
    return startBench(rounds);
  },
  search: async ({ rows }) => {
    const { benchSearch } = await import('./search-bench.ts');
    const found = await benchSearch(rows);
    return {
      lines: [
        { what: `search index of ${found.people} persons built`, measured: found.buildMs / 1000, unit: 's' },
        { what: 'search index in memory', measured: found.indexMb, unit: 'MB' },
        ...Object.entries(found.cpuMs).map(([kind, ms]): Line => ({
          what: `search by ${kind}, node CPU`,
          measured: ms,
          unit: 'ms',
          atMost: kind === 'within' ? 25 : 2,
        })),
      ],
      peakMb: peakMb(),
    };
  },
  letters: async ({ rows }) => {
    const { lettersBench } = await import('./letters-bench.ts');
    return lettersBench(rows);
  },
  cards: async ({ rows }) => {
    const { cardsBench } = await import('./cards-bench.ts');
    return cardsBench(rows);
  },
  closing: async ({ rows }) => {
    const { closingBench } = await import('./closing-bench.ts');
    return closingBench(rows);
  },
  year: async ({ rows }) => {
    const { yearBench } = await import('./year-bench.ts');
    return yearBench(rows);
  },
  desk: async ({ rounds, rows }) => {
    const { deskBench } = await import('./desk-bench.ts');
    return deskBench(rounds, rows);
  },
  portal: async ({ rounds, rows }) => {
    const { portalBench } = await import('./portal-bench.ts');
    return portalBench(rounds, rows);
  },
  intake: async ({ rows = 50_000 }) => {
    const { benchPlace } = await import('./bench-place.ts');
    const { intakeBench } = await import('./intake-bench.ts');
    const home = await benchPlace('2026-05-01');
    try {
      const by = await home.person('mailing-clerk', 'responsible-manager');
      const taken = await intakeBench(home.place, by, { rows, ledger: rows });
      return {
        lines: [
          { what: `${rows} rows on ${rows}: staged`, measured: taken.stagedSeconds, unit: 's', atMost: 15 },
          { what: `${rows} rows: committed`, measured: taken.committedSeconds, unit: 's', atMost: 20 },
          { what: 'memory beside the search index', measured: taken.peakMegabytes, unit: 'MB', atMost: 400 },
        ],
        peakMb: peakMb(),
      };
    } finally {
      await home.remove();
    }
  },
};

/** Every round of these is a process; the others repeat themselves within one (`cards` over its five stretches). */
const OF_ITS_OWN = ['search', 'intake', 'letters', 'closing', 'year'];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    part: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    rows: { type: 'string' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const sizes: Sizes = {
  rounds: Number(values.rounds),
  rows: values.rows === undefined ? undefined : Number(values.rows),
};
const part = PARTS[values.part ?? ''];
if (values.help) console.log(HELP);
else if (part) process.send?.(await part(sizes), () => process.exit());
else await benchAll(values.only === undefined ? Object.keys(PARTS) : values.only.split(','));

async function benchAll(names: readonly string[]): Promise<void> {
  const head = `Node.js ${process.versions.node}, ${availableParallelism()} cores, median of ${sizes.rounds} rounds`;
  console.log(head);
  const table = [
    '| part | what | bound | measured | of bound | peak MB | |',
    '|---|---|--:|--:|--:|--:|---|',
  ];
  console.log(table.join('\n'));
  const measured = new Map<string, readonly string[]>();
  for (const name of names) {
    const rounds: PartResult[] = [];
    const times = OF_ITS_OWN.includes(name) ? sizes.rounds : 1;
    for (let round = 0; round < times; round += 1) rounds.push(await inProcess(name));
    const lines = rowsOf(name, rounds);
    console.log(lines.join('\n'));
    measured.set(name, lines);
  }
  if (!values.write) return;
  const path = `${import.meta.dirname}/RESULT.md`;
  const before = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  const rows = Object.keys(PARTS).flatMap(
    (name) => measured.get(name) ?? before.filter((line) => line.startsWith(`| ${name} |`)),
  );
  const page = [
    '# What the bench measured last',
    '',
    `${head}. Made by \`npm run bench -- --write\`.`,
    '',
    ...table,
    ...rows,
    '',
  ];
  await writeFile(path, page.join('\n'));
}

async function inProcess(name: string): Promise<PartResult> {
  const words = ['--part', name, '--rounds', String(sizes.rounds)];
  if (sizes.rows !== undefined) words.push('--rows', String(sizes.rows));
  // What a part prints is not the table.
  const child = fork(import.meta.filename, words, {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const failed = once(child, 'exit').then(([code]): never => {
    throw new Error(`The part ${name} ended with ${String(code)}`);
  });
  const [result]: PartResult[] = await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => undefined);
  if (!result) throw new Error(`The part ${name} told nothing`);
  return result;
}

function rowsOf(name: string, rounds: readonly PartResult[]): readonly string[] {
  const peak = Math.round(median(rounds.map((round) => round.peakMb)));
  return (rounds[0]?.lines ?? []).map((line, at) => {
    const measured = median(rounds.map((round) => round.lines[at]?.measured ?? Number.NaN));
    const { what, unit, atMost, atLeast } = line;
    const bound = atMost ?? atLeast;
    const ok = (atMost === undefined || measured <= atMost) && (atLeast === undefined || measured >= atLeast);
    const limit = bound === undefined ? '' : `${atMost === undefined ? '≥' : '≤'} ${bound} ${unit}`;
    const ratio = !bound ? '' : (measured / bound).toFixed(2);
    const verdict = bound === undefined ? '' : ok ? 'ok' : '**over**';
    return `| ${name} | ${what} | ${limit} | ${written(measured)} ${unit} | ${ratio} | ${peak} | ${verdict} |`;
  });
}

function written(value: number): string {
  return value.toFixed(value < 10 && !Number.isInteger(value) ? 2 : 0);
}
