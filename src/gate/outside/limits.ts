import type { Instant } from '../../domain/basics/instant.ts';
import { epochOf, instantFromEpoch } from '../../domain/basics/instant.ts';

/**
 * So many at once are free and one more every `refillSeconds`. Beyond that each further one must wait, twice as long as
 * the one before, from `first` up to `most` seconds: never for ever.
 */
export type Measure = {
  readonly free: number;
  readonly refillSeconds: number;
  readonly first: number;
  readonly most: number;
};

/** By network address (IPv4 /32, IPv6 /64) and by its surroundings (/24, /48), and for wrong dates by code. */
export type OutsideLimits = {
  readonly begin: { readonly address: Measure; readonly network: Measure };
  readonly wrong: { readonly address: Measure; readonly network: Measure; readonly code: Measure };
  readonly open: { readonly address: Measure; readonly network: Measure };
};

/**
 * A telephone company puts hundreds of women behind one address and a hospital a ward: only floods are slowed by address.
 * What protects a birthday is the measure of its code: after five slips at most four tries an hour.
 */
export const USUAL_LIMITS: OutsideLimits = {
  begin: {
    address: { free: 120, refillSeconds: 2, first: 2, most: 300 },
    network: { free: 3000, refillSeconds: 0.1, first: 2, most: 60 },
  },
  wrong: {
    address: { free: 60, refillSeconds: 20, first: 5, most: 900 },
    network: { free: 1000, refillSeconds: 1, first: 5, most: 300 },
    code: { free: 5, refillSeconds: 3600, first: 30, most: 900 },
  },
  open: {
    address: { free: 10, refillSeconds: 60, first: 30, most: 900 },
    network: { free: 200, refillSeconds: 5, first: 5, most: 300 },
  },
};

/** Counts in memory under keys that are no addresses any more; forgets the oldest when there are too many. */
export type Counter = {
  /** Counts one; until when to wait instead, if it must. */
  readonly count: (key: string, now: Instant) => Instant | undefined;
  /** Takes one back: it was no wrong one. */
  readonly takeBack: (key: string) => void;
};

const MOST_KEYS = 100_000;

export function counterOf(measure: Measure): Counter {
  const levels = new Map<string, { readonly level: number; readonly at: number; readonly until: number }>();
  return {
    count: (key, now) => {
      const at = epochOf(now);
      const before = levels.get(key) ?? { level: 0, at, until: 0 };
      if (at < before.until) return instantFromEpoch(before.until);
      const sunk = Math.max(0, before.level - Math.max(0, at - before.at) / (measure.refillSeconds * 1000));
      const level = sunk + 1;
      levels.delete(key);
      levels.set(key, { level, at, until: at + delayAt(level, measure) });
      if (levels.size > MOST_KEYS) forgetOldest(levels);
      return undefined;
    },
    takeBack: (key) => {
      const one = levels.get(key);
      if (one) levels.set(key, { level: Math.max(0, one.level - 1), at: one.at, until: 0 });
    },
  };
}

/** Milliseconds to wait after the one that made the level so high. */
export function delayAt(level: number, { free, first, most }: Measure): number {
  const over = Math.floor(level) - free;
  return over < 0 ? 0 : Math.min(most, first * 2 ** Math.min(over, 20)) * 1000;
}

function forgetOldest(levels: Map<string, unknown>): void {
  const [oldest] = levels.keys();
  if (oldest !== undefined) levels.delete(oldest);
}
