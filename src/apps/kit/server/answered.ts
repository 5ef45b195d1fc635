import type { Encoded } from './encoded.ts';
import { ALWAYS } from './headers.ts';

/** Headers by name; several values of one name as a list. */
export type AnswerHeaders = Readonly<Record<string, string | readonly string[]>>;

/** What goes back over the wire, and the pattern that the log may know. */
export type Answered = {
  readonly pattern: string;
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly bytes: Uint8Array;
  /** What was thrown; the page says that it is our fault. */
  readonly broken?: unknown;
};

/** An answer with the headers that every one has. */
export function answered(
  pattern: string,
  status: number,
  headers: AnswerHeaders,
  { coding, bytes }: Encoded,
): Answered {
  return {
    pattern,
    status,
    headers: { ...ALWAYS, ...headers, ...(coding ? { 'Content-Encoding': coding } : {}) },
    bytes,
  };
}
