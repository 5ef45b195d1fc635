import type { z } from 'zod';
import type { Context } from '../domain/context.ts';
import type { Decision, Subject } from '../domain/decision.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { RuleSubject } from '../domain/rules-of.ts';
import type { StateByKind, StreamRef } from '../domain/streams.ts';
import type { DrawSecrets } from '../security/draw-secrets.ts';
import type { FieldName } from '../security/fields.ts';
import type { Who } from '../security/access.ts';
import type { Reader } from '../store/connection.ts';
import type { Gathering } from './gathering.ts';

/** The streams a command is decided on, by a name of the row's own: `{ case: caseStream(input.case) }`. */
export type Streams = Readonly<Record<string, StreamRef>>;

/** Their states under the same names. Before the compiler knows the names it must not reject a decision: `never`. */
export type States<S extends Streams> = string extends keyof S
  ? never
  : { readonly [Name in keyof S]: StateByKind[NonNullable<S[Name]>['kind']] };

/** Fields of one subject that a decision needs. `answers.*` stands for all fields of a section. */
export type Knows<Input> = {
  readonly of: (input: Input) => Subject;
  readonly fields: readonly FieldName[];
  readonly as?: string;
};

/**
 * A row of the gate: everything there is to say about a command. Who may give it, on what it is decided, which fields
 * of the vault the decision opens, the decision itself, and the words under which the access log remembers it.
 */
export type CommandRow<Input, S extends Streams> = {
  /** `subject.verb`. */
  readonly name: string;
  /** One English sentence for `mimamori commands` and the access table. */
  readonly says: string;
  readonly schema: z.ZodType<Input>;
  readonly who: Who;
  /**
   * Adds to the input which streams a thing consists of (the cases of a batch), read from a projection before anything
   * is locked. It only names streams; the decision, with all of them locked, refuses when one is missing.
   */
  readonly completes?: (reader: Reader, input: NoInfer<Input>) => Promise<Input>;
  readonly streams: (input: NoInfer<Input>) => S;
  /** One entry, or several when two persons are compared: `as: 'ledger'` gives `known['ledger:identity.kana']`. */
  readonly knows?: Knows<Input> | readonly Knows<Input>[];
  /**
   * Holds the programme lock alone (every other command holds it shared): while it reads and decides nothing is written,
   * and what it has read is all there is. Only for what must see the whole journal, such as the closing of a month.
   */
  readonly alone?: true;
  /** Adds to the input what is read inside the transaction, under its locks: a count of the journal, a frozen set. */
  readonly gathers?: (gathering: Gathering, input: NoInfer<Input>, state: States<S>) => Promise<Input>;
  /** Says no only with what stands in the joint of all refusals: one that is not there would have no sentence. */
  readonly decide: (
    state: States<S>,
    input: NoInfer<Input>,
    context: Context,
    /** For the row that prints: what no decision may make up (codes and tokens). */
    secrets: DrawSecrets,
  ) => Decision | Refusal;
  /**
   * Prints, numbers or sends something. Refused after a restore until a person has entered what left the house since
   * (design 2, Courier): what is not in the restored journal may still have been posted.
   */
  readonly leavesHouse?: true;
  /**
   * A step of something larger that our own code does for the person who began it, such as reading in a file. Not given
   * from a browser: a person could else put into a list what stood in no file.
   */
  readonly step?: true;
  /** Subjects without which the row makes no sense: a programme that has them not has not the row either. */
  readonly needs?: readonly RuleSubject[];
  /** Purpose as it stands in the access log (B-15). */
  readonly remembers: string;
};

/** A row whose input and streams only the row itself knows. */
export type Command = CommandRow<never, Streams>;

declare const given: unique symbol;

/** A row whose input a screen can make with its type. `Given`: before defaults are filled in. */
export type TypedCommand<Given> = Command & { readonly [given]?: (given: Given) => void };

/** Writes a row down with its own types; the catalogue holds rows of all kinds side by side. */
export function command<Input, Given, const S extends Streams>(
  row: CommandRow<Input, S> & { readonly schema: z.ZodType<Input, Given> },
): TypedCommand<Given> {
  return row as unknown as TypedCommand<Given>;
}
