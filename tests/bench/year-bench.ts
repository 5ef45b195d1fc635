import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { child } from './child.ts';
import type { PartResult } from './part.ts';

const PEOPLE = 730;

/** The simulated year, in a process of its own as `npm start` has it: every fact, every paper, the journal, the summary. */
export async function yearBench(people = PEOPLE): Promise<PartResult> {
  const folder = await mkdtemp(join(tmpdir(), 'mimamori-bench-'));
  await chmod(folder, 0o711); // started as root, the server runs under an account that must get through here
  try {
    const start = `${import.meta.dirname}/../../src/simulation/start.ts`;
    const wish = {
      programme: 'chiyoda-visit',
      year: 2026,
      people,
      seed: 8,
      out: join(folder, 'year'),
      json: true,
    };
    const began = performance.now();
    const { output, ended } = child([start, 'year', JSON.stringify(wish)]);
    const said = text(output);
    const { peakMb } = await ended;
    const seconds = (performance.now() - began) / 1000;
    const summary: { readonly facts?: Readonly<Record<string, number>> } = JSON.parse(await said);
    const facts = Object.values(summary.facts ?? {}).reduce((sum, one) => sum + one, 0);
    if (facts === 0) throw new Error('Nothing happened in the year');
    const what = `a year of ${people} women with all its papers, ${facts} facts`;
    return { lines: [{ what, measured: seconds, unit: 's', atMost: 90 }], peakMb };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
