import type { CivilDate } from './basics/civil-date.ts';
import type { AccountId, Ids } from './basics/ids.ts';
import type { Instant } from './basics/instant.ts';
import type { Actor } from './facts/fact.ts';
import type { Rules } from './rules.ts';

/** What a decision may know beside the state: the moment, who acts, new names, the programme's rules, and opened vault fields. */
export type Context = {
  readonly now: Instant;
  /** The day in Japan of `now`. */
  readonly today: CivilDate;
  readonly actor: Actor;
  /** The second person of a two-person act, already checked to be another one with the right to it. */
  readonly second?: AccountId;
  readonly ids: Ids;
  readonly rules: Rules;
  /** Fields the gate row names, opened and recorded for this command: `known['identity.name']`. Absent when she has none. */
  readonly known: Readonly<Record<string, string>>;
};
