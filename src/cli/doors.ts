import type { ExitCode } from './exit-code.ts';
import type { CivilDate } from '../domain/basics/civil-date.ts';
import type { Result } from '../domain/basics/result.ts';
import type { Call, Receipt } from '../gate/execute.ts';
import type { By, GateParts } from '../gate/gate.ts';
import type { GateRefusal } from '../gate/refusal.ts';
import type { Programme } from '../programmes/programme.ts';

/** A damage or difference as `verify` and `rebuild --check` report it. */
export type Report = { readonly ok: boolean };

/** How a long task tells how far it is. */
export type Progress = (task: string, done: number, total: number) => void;

/** An open place, as far as commands need it. `start.ts` makes it from the real one. */
export type PlaceDoor = {
  readonly programme: Programme;
  readonly tryout: boolean;
  readonly where: string;
  readonly parts: GateParts;
  readonly execute: (calls: readonly Call[], by: By) => Promise<Result<Receipt, GateRefusal>>;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
  readonly exportJournal: (
    by: By,
    options: { readonly statistics: boolean },
    write: (line: string) => Promise<void>,
  ) => Promise<Result<{ readonly facts: number; readonly unsealed: number }, GateRefusal>>;
  readonly verify: () => Promise<Report>;
  readonly rebuild: (options: { readonly check: boolean }) => Promise<Report>;
  readonly backup: (by: By, dirs: readonly string[], progress: Progress) => Promise<Result<object, Problem>>;
  /** Without an order: finishes what an interruption left undone. */
  readonly erase: (
    by: By,
    order: { readonly cases: readonly string[]; readonly ref: string } | undefined,
    progress: Progress,
  ) => Promise<Result<object, Problem>>;
  readonly close: () => Promise<void>;
};

/** Why a task of the place itself did not go through: a code and what to do, in Japanese. */
export type Problem = { readonly type: string; readonly sentence: string };

/** Everything a command may need from outside its room, handed over as values by `start.ts`. */
export type Doors = {
  readonly programmes: readonly Programme[];
  readonly today: () => CivilDate;
  readonly open: (dataDir: string, programme: string | undefined) => Promise<Result<PlaceDoor, Problem>>;
  readonly init: (wish: {
    readonly dataDir: string;
    readonly programme: string;
    readonly tryout: boolean;
    readonly secondPlace?: string;
    readonly people: readonly FirstPerson[];
  }) => Promise<Result<PlaceDoor, Problem>>;
  /** Lives a year in a process of its own, with a clock of its own; a simulation itself has no such door. */
  readonly simulate?: (wish: SimulateWish) => Promise<ExitCode>;
  readonly restore: (wish: RestoreWish, progress: Progress) => Promise<Result<object, Problem>>;
};

/** What is to be lived, and where it is left. */
export type SimulateWish = {
  readonly programme: string;
  readonly year: number;
  readonly people: number;
  readonly seed: number;
  readonly out: string;
  /** Where the place lies; without it below `out`, as `data`. */
  readonly data?: string;
  readonly secondPlace?: string;
  readonly json: boolean;
  /** Says nothing of what came of it: whoever asked does. */
  readonly quiet?: boolean;
  /** How many threads set letters and papers: it changes no byte. */
  readonly workers?: number;
  /** The last day that is lived; without it two years after the contract. */
  readonly until?: CivilDate;
};

export type RestoreWish = {
  readonly from: string;
  readonly dataDir: string;
  readonly programme?: string;
  readonly keys?: string;
  readonly secondPlace?: string;
  readonly mirror?: string;
  readonly generation?: string;
};

/** Somebody whose account `init` opens. */
export type FirstPerson = {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly string[];
};
