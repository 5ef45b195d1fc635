import { availableParallelism } from 'node:os';
import type { CaseId } from '../../src/domain/basics/ids.ts';
import { printBatch, type FileDoor } from '../../src/exchange/papers/print-batch.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { someLetter } from '../support/letters.ts';
import { casesIn, commitRows } from '../support/take-in.ts';
import { woman } from '../support/ward-women.ts';
import { bareLetters } from './bare-letters.ts';
import { benchPlace, type BenchPlace } from './bench-place.ts';
import { peakMb, type PartResult } from './part.ts';

const LETTERS = 1000;

/** So many pieces in one command, as the mailing room prints them. */
const AT_ONCE = 250;

/** Letters of a batch that is printed first and not measured: a place that runs has met its code before. */
const WARM = 30;

const ids = randomIds();

/** As the command line takes them. */
const WORKERS = Math.max(1, availableParallelism() - 1);

/**
 * The notices of a batch on their whole way: `piece.print` through the gate (decision, code and token into the vault,
 * facts, log), names and addresses opened, set as PDF/A, kept sealed, taken and opened; against a bare loop over rows
 * that are ready. Both ways start their own threads.
 */
export async function lettersBench(letters = LETTERS): Promise<PartResult> {
  const home = await benchPlace('2026-04-20');
  try {
    const [manager, clerk] = [await home.person('responsible-manager'), await home.person('mailing-clerk')];
    const women = Array.from({ length: letters + WARM }, (_, at) => woman(at));
    await commitRows(home.place, clerk, women);
    const cases = await casesIn(home.place);
    await printAll(home, clerk, await planned(home, manager, clerk, cases.slice(0, WARM)));
    const batch = await planned(home, manager, clerk, cases.slice(WARM));

    const began = performance.now();
    const pages = await printAll(home, clerk, batch);
    const seconds = (performance.now() - began) / 1000;
    const peak = peakMb();
    if (pages !== letters) throw new Error(`${pages} letters came out of ${letters}`);

    const rows = Array.from({ length: letters }, (_, at) => someLetter(at));
    const bareBegan = performance.now();
    await bareLetters(rows, WORKERS);
    const bareSeconds = (performance.now() - bareBegan) / 1000;
    const on = WORKERS === 1 ? '1 thread' : `${WORKERS} threads`;
    return {
      lines: [
        { what: `${letters} notices, the whole way, ${on}`, measured: letters / seconds, unit: '/s' },
        { what: `the same in a bare Typst loop, ${on}`, measured: letters / bareSeconds, unit: '/s' },
        {
          what: 'the whole way of the bare loop',
          measured: (100 * bareSeconds) / seconds,
          unit: '%',
          atLeast: 85,
        },
        { what: 'memory of the whole way at its highest', measured: peak, unit: 'MB', atMost: 700 },
      ],
      peakMb: peak,
    };
  } finally {
    await home.remove();
  }
}

type Planned = {
  readonly batch: string;
  readonly pieces: readonly { readonly case: CaseId; readonly piece: string }[];
};

/** A batch that waits for its printer: each woman decided, the planning closed. */
async function planned(
  home: BenchPlace,
  manager: string,
  clerk: string,
  cases: readonly CaseId[],
): Promise<Planned> {
  const batch = ids.fresh('batch');
  const wish = { batch, kind: 'notice', month: '2026-04', planned: cases.length, reason: 'agreed-with-ward' };
  await home.done([['batch.begin-without-word', wish]], manager);
  const pieces = cases.map((id) => ({ case: id, piece: ids.fresh('piece') }));
  for (const some of chunks(pieces)) {
    await home.done(
      some.map((piece) => ['piece.plan', { batch, ...piece }]),
      clerk,
    );
  }
  await home.done([['batch.fix', { batch, cases }]], clerk);
  return { batch, pieces };
}

async function printAll(
  { place, done }: BenchPlace,
  clerk: string,
  { batch, pieces }: Planned,
): Promise<number> {
  for (const some of chunks(pieces)) {
    await done(
      some.map((piece) => ['piece.print', { batch, ...piece }]),
      clerk,
    );
  }
  const { programme, ask, execute, parts } = place;
  const door: FileDoor = { programme, tryout: true, ask, execute, now: parts.now };
  const taken = await printBatch(door, batch, { actor: clerk }, { workers: WORKERS });
  if (!taken.ok) throw new Error(`No letters: ${taken.error.type}`);
  return taken.value.reduce((sum, file) => sum + file.manifest.length, 0);
}

function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, at) =>
    items.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
}
