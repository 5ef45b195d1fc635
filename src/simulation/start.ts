import type { SimulateWish } from '../cli/doors.ts';
import type { ExitCode } from '../cli/exit-code.ts';
import type { TakenIn } from '../exchange/intake/intake.ts';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 26) {
  process.stderr.write(
    `Mimamori needs Node.js 26 (this is ${process.versions.node}). It comes with \`npm ci\`: start with \`npm start\`.\n`,
  );
  process.exit(2);
}

const { enableCompileCache } = await import('node:module');
enableCompileCache(`${import.meta.dirname}/../../node_modules/.cache/mimamori`);

const { outputOn } = await import('../cli/output.ts');
const { date } = await import('../domain/basics/civil-date.ts');
const { realDoors } = await import('../real-doors.ts');
const { seededChance } = await import('./chance.ts');
const { runYear } = await import('./run-year.ts');
const { clearYear, readLettersToTry, readYear } = await import('./year-folder.ts');
const { progressOn, sayFirstList, townTable, yearTable } = await import('./year-words.ts');
const { spawn } = await import('node:child_process');
const { join, resolve } = await import('node:path');
const { openBook } = await import('./year/book.ts');
const { drivenClock } = await import('./year/clock.ts');
const { mixedSeed, seededIds } = await import('./year/seeded-ids.ts');

const out = outputOn(process.stdout, process.stderr, nothing());
const [what = '', ...words] = process.argv.slice(2);

/** The one place with a driven clock and seeded ids. Nobody imports this file. */
function simulation(seed: number, from: string, time: string) {
  const clock = drivenClock(date(from), time);
  const book = openBook();
  const chance = seededChance(mixedSeed(seed, 'secrets'));
  const doors = realDoors({
    now: clock.now,
    ids: seededIds(seed),
    secrets: (count) => Uint8Array.from({ length: count }, () => chance.below(256)),
    onFacts: book.hear,
  });
  return { clock, book, doors };
}

const [usual] = simulation(0, '2026-04-01', '07:50').doors.programmes;
const USUAL = { programme: usual?.id ?? '', year: 2026, people: 730, seed: 8, json: false };

/** In the middle of the year there is something of everything. More people take longer than somebody waits who looks for the first time. */
const TOWN = { ...USUAL, people: 200, until: date('2026-09-15'), toTry: true, quiet: true };

if (what === '' || what.startsWith('--')) {
  // `npm start`, and what is said to `serve`.
  process.exitCode = await town(resolve('mimamori-town'), process.argv.slice(2));
} else if (what === 'town' && words[0] !== undefined) {
  const [said, ...rest] = words;
  const { out: folder, ...wish } = JSON.parse(said);
  process.exitCode = await town(resolve(folder), rest, wish);
} else if (what === 'try-out') {
  // `npm run year`. What somebody says is put in the place of what is usual.
  const said: Partial<SimulateWish> = JSON.parse(words[0] ?? '{}');
  process.exitCode = await tryOut({ ...USUAL, out: resolve('simulated-year'), ...said });
} else if (what === 'year' && words[0] !== undefined) {
  process.exitCode = await year(JSON.parse(words[0]));
} else {
  out.problem('使い方: npm start');
  process.exitCode = 2;
}

/** A town in the middle of its year, made once, and both zones of it until somebody ends them. */
async function town(
  folder: string,
  serving: readonly string[],
  said: Partial<SimulateWish> = {},
): Promise<ExitCode> {
  const found = await readYear(folder);
  if (found === 'other') {
    return refuse(`${folder} は空ではありません。中のものを移してから始めてください。`);
  }
  if (typeof found === 'string') {
    out.line('見守り(お試し): 架空の町を作ります(最初の1回だけ、1分ほど)。');
    const made = await live({ ...TOWN, ...said, out: folder });
    if (made !== 0) return made;
  }
  out.line(townTable(await readLettersToTry(folder), folder));
  return serve(join(folder, 'data'), serving);
}

/** The process of `mimamori serve`, with a real clock. It hears Ctrl+C itself; we wait until it has ended in order. */
function serve(data: string, words: readonly string[]): Promise<ExitCode> {
  const start = `${import.meta.dirname}/../start.ts`;
  const child = spawn(process.execPath, [start, 'serve', '--data', data, ...words], { stdio: 'inherit' });
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on('exit', (code) => done(code === 0 ? 0 : code === 2 ? 2 : 1));
  });
}

/** A year for whoever starts for the first time. One that is there already is shown and not lived again. */
async function tryOut(wish: SimulateWish): Promise<ExitCode> {
  const found = await readYear(wish.out);
  if (found === 'other')
    return refuse(`${wish.out} は空ではありません。中のものを移してから始めてください。`);
  if (typeof found === 'object') {
    out.line(`前に生きた1年があります。もう一度最初から見るには、${wish.out} を消してください。`);
    out.line(yearTable(found, wish.out));
    return 0;
  }
  out.line('見守り(お試し): 架空の町で、事業の1年をたどります(1〜3分)。\n');
  let first = true;
  return live(wish, (taken) => {
    if (first) sayFirstList(taken, out);
    first = false;
  });
}

/** A year as somebody wished for it, in a folder of its own. */
async function year(wish: SimulateWish): Promise<ExitCode> {
  const found = await readYear(wish.out);
  if (found === 'other') return refuse(`${wish.out} は空ではありません。別のフォルダーを指定してください。`);
  if (typeof found === 'object') {
    return refuse(`${wish.out} には、すでに1年があります。別のフォルダーを指定してください。`);
  }
  return live(wish);
}

async function live(wish: SimulateWish, list?: (taken: TakenIn) => void): Promise<ExitCode> {
  // What a broken off year left.
  await clearYear(wish.out);
  const lived = await runYear(simulation(wish.seed, '2026-04-01', '07:50'), wish, {
    progress: progressOn(process.stderr, out),
    ...(list ? { list } : {}),
  });
  out.progressEnd();
  if (!lived.ok) return refuse(lived.error.sentence);
  if (wish.quiet) return 0;
  if (wish.json) out.json(lived.value);
  else out.line(yearTable(lived.value, wish.out));
  return 0;
}

function refuse(sentence: string): ExitCode {
  out.problem(sentence);
  return 1;
}

async function* nothing(): AsyncGenerator<string> {
  // Nobody types anything on the first day.
}
