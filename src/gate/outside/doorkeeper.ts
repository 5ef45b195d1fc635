import type { Instant } from '../../domain/basics/instant.ts';
import { networkMarks } from '../../security/network-mark.ts';
import { counterOf, type Measure, type OutsideLimits } from './limits.ts';
import type { Wait } from './outside-gate.ts';

/** Counts by network address and its surroundings, in memory and under a keyed hash. */
export type Doorkeeper = {
  readonly pass: (act: 'begin' | 'wrong' | 'open', from: string, now: Instant) => Wait | undefined;
  /** The try was right after all. */
  readonly takeBack: (act: 'wrong', from: string) => void;
};

export function doorkeeper(secret: Uint8Array, limits: OutsideLimits): Doorkeeper {
  const pair = ({ address, network }: { readonly address: Measure; readonly network: Measure }) => ({
    address: counterOf(address),
    network: counterOf(network),
  });
  const counters = { begin: pair(limits.begin), wrong: pair(limits.wrong), open: pair(limits.open) };
  return {
    pass: (act, from, now) => {
      const { address, network } = networkMarks(secret, from);
      const until = counters[act].address.count(address, now) ?? counters[act].network.count(network, now);
      return until && { result: 'wait', until };
    },
    takeBack: (act, from) => {
      const { address, network } = networkMarks(secret, from);
      counters[act].address.takeBack(address);
      counters[act].network.takeBack(network);
    },
  };
}
