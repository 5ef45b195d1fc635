import type { Rules } from '../domain/rules.ts';
import type { ProgrammePapers } from './programme-papers.ts';
import type { ProgrammePortal } from './programme-portal.ts';

/**
 * One version of a letter as data: its words, and the Typst source that sets them. The source defines `sheet(it, words)`,
 * may import what the print room offers as `/letter-frame.typ`, and makes exactly `pages` pages of every letter.
 */
export type LetterTemplate = {
  /** As it stands in the foot of every sheet and in `piece.printed`: `notice-1`. */
  readonly name: string;
  readonly pages: 1 | 2;
  readonly typst: string;
  readonly words: Readonly<Record<string, string | readonly string[]>>;
};

/** What a municipality ordered, as data and words. The engine knows programmes by this shape only. */
export type Programme = {
  /** As in `mimamori init --programme ID`. */
  readonly id: string;
  /** Official title, as printed on reports and forms (CHI-1-1). */
  readonly title: string;
  readonly municipality: { readonly name: string; readonly code: string };
  readonly rules: Rules;
  /** Every version of every letter; which are approved and in force is a rule of mailing (CHI-8.15-1). */
  readonly letters: readonly LetterTemplate[];
  /** The version of the letter to a woman whose package waits while she is abroad (CHI-8.8-10). */
  readonly overseasLetter?: string;
  /** Papers of the office (section 9 and 10 of the specification); a programme without a contractor's office has none. */
  readonly papers?: ProgrammePapers;
  /** What residents see on the internet (CHI-8.16); a programme without a portal has none. */
  readonly portal?: ProgrammePortal;
};
