import { once } from 'node:events';
import { benchPlace } from './bench-place.ts';
import { child } from './child.ts';
import { median, type PartResult } from './part.ts';
import { fillLedger } from './synthetic-ledger.ts';

const PEOPLE = 5000;

type Start = { readonly answered: number; readonly ended: number; readonly peakMb: number };

/**
 * From nothing running to an answered question: the process begins, starts the cluster of an existing place, opens the
 * gate, answers, and ends with the cluster stopped again. The first round compiles and does not count.
 */
export async function startBench(rounds: number): Promise<PartResult> {
  const home = await benchPlace('2026-05-20');
  try {
    const administrator = await home.person('administrator');
    await fillLedger(home.place, PEOPLE);
    await home.place.close();
    const starts: Start[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const start = await startOnce(['ask', 'place.state', '--data', home.dataDir, '--as', administrator]);
      if (round > 0) starts.push(start);
    }
    return {
      lines: [
        {
          what: `start to first answer, existing place of ${PEOPLE} women, server stopped`,
          measured: median(starts.map((one) => one.answered)),
          unit: 's',
          atMost: 1,
        },
        {
          what: 'the same until server and process have ended',
          measured: median(starts.map((one) => one.ended)),
          unit: 's',
        },
      ],
      peakMb: median(starts.map((one) => one.peakMb)),
    };
  } finally {
    await home.remove();
  }
}

async function startOnce(words: readonly string[]): Promise<Start> {
  const start = `${import.meta.dirname}/../../src/start.ts`;
  const began = performance.now();
  const { output, ended } = child([start, ...words]);
  await once(output, 'data');
  const answered = (performance.now() - began) / 1000;
  output.resume();
  const { peakMb } = await ended;
  return { answered, ended: (performance.now() - began) / 1000, peakMb };
}
