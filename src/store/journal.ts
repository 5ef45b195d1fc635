import type { Instant } from '../domain/basics/instant.ts';
import type { Actor } from '../domain/facts/fact.ts';
import type { NewFact, RecordedFact } from '../domain/facts.ts';
import type { FactId } from '../domain/basics/ids.ts';
import type { Statement, Writer } from './connection.ts';

/** A fact on its way into a stream, with the very line that will stand there. */
export type JournalLine = {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly line: string;
};

const APPEND: Statement = {
  name: 'journal-append',
  text: `insert into fact (stream, version, type, line)
         select * from unnest($1::text[], $2::int[], $3::text[], $4::text[])`,
};

const ADVANCE: Statement = {
  name: 'journal-advance',
  text: `update stream_head h set version = n.version
         from unnest($1::text[], $2::int[]) as n (stream, version) where h.stream = n.stream`,
};

/** Writes lines down in order and moves the heads of their streams; `unique (stream, version)` refuses a lost race. */
export async function append(writer: Writer, lines: readonly JournalLine[]): Promise<void> {
  if (lines.length === 0) return;
  const heads = new Map(lines.map((line) => [line.stream, line.version]));
  await Promise.all([
    writer.rows(APPEND, [
      lines.map((line) => line.stream),
      lines.map((line) => line.version),
      lines.map((line) => line.type),
      lines.map((line) => line.line),
    ]),
    writer.rows(ADVANCE, [[...heads.keys()], [...heads.values()]]),
  ]);
}

/** Gives a fact its id, moments and actor, in the order in which the export prints them. */
export function record(
  fact: NewFact,
  written: { readonly id: FactId; readonly recordedAt: Instant; readonly actor: Actor },
): RecordedFact {
  const { type, at, ...payload } = fact;
  return {
    id: written.id,
    type,
    v: 1,
    at: at ?? written.recordedAt,
    recordedAt: written.recordedAt,
    actor: written.actor,
    ...payload,
  } as RecordedFact;
}

/** The line of a fact. A journal holds codes, dates and amounts: text in any other alphabet is a mistake of ours. */
export function lineOf(fact: RecordedFact): string {
  const line = JSON.stringify(fact);
  if (!ONLY_CODES.test(line))
    throw new Error(`A fact of type ${fact.type} carries something that is not a code`);
  return line;
}

const ONLY_CODES = /^[\x20-\x7e]*$/;

/** Reads a line back. Lines are written by `lineOf` only and sealed; what does not parse is damage and stops. */
export function factOf(line: string): RecordedFact {
  const fact: RecordedFact = JSON.parse(line);
  if (typeof fact.id !== 'string' || typeof fact.type !== 'string')
    throw new Error('A line of the journal is damaged');
  return fact;
}
