import type { Wire } from './wire.ts';

/** Does `work` so often on each line, one after the other: as fast as it goes. */
export async function closedLoop(
  wires: readonly Wire[],
  count: number,
  work: (wire: Wire, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    wires.map(async (wire) => {
      while (next < count) {
        const index = next;
        next += 1;
        await work(wire, index);
      }
    }),
  );
}

export type OpenLoop = {
  /** Milliseconds from the intended start to the end, sorted. */
  readonly latencies: readonly number[];
  readonly errors: readonly unknown[];
};

/**
 * Begins one work every so many milliseconds, whatever became of those before; each is measured from the moment at which
 * it was to begin, so that a server that stops answering cannot hide it.
 */
export async function openLoop(
  wish: { readonly perSecond: number; readonly seconds: number },
  newWire: () => Wire,
  work: (wire: Wire, index: number) => Promise<void>,
): Promise<OpenLoop> {
  const count = wish.perSecond * wish.seconds;
  const free: Wire[] = [];
  const latencies: number[] = [];
  const errors: unknown[] = [];
  const under: Promise<void>[] = [];
  const began = performance.now();
  const one = async (index: number, intended: number) => {
    const wire = free.pop() ?? newWire();
    try {
      await work(wire, index);
      latencies.push(performance.now() - intended);
      free.push(wire);
    } catch (error) {
      errors.push(error);
      wire.close();
    }
  };
  for (let next = 0; next < count;) {
    const due = Math.min(count, Math.floor(((performance.now() - began) / 1000) * wish.perSecond) + 1);
    for (; next < due; next += 1) under.push(one(next, began + (next * 1000) / wish.perSecond));
    await new Promise((later) => {
      setTimeout(later, 1);
    });
  }
  await Promise.all(under);
  for (const wire of free) wire.close();
  return { latencies: latencies.toSorted((a, b) => a - b), errors };
}

/** Of sorted values the one that such a part of them does not exceed. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
