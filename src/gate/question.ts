import type { z } from 'zod';
import type { BatchId, CaseId, ListId } from '../domain/basics/ids.ts';
import type { CivilDate } from '../domain/basics/civil-date.ts';
import type { Instant } from '../domain/basics/instant.ts';
import type { RuleSubject } from '../domain/rules-of.ts';
import type { SheetCode } from '../domain/text/sheet-code.ts';
import type { Rules } from '../domain/rules.ts';
import type { PrintPart, Subject } from '../domain/decision.ts';
import type { FieldName } from '../security/fields.ts';
import type { Scope, Who } from '../security/access.ts';
import type { Reader } from '../store/connection.ts';
import type { PersonSearch } from '../store/search/search.ts';

/** What a question may use to find its rows. */
export type Asking = {
  readonly reader: Reader;
  readonly search: () => Promise<PersonSearch>;
  /** Opens parts of a list that wait under its key. They leave through `show`, after the reading was recorded. */
  readonly staged: (
    list: ListId,
    range: { readonly from: number; readonly to: number },
  ) => Promise<readonly { readonly part: number; readonly text: string }[]>;
  /** Opens the pages of a print file. They leave through `show`, after the reading was recorded. */
  readonly printed: (batch: BatchId, file: number) => Promise<readonly PrintPart[]>;
  readonly today: CivilDate;
  readonly now: Instant;
  readonly rules: Rules;
  readonly actor: string;
  /** Whether who asks has the whole programme with this row or the cases assigned to her. */
  readonly scope: Scope;
  /** Under which mark a printed copy is kept: a question finds it by its code, and the code is written nowhere. */
  readonly sheetMark: (code: SheetCode) => string;
};

/** A found row says whose it is, so that the gate can check the scope and open the fields. */
export type Found = object & {
  readonly subject?: Subject;
  readonly case?: CaseId;
  /** Of several values in one section only this one, such as the words of one enquiry. */
  readonly vaultItem?: string;
};

/**
 * A page of a longer list: the rows on it, how many were found in all, and the kinds of key they were searched by.
 * Without it, what was found is what is shown.
 */
export type Page<Row extends Found> = {
  readonly rows: readonly Row[];
  readonly hits: number;
  readonly kinds: readonly string[];
};

/** Fields of one subject that were opened, by field name; a withheld or empty one is absent. */
export type Fields = Readonly<Record<string, string>>;

/**
 * A question: it finds ids, the gate records the reading and commits it, then the fields are opened and shown.
 * `reading` says how it is remembered: one entry a query, one a person, or one for a frozen set.
 */
export type QuestionRow<Input, Row extends Found, Answer> = {
  readonly name: string;
  readonly says: string;
  readonly schema: z.ZodType<Input>;
  readonly who: Who;
  readonly reading: 'listed' | 'opened' | 'bulk' | 'exported' | 'none';
  readonly opens: readonly FieldName[];
  /** What it opens is of who asks, whatever her roles; a row about anybody else is left out. */
  readonly ofOneself?: true;
  /** Subjects without which the question makes no sense; see `CommandRow.needs`. */
  readonly needs?: readonly RuleSubject[];
  readonly purpose: string;
  readonly find: (asking: Asking, input: Input) => Promise<readonly Row[] | Page<Row>>;
  /** `hits`: how many were found in all. */
  readonly show: (
    rows: readonly Row[],
    fields: (row: Row) => Fields,
    input: Input,
    asking: Asking,
    hits: number,
  ) => Answer;
};

export type Question = QuestionRow<never, Found, unknown>;

declare const asked: unique symbol;

/** A question whose answer a screen may use with its type. `Given`: what is given to it, before defaults are filled in. */
export type TypedQuestion<Given, Answer> = Question & {
  readonly [asked]?: (given: Given) => Answer;
};

/** What a question answers. */
export type AnswerOf<Asked> = Asked extends TypedQuestion<never, infer Answer> ? Answer : never;

/** Writes a question down with its own types; the catalogue holds questions of all kinds side by side. */
export function question<Input, Given, Row extends Found, Answer>(
  row: QuestionRow<Input, Row, Answer> & { readonly schema: z.ZodType<Input, Given> },
): TypedQuestion<Given, Answer> {
  return row as unknown as TypedQuestion<Given, Answer>;
}
