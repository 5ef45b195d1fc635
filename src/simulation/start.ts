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
} else {
  const wish = JSON.parse(words[0] ?? '{}');
  const lived = await runYear(simulation(wish.seed, '2026-04-01', '07:50'), wish, (day, done, total) =>
    out.progress(day, done, total),
  );
  out.progressEnd();
  if (lived.ok) out.json(lived.value);
  else {
    out.problem(lived.error.sentence);
    process.exitCode = 1;
  }
}

async function* nothing(): AsyncGenerator<string> {
  // Nobody types anything on the first day.
}
