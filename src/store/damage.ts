/** One thing that is not as it was written, in words an auditor can follow. `at` is a number in the chain or a row. */
export type Damage = {
  readonly book: 'journal' | 'access' | 'vault' | 'anchors';
  readonly at: string;
  readonly what: string;
};
