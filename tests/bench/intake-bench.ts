import { performance } from 'node:perf_hooks';
import type { Place } from '../../src/place/place.ts';
import { intake, type TakenIn } from '../../src/exchange/intake/intake.ts';
import { month } from '../support/read-ward-list.ts';
import { HAND_OVER } from '../support/take-in.ts';
import { PASSWORD, wardFile, type Cells } from '../support/ward-file.ts';
import { dueForMonth, woman } from '../support/ward-women.ts';

/** Seconds of each step and the peak of memory over what was used before, in MB. */
export type IntakeBench = {
  readonly rows: number;
  readonly ledger: number;
  readonly stagedSeconds: number;
  readonly committedSeconds: number;
  readonly peakMegabytes: number;
};

/**
 * Takes `rows` women in on top of a ledger of `ledger` others, by the same way as any list of the ward: read, checked,
 * matched, staged; then committed. `by` is somebody who may. The peak is sampled every 20 ms as resident memory.
 */
export async function intakeBench(
  place: Place,
  by: string,
  sizes: { readonly rows: number; readonly ledger: number },
): Promise<IntakeBench> {
  await fillLedger(place, by, sizes.ledger);
  // The index of persons is built before the clock runs: it belongs to the process, not to the list.
  await place.parts.search();
  const file = await listOf(6, sizes.ledger, sizes.rows);
  const peak = watchMemory();
  const began = performance.now();
  await takeOrFail(place, by, file, 6, false);
  const staged = performance.now();
  const taken = await takeOrFail(place, by, file, 6, true);
  const committed = performance.now();
  const read = await timeOfReading(place, by, file);
  if (!taken.committed) throw new Error('The list was not committed');
  return {
    rows: sizes.rows,
    ledger: sizes.ledger,
    stagedSeconds: (staged - began) / 1000,
    // Taking the same file again reads it again to know it: that is no part of the commit.
    committedSeconds: (committed - staged) / 1000 - read,
    peakMegabytes: peak(),
  };
}

/** Women who stand in the ledger before anything is measured, from the `first` of them on. */
export async function fillLedger(place: Place, by: string, women: number, first = 0): Promise<void> {
  if (women === 0) return;
  // A list of its own month for each lot: a second one of the same month would ask after the first one's women.
  const inMonth = 5 + (first > 0 ? 1 : 0);
  await takeOrFail(place, by, await listOf(inMonth, first, women), inMonth, true);
}

async function timeOfReading(place: Place, by: string, file: Uint8Array): Promise<number> {
  const began = performance.now();
  await takeOrFail(place, by, file, 6, false);
  return (performance.now() - began) / 1000;
}

function listOf(inMonth: number, first: number, count: number): Promise<Uint8Array> {
  const due = dueForMonth(inMonth);
  const rows: Cells[] = [];
  for (let at = 0; at < count; at += 1) rows.push(woman(first + at, { 出産予定日: due }));
  return wardFile(rows);
}

async function takeOrFail(
  place: Place,
  by: string,
  file: Uint8Array,
  inMonth: number,
  commit: boolean,
): Promise<TakenIn> {
  const taken = await intake(
    place,
    file,
    {
      kind: 'targets',
      months: [month(`2026-${String(inMonth).padStart(2, '0')}`)],
      password: PASSWORD,
      handOver: HAND_OVER,
      commit,
    },
    { actor: by },
  );
  if (!taken.ok) throw new Error(`Not taken in: ${JSON.stringify(taken.error)}`);
  if (taken.value.notCommitted) throw new Error(`Not committed: ${taken.value.notCommitted.refused}`);
  return taken.value;
}

function watchMemory(): () => number {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  return () => {
    clearInterval(timer);
    return (most - before) / 1024 / 1024;
  };
}
