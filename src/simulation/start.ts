import type { SimulateWish } from '../cli/doors.ts';
import type { ExitCode } from '../cli/exit-code.ts';

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
const { runCommandLine } = await import('../cli/run-command-line.ts');
const { date } = await import('../domain/basics/civil-date.ts');
const { realDoors } = await import('../real-doors.ts');
const { secretsFrom } = await import('../security/draw-secrets.ts');
const { seededChance } = await import('./chance.ts');
const { firstDay } = await import('./first-day.ts');
const { runYear } = await import('./run-year.ts');
const { clearYear, readYear } = await import('./year-folder.ts');
const { yearTable } = await import('./year-words.ts');
const { resolve } = await import('node:path');
const { openBook } = await import('./year/book.ts');
const { drivenClock } = await import('./year/clock.ts');
const { mixedSeed, seededIds } = await import('./year/seeded-ids.ts');

const out = outputOn(process.stdout, process.stderr, nothing());
const [what = 'year', ...words] = process.argv.slice(2);

/** The one place with a driven clock and seeded ids. Nobody imports this file. */
function simulation(seed: number, from: string, time: string) {
  const clock = drivenClock(date(from), time);
  const book = openBook();
  const chance = seededChance(mixedSeed(seed, 'secrets'));
  const doors = realDoors({
    now: clock.now,
    ids: seededIds(seed),
    secrets: secretsFrom((count) => Uint8Array.from({ length: count }, () => chance.below(256))),
    onFacts: book.hear,
  });
  return { clock, book, doors };
}

const [usual] = simulation(0, '2026-04-01', '07:50').doors.programmes;
const USUAL = { programme: usual?.id ?? '', year: 2026, people: 730, seed: 8, json: false };

if (what === 'first-day') {
  // The town's clock stands at a morning in May 2026, when the list for June comes in.
  const { doors } = simulation(8, '2026-05-08', '10:00');
  const [dataDir = './data'] = words;
  const [first] = doors.programmes;
  process.exitCode = await firstDay(
    dataDir,
    first?.id ?? '',
    (said, on = out) => runCommandLine(said, doors, on),
    out,
  );
} else if (what === 'year') {
  const asked: SimulateWish | undefined = words[0] === undefined ? undefined : JSON.parse(words[0]);
  process.exitCode = await year(asked ?? { ...USUAL, out: resolve('simulated-year') }, asked === undefined);
} else {
  out.problem('使い方: npm start');
  process.exitCode = 2;
}

/** Lives the year and shows what it came to. `again`: a year that is there already is shown and not lived again. */
async function year(wish: SimulateWish, again: boolean): Promise<ExitCode> {
  const found = await readYear(wish.out);
  if (found === 'other') {
    out.problem(`${wish.out} は空ではありません。別のフォルダーを指定してください。`);
    return 1;
  }
  if (typeof found === 'object' && !again) {
    out.problem(`${wish.out} には、すでに1年があります。別のフォルダーを指定してください。`);
    return 1;
  }
  if (found === 'unfinished') await clearYear(wish.out);
  if (typeof found === 'object') {
    out.line(yearTable(found, wish.out));
    return 0;
  }
  if (again) out.line('見守り(お試し): 架空の町で事業の1年をたどります(2〜3分)。');
  const lived = await runYear(simulation(wish.seed, '2026-04-01', '07:50'), wish, (day, done, total) =>
    out.progress(day, done, total),
  );
  out.progressEnd();
  if (!lived.ok) {
    out.problem(lived.error.sentence);
    return 1;
  }
  if (wish.json) out.json(lived.value);
  else out.line(yearTable(lived.value, wish.out));
  return 0;
}

async function* nothing(): AsyncGenerator<string> {
  // Nobody types anything on the first day.
}
