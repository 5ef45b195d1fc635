/** What one letter says, ready to be set: every line as the ward wrote it, nothing assembled from parts. */
export type Letter = {
  readonly postcode: string;
  readonly lines: readonly string[];
  readonly name: string;
  readonly date: string;
  readonly sender: string;
  readonly body: readonly string[];
  /** Her personal code in fives, or nothing on a letter that carries none. */
  readonly code: string | null;
  readonly address: string;
  /** The token of the piece: the only thing on paper that leads back to it. */
  readonly token: string;
  readonly template: string;
};

/** A template is data of the programme: its version and its Typst source. */
export type LetterTemplate = { readonly name: string; readonly typst: string };
