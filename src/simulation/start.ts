const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 26) {
  process.stderr.write(
    `Mimamori needs Node.js 26 (this is ${process.versions.node}). It comes with \`npm ci\`: start with \`npm start\`.\n`,
  );
  process.exit(2);
}

const { outputOn } = await import('../cli/output.ts');
const { runCommandLine } = await import('../cli/run-command-line.ts');
const { instantAt } = await import('../domain/basics/instant.ts');
const { date } = await import('../domain/basics/civil-date.ts');
const { realDoors } = await import('../real-doors.ts');
const { randomIds } = await import('../security/random-ids.ts');
const { firstDay } = await import('./first-day.ts');

/** The town's clock stands at a morning in May 2026, when the list for June comes in. */
const now = instantAt(date('2026-05-08'), '10:00');
const doors = realDoors({ now: () => now, ids: randomIds() });
const out = outputOn(process.stdout, process.stderr, nothing());
const [dataDir = './data'] = process.argv.slice(2);
const [first] = doors.programmes;
process.exitCode = await firstDay(
  dataDir,
  first?.id ?? '',
  (words, on = out) => runCommandLine(words, doors, on),
  out,
);

async function* nothing(): AsyncGenerator<string> {
  // Nobody types anything on the first day.
}
