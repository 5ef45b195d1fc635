import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { benchPlace } from './bench-place.ts';
import { median, type PartResult } from './part.ts';
import { fillLedger } from './synthetic-ledger.ts';

const PEOPLE = 5000;

/** Has the process write its highest memory to its fourth stream when it ends. */
const TELL_MEMORY = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;

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
  const child = spawn(process.execPath, ['--import', TELL_MEMORY, start, ...words], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const { stdout, stdio } = child;
  const told = stdio[3];
  if (!stdout || !told || !('read' in told)) throw new Error('The process gives no answer');
  const memory = text(told);
  const ended = once(child, 'close');
  await once(stdout, 'data');
  const answered = (performance.now() - began) / 1000;
  const [code] = await ended;
  if (code !== 0) throw new Error(`The question was not answered (${String(code)})`);
  return {
    answered,
    ended: (performance.now() - began) / 1000,
    peakMb: Number(await memory) / 1024,
  };
}
