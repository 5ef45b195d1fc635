import type { Rules } from '../domain/rules.ts';

/** One version of a letter: its words, and the Typst source that sets them on A4. */
export type LetterText = {
  readonly name: string;
  readonly typst: string;
  readonly sender: string;
  readonly body: readonly string[];
  /** Where her code is entered, as printed. */
  readonly address: string;
};

/** What a municipality ordered, as data and words. The engine knows programmes by this shape only. */
export type Programme = {
  /** As in `mimamori init --programme ID`. */
  readonly id: string;
  /** Official title, as printed on reports and forms (CHI-1-1). */
  readonly title: string;
  readonly municipality: { readonly name: string; readonly code: string };
  readonly rules: Rules;
  /** The text of each kind of letter that is in force, by kind of piece. */
  readonly letters: Readonly<Record<string, LetterText | undefined>>;
};
