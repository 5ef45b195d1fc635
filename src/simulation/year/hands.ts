import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Ids } from '../../domain/basics/ids.ts';
import type { Result } from '../../domain/basics/result.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import type { Rules } from '../../domain/rules.ts';
import { executeEach } from '../../gate/execute-each.ts';
import type { Call, Receipt } from '../../gate/execute.ts';
import type { By, GateParts } from '../../gate/gate.ts';
import { CHUNK } from '../../gate/job.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Programme } from '../../programmes/programme.ts';
import { seededChance, type Chance } from '../chance.ts';
import type { Book } from './book.ts';
import type { Clock } from './clock.ts';
import { mixedSeed } from './seeded-ids.ts';

/** The open place, as far as the people of a simulated year reach into it. */
export type YearDoor = {
  readonly programme: Programme;
  readonly parts: GateParts;
  readonly execute: (calls: readonly Call[], by: By) => Promise<Result<Receipt, GateRefusal>>;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
};

/** A command that somebody tries; the refusals in `may` are what a person can be told on such a day. */
export type Try = { readonly call: Call; readonly may?: readonly string[] };

/** Who acts and, for an act of two, with whom. */
export type Actor = { readonly actor: string; readonly second?: string };

/** What every office of the year acts with. Whatever it does passes the gate. */
export type Hands = {
  readonly door: YearDoor;
  readonly programme: Programme;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly book: Book;
  readonly ids: Ids;
  /** A chance of its own for each word: what one office draws moves no other. */
  readonly chanceFor: (word: string) => Chance;
  /** Carries commands out, all of them, in transactions of at most 250. Any refusal ends the simulation. */
  readonly act: (by: Actor, calls: readonly Call[]) => Promise<readonly RecordedFact[]>;
  /** Carries out as many as can be; gives the refusal of each place that was told no. An unexpected no ends the simulation. */
  readonly tryEach: (by: Actor, tries: readonly Try[]) => Promise<ReadonlyMap<number, GateRefusal>>;
  readonly ask: <Answer>(by: Actor, question: string, input: object) => Promise<Answer>;
  /** How often somebody was told no, by row and code. */
  readonly toldNo: ReadonlyMap<string, number>;
};

/** A refusal that nobody reckoned with: the simulation ends and says which row refused whom, why, and when. */
export class Surprise extends Error {
  readonly row: string;
  readonly refusal: GateRefusal;
  readonly on: CivilDate;
  constructor(row: string, by: Actor, refusal: GateRefusal, on: CivilDate) {
    super(`${on}: ${row} by ${by.actor} was refused: ${JSON.stringify(refusal)}`);
    this.row = row;
    this.refusal = refusal;
    this.on = on;
  }
}

export function handsOf(door: YearDoor, clock: Clock, book: Book, seed: number): Hands {
  const toldNo = new Map<string, number>();
  const surprised = (row: string, by: Actor, refusal: GateRefusal) =>
    new Surprise(row, by, refusal, clock.today());
  return {
    door,
    programme: door.programme,
    rules: door.parts.rules,
    clock,
    book,
    ids: door.parts.ids,
    chanceFor: (word) => seededChance(mixedSeed(seed, word)),
    act: async (by, calls) => {
      const facts: RecordedFact[] = [];
      for (let first = 0; first < calls.length; first += CHUNK) {
        const chunk = calls.slice(first, first + CHUNK);
        const done = await door.execute(chunk, by);
        if (!done.ok) throw surprised([...new Set(chunk.map(({ row }) => row))].join(', '), by, done.error);
        facts.push(...done.value.facts);
      }
      return facts;
    },
    tryEach: async (by, tries) => {
      const refused = new Map<number, GateRefusal>();
      for (let first = 0; first < tries.length; first += CHUNK) {
        const chunk = tries.slice(first, first + CHUNK);
        const calls = chunk.map(({ call }) => call);
        const done = await executeEach(door.parts, calls, by, () => Promise.resolve());
        if (!done.ok) throw surprised('a list of commands', by, done.error);
        for (const [at, refusal] of done.value.refused) {
          const { call, may = [] } = chunk[at] ?? { call: { row: 'command', input: {} } };
          if (!may.includes(refusal.refused)) throw surprised(call.row, by, refusal);
          const key = `${call.row} ${refusal.refused}`;
          toldNo.set(key, (toldNo.get(key) ?? 0) + 1);
          refused.set(first + at, refusal);
        }
      }
      return refused;
    },
    ask: async <Answer>(by: Actor, question: string, input: object) => {
      const answer = await door.ask(question, input, by);
      if (!answer.ok) throw surprised(question, by, answer.error);
      return answer.value as Answer;
    },
    toldNo,
  };
}
