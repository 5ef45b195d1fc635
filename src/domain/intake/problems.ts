/**
 * Everything that can be wrong with a list of the ward, by code (CHI-8.1-1 to 8.1-3, AMB-45).
 * No problem holds a personal value: line, column and kind of fault are printed, never what stood in the cell.
 * A code without a sentence in `programmes/words/intake-problems.ts` does not compile.
 */
export type RowProblem = {
  /** Line of the file in which the record begins; the header is line 1. */
  readonly line: number;
  /** Name of the column as the ward's form calls it. */
  readonly column?: string;
  readonly code: RowProblemCode;
  /** Another line that belongs to it: the twin of a number that stands twice. */
  readonly otherLine?: number;
};

/** What can be wrong with one row. Whether it refuses the row, asks or only notes depends on the column. */
export type RowProblemCode =
  // the shape of the row
  | 'cell-count'
  | 'header-repeated'
  | 'total-row'
  | 'last-line-unended'
  | 'number-repeated'
  // any cell
  | 'blank'
  | 'cell-too-long'
  | 'control-character'
  | 'line-feed'
  | 'replacement-character'
  | 'gaiji'
  | 'character-lost'
  // what a spreadsheet does to cells
  | 'ditto-mark'
  | 'excel-error'
  | 'excel-overflow'
  | 'scientific-number'
  | 'date-serial'
  | 'number-became-date'
  | 'leading-zero-lost'
  | 'apostrophe'
  | 'honorific'
  // one column
  | 'reference-unreadable'
  | 'kana-not-kana'
  | 'date-unreadable'
  | 'date-year-unclear'
  | 'date-does-not-exist'
  | 'birth-date-implausible'
  | 'notified-implausible'
  | 'month8-outside-list-months'
  | 'postcode-unreadable'
  | 'phone-unreadable'
  | 'address-not-in-ward'
  | 'house-number-missing'
  | 'room-missing'
  | 'flag-unreadable'
  | 'count-unreadable'
  | 'language-unknown'
  | 'protection-blank'
  | 'protected-way-undecided'
  | 'mail-way-unreadable'
  | 'designated-address-missing'
  | 'mail-address-unused'
  | 'origin-unreadable'
  | 'designation-scope-unreadable'
  | 'residence-day-after-list'
  // a row of a recall of insured persons
  | 'sex-unreadable'
  | 'history-unreadable'
  | 'screening-unreadable'
  | 'not-recalled'
  | 'attended-ahead'
  // a row of the changes list
  | 'change-kind-unknown'
  | 'change-date-missing'
  | 'new-address-missing'
  | 'new-name-missing'
  | 'new-due-date-missing'
  | 'protection-end-needs-ward';

/** Why a whole file was sent back. Nothing of it is staged. */
export type FileRefusal =
  | { readonly type: PlainFileRefusal }
  | { readonly type: 'several-files-inside'; readonly names: readonly string[] }
  | { readonly type: 'too-large'; readonly limit: number }
  | { readonly type: 'inflates-too-much'; readonly limit: number }
  | {
      readonly type: 'broken-byte';
      readonly encoding: ListEncoding;
      readonly line: number;
      /** Offset in the unpacked file, the first byte is 0. */
      readonly byte: number;
    }
  | { readonly type: 'nul-byte' | 'quote-broken' | 'half-file'; readonly line: number }
  | { readonly type: 'columns-missing' | 'columns-repeated'; readonly columns: readonly string[] }
  | { readonly type: 'too-many-rows'; readonly limit: number }
  | { readonly type: 'row-count-differs'; readonly expected: number; readonly found: number }
  | {
      readonly type: 'too-many-refused';
      readonly rows: number;
      readonly refused: readonly RefusedRow[];
    };

/** Refusals of a file that need no value to be told. */
export type PlainFileRefusal =
  | 'empty-file'
  | 'not-encrypted'
  | 'unknown-container'
  | 'excel-book'
  | 'password-missing'
  | 'wrong-password'
  | 'wrong-password-or-damaged'
  | 'damaged'
  | 'encryption-unsupported'
  | 'compression-unsupported'
  | 'no-file-inside'
  | 'unsafe-entry-name'
  | 'nested-archive'
  | 'age-not-by-passphrase'
  | 'age-work-factor'
  | 'utf16-without-mark'
  | 'not-comma-separated'
  | 'line-ends-unknown'
  | 'no-header'
  | 'no-rows'
  /** A kind of list that this programme does not take. */
  | 'kind-unknown-here';

export type ListEncoding = 'cp932' | 'utf-8' | 'utf-16le' | 'utf-16be';

/** A row that was not taken in: a woman without a letter, or a change that was not made. The ward is asked. */
export type RefusedRow = {
  readonly line: number;
  /** The ward's number where it could be read: to find the case whose post must be held. Never printed. */
  readonly reference?: string;
  readonly problems: readonly RowProblem[];
};

/**
 * A question that does not keep the list from being committed: the row is taken in, a case opens,
 * but nothing is printed for it until the ward has answered (AMB-56, ward's lists, 支援措置).
 */
export function mayWaitForPrint(code: RowProblemCode): boolean {
  return code === 'protected-way-undecided';
}
