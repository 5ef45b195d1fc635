import type { Movement } from '../facts/governance.ts';

/** Settings of the register of hand-overs (B-06). */
export type HandOverRules = {
  /** Movements that are a transport of our own: who, by which way and means, whom to call (PII-9-5). */
  readonly planFor: readonly Movement[];
  /** Ways of handing over that the contract names (CHI-8.1-2); any other one needs its reason in the register. */
  readonly usualMethods: readonly string[];
  /** What was taken out is back by this time of its day, HH:MM; later it is an alarm (PII-9-2). */
  readonly backByTime: string;
};
