import { availableParallelism } from 'node:os';
import { date } from '../../src/domain/basics/civil-date.ts';
import { letterParts, LETTERS_A_PART } from '../../src/print/render-letters.ts';
import { letterTemplates } from '../../src/programmes/chiyoda-visit/letters/all.ts';
import { someLetter } from '../support/letters.ts';
import { median, peakMb, type PartResult } from './part.ts';

const CARDS = 50_000;
const STRETCHES = 5;

/**
 * 50,000 postcards of one template, as a large programme sends them: part by part, so that no more than a few hundred
 * are in memory. The speed is the median of five stretches of one run.
 */
export async function cardsBench(cards = CARDS): Promise<PartResult> {
  const workers = availableParallelism();
  const run = { templates: letterTemplates, day: date('2026-05-15'), sample: true };
  const rows = Array.from({ length: cards }, (_, at) => someLetter(at, 'recall-open-1', { code: null }));
  const stretch = cards / STRETCHES;
  const speeds: number[] = [];
  let [bytes, from, began] = [0, 0, performance.now()];
  for await (const { first, set } of letterParts(run, rows, { workers })) {
    if (!set.ok) throw new Error(`No cards: ${set.error.type}`);
    bytes += set.value.length;
    const done = Math.min(first + LETTERS_A_PART, cards);
    if (done < stretch * (speeds.length + 1)) continue;
    speeds.push(((done - from) * 1000) / (performance.now() - began));
    [from, began] = [done, performance.now()];
  }
  return {
    lines: [
      { what: `${cards} postcards rendered, ${workers} threads`, measured: median(speeds), unit: '/s' },
      { what: 'their PDFs', measured: bytes / 1024 / 1024, unit: 'MB' },
      { what: 'memory at its highest', measured: peakMb(), unit: 'MB', atMost: 700 },
    ],
    peakMb: peakMb(),
  };
}
