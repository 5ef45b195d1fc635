import type { ExitCode } from './exit-code.ts';
import type { CivilDate } from '../domain/basics/civil-date.ts';
import type { AccountId, RequestId } from '../domain/basics/ids.ts';
import type { Result } from '../domain/basics/result.ts';
import type { CourierStopped, RoundTally } from '../exchange/courier/courier-parts.ts';
import type { Call, Receipt } from '../gate/execute.ts';
import type { By, GateParts } from '../gate/gate.ts';
import type { GateRefusal } from '../gate/refusal.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Output } from './output.ts';

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
  /** Carries out an approved reset: the password that works once, shown here and kept nowhere. */
  readonly resetPassword: (
    by: By,
    wish: { readonly account: AccountId; readonly reset: RequestId },
  ) => Promise<Result<{ readonly temporary: string }, GateRefusal>>;
  /** Leaves the town of a try-out place standing at this moment, until somebody opens it and its time goes by again. */
  readonly standStill: () => Promise<void>;
  /** One round of the courier. It waits, after a restore, until a person has confirmed what left the house. */
  readonly courier: (way: CourierWay) => Promise<Result<RoundTally, CourierStopped | Problem>>;
  readonly close: () => Promise<void>;
};

/** Over the line of the place (or another address), or with a medium in a folder. */
export type CourierWay =
  | { readonly way: 'line'; readonly url?: string }
  | { readonly way: 'export' | 'import'; readonly dir: string };

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
  /** Runs the zones of a place until it is told to stop; a simulation has no such door. */
  readonly serve?: (wish: ServeWish, out: Output) => Promise<ExitCode>;
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
  /** Leaves the portal seats to give, and three letters in a file with which somebody may try it. */
  readonly toTry?: boolean;
};

/** Which zones are to run, and where they are found. What is not said stands in the place's own files. */
export type ServeWish = {
  readonly dataDir: string;
  readonly programme?: string;
  /** `all`: one process for each zone, each begun again when it dies. */
  readonly zone: 'all' | 'outside' | 'inside';
  readonly deskPort: number;
  readonly portal: PortalWish;
  /** Where the inside finds the outside when that is on another machine: `https://host:port`. */
  readonly courier?: string;
};

export type PortalWish = {
  readonly host?: string;
  readonly port?: number;
  readonly courierPort?: number;
  /** The public address, when a proxy stands before it. */
  readonly origin?: string;
  /** Files in PEM: the portal ends TLS itself. */
  readonly tlsCert?: string;
  readonly tlsKey?: string;
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
