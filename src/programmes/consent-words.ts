import type { Approval } from '../domain/forms/form.ts';

/**
 * A text of consent explained in one language (CHI-8.3-9, 8.3-13). The Japanese text is what she agrees to and always
 * stands there; the explanation beside it goes paragraph by paragraph.
 */
export type ConsentWords = {
  /** Of the Japanese text that is explained: `sharing-with-ward/1`. */
  readonly consent: string;
  readonly approval: Approval;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly check: string;
  /** That the Japanese text counts; empty where the words are the text itself. */
  readonly note: string;
};

/** Explains this very version: a paragraph too few or too many does not compile. */
export type ConsentWordsOf<Text extends ConsentShape> = Omit<ConsentWords, 'consent' | 'paragraphs'> & {
  readonly consent: `${Text['text']}/${Text['version']}`;
  readonly paragraphs: OneForEach<Text['paragraphs']>;
};

type ConsentShape = {
  readonly text: string;
  readonly version: string;
  readonly paragraphs: readonly string[];
};

type OneForEach<Paragraphs extends readonly string[]> = { readonly [Index in keyof Paragraphs]: string };
