import { readFile } from 'node:fs/promises';

/** Reads how much processor time processes have had, in milliseconds; the difference of two readings is what was spent. */
export type SpentCpu = ReadonlyMap<number, number>;

/** Only Linux tells it of other processes in hundredths of a second. A process that is gone by now counts for nothing. */
export async function spentCpu(pids: readonly number[]): Promise<SpentCpu> {
  const spent = new Map<number, number>();
  for (const pid of pids) {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    if (text !== undefined) spent.set(pid, ticks(text) * TICK_MS);
  }
  if (spent.size === 0)
    throw new Error('This machine does not tell of the processor time of processes: there is no /proc');
  return spent;
}

/** A process that began in between counts from its beginning. */
export function spentSince(before: SpentCpu, after: SpentCpu): number {
  let sum = 0;
  for (const [pid, milliseconds] of after) sum += milliseconds - (before.get(pid) ?? 0);
  return sum;
}

/** Resident memory of a process in megabytes, now (`VmRSS`) or at its highest (`VmHWM`). */
export async function memoryMb(pid: number, which: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${which}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
}

const TICK_MS = 10;

/** User and system time: the 14th and 15th field; the name in the second may hold anything but ends with the last bracket. */
function ticks(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
