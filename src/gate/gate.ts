import type { Ids, PersonId } from '../domain/basics/ids.ts';
import type { Instant } from '../domain/basics/instant.ts';
import type { SheetCode } from '../domain/text/sheet-code.ts';
import type { Rules } from '../domain/rules.ts';
import type { RecordedFact } from '../domain/facts.ts';
import type { DrawSecrets } from '../security/draw-secrets.ts';
import type { KeyRing } from '../security/programme-key.ts';
import type { Database } from '../store/connection.ts';
import type { Projection } from '../store/projection.ts';
import type { PersonSearch } from '../store/search/search.ts';
import type { Command } from './command.ts';
import type { Question } from './question.ts';

/** What the gate of one place stands on. Everything that differs between places and tests arrives here as a value. */
export type GateParts = {
  readonly database: Database;
  readonly ring: () => KeyRing;
  /** Reads the living keys anew, after another process changed the epoch. */
  readonly refreshKeys: () => Promise<void>;
  /** Told after the commit which persons were erased, for what holds them in memory. */
  readonly onForgotten?: (persons: readonly PersonId[]) => void;
  readonly now: () => Instant;
  readonly ids: Ids;
  /** Codes and tokens of printed copies: drawn of the system's generator, in a simulation of its seed. */
  readonly secrets: DrawSecrets;
  /** Under which mark the printed copy with this code at its foot is kept. */
  readonly sheetMark: (code: SheetCode) => string;
  /** Told after the commit what was written, in order, for what keeps a picture of it in memory. */
  readonly onFacts?: (facts: readonly RecordedFact[]) => void;
  readonly rules: Rules;
  readonly commands: ReadonlyMap<string, Command>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly projections: readonly Projection[];
  /** The index in memory, brought up to date. */
  readonly search: () => Promise<PersonSearch>;
};

/** Who stands before the gate. `second` is the other person of a two-person act. */
export type By = {
  readonly actor: string;
  readonly second?: string;
  /** Repeating a command with the same key changes nothing and gives the same answer. */
  readonly key?: string;
  readonly screen?: string;
};
