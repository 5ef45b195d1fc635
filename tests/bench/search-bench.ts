import { testPlace } from '../support/place.ts';
import { fillLedger, syntheticPerson } from './synthetic-ledger.ts';

/** What the bench of the search measured: milliseconds, megabytes, and lines to print. */
export type SearchBench = {
  readonly people: number;
  readonly buildMs: number;
  /** CPU of both threads; with the database's own it must fit on two cores within the time. */
  readonly buildCpuMs: number;
  readonly indexMb: number;
  readonly peakMb: number;
  /** Median node CPU of one search through the gate with up to 20 rows opened and recorded, by kind of query. */
  readonly cpuMs: Readonly<Record<string, number>>;
  readonly lines: readonly string[];
};

const ROUNDS = 5;
const SEARCHES_A_ROUND = 40;

/** Search in a ledger: how long the index takes to build, what it weighs, and what one search through the gate costs. */
export async function benchSearch(people = 100_000): Promise<SearchBench> {
  const home = await testPlace();
  await fillLedger(home.place, people);
  const operator = await home.person('operator', 'responsible-manager');
  const place = await home.again();

  const before = settledMb();
  const peak = watchPeak();
  const began = performance.now();
  const beganCpu = process.cpuUsage();
  await place.parts.search();
  const buildMs = performance.now() - began;
  const buildCpu = process.cpuUsage(beganCpu);
  const buildCpuMs = (buildCpu.user + buildCpu.system) / 1000;
  const peakMb = peak() - before;
  const indexMb = settledMb() - before;

  const kinds = queries(people);
  const samples = new Map(kinds.map(([kind]) => [kind, [] as number[]]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [kind, typed] of kinds) {
      const cpu = process.cpuUsage();
      for (let at = 0; at < SEARCHES_A_ROUND; at += 1) {
        const words = typed[(at + round) % typed.length] ?? '';
        const answer = await place.ask(
          'person.search',
          { words, within: kind === 'within' },
          { actor: operator },
        );
        if (!answer.ok) throw new Error(`The search was refused: ${answer.error.refused}`);
      }
      const spent = process.cpuUsage(cpu);
      // The first round warms up and does not count.
      if (round > 0) samples.get(kind)?.push((spent.user + spent.system) / 1000 / SEARCHES_A_ROUND);
    }
  }
  const cpuMs = Object.fromEntries([...samples].map(([kind, values]) => [kind, median(values)]));
  return {
    people,
    buildMs,
    buildCpuMs,
    indexMb,
    peakMb,
    cpuMs,
    lines: [
      `search: index of ${people} persons built in ${(buildMs / 1000).toFixed(2)} s (${(buildCpuMs / 1000).toFixed(2)} s CPU), ${indexMb.toFixed(0)} MB (peak ${peakMb.toFixed(0)} MB)`,
      ...Object.entries(cpuMs).map(([kind, ms]) => `search by ${kind}: ${ms.toFixed(2)} ms CPU`),
    ],
  };
}

/** Words as operators type them; every kind of key, with one-letter beginnings as the widest. */
function queries(people: number): readonly (readonly [kind: string, typed: readonly string[]])[] {
  const some = Array.from({ length: 40 }, (_, at) => syntheticPerson((at * 2477) % people).values);
  return [
    ['one letter', some.map(({ identity }) => (identity['kana'] ?? '').slice(0, 1))],
    ['kana', some.map(({ identity }) => (identity['kana'] ?? '').slice(0, 2))],
    ['whole kana', some.map(({ identity }) => identity['kana'] ?? '')],
    ['one kanji', some.map(({ identity }) => (identity['name'] ?? '').slice(0, 1))],
    ['name', some.map(({ identity }) => identity['name'] ?? '')],
    ['given name', some.map(({ identity }) => (identity['name'] ?? '').split('　')[1] ?? '')],
    ['birth date', some.map(({ identity }) => identity['birthDate'] ?? '')],
    ['phone', some.map(({ contact }) => contact['phone'] ?? '')],
    ['last digits', some.map(({ contact }) => (contact['phone'] ?? '').slice(-4))],
    ['reference', some.map(({ reference }) => reference['number'] ?? '')],
    ['reference beginning', some.map(({ reference }) => (reference['number'] ?? '').slice(0, 5))],
    ['town', some.map(({ address }) => (address['address'] ?? '').replace(/[-\d].*$/, ''))],
    ['address', some.map(({ address }) => address['address'] ?? '')],
    [
      'name and birth date',
      some.map(({ identity }) => `${(identity['kana'] ?? '').slice(0, 2)} ${identity['birthDate']}`),
    ],
    ['within', Array.from('田ハ美ンカ子')],
  ];
}

function settledMb(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

function watchPeak(): () => number {
  let most = 0;
  const look = () => {
    const { heapUsed, external } = process.memoryUsage();
    most = Math.max(most, (heapUsed + external) / 1024 / 1024);
  };
  const timer = setInterval(look, 20);
  return () => {
    clearInterval(timer);
    look();
    return most;
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

if (process.argv[1] === import.meta.filename) {
  const { lines } = await benchSearch(Number(process.argv[2] ?? 100_000));
  for (const line of lines) console.log(line);
}
