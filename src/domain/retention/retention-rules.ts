/** What is kept for a time, in the words of the disposal application. */
export type RetentionClass =
  | 'person-data'
  | 'questionnaires'
  | 'papers'
  | 'journal'
  | 'access-log'
  | 'list-keys'
  | 'print-files'
  | 'generations';

/** How long one class is kept, and how it goes (B-19). */
export type RetentionRule = {
  readonly class: RetentionClass;
  /**
   * From when the time counts: the last day of the contract; the end of the fiscal year in which the business was
   * completed (VOU-1.4-1); the day of each entry (SEC-17-7); the day on which a list was committed or discarded, a
   * batch closed; the day of a generation.
   */
  readonly from:
    | 'contract-end'
    | 'completion-year-end'
    | 'entry'
    | 'list-settled'
    | 'batch-closed'
    | 'generation';
  readonly keep: { readonly years: number } | { readonly days: number };
  /** It must be kept so long: an earlier disposal is refused. Otherwise the ward may consent to an earlier one. */
  readonly least: boolean;
  /**
   * `disposal`: never without the ward's consent (B-10, PII-12-2). `clock`: a key is destroyed on the date (design 1).
   * `backup`: the eighth generation goes when a new one stands (SEC-12-2).
   */
  readonly by: 'disposal' | 'clock' | 'backup';
  /** Carried out as an erasure of persons: its certificate belongs to the pledge (PII-12-4). */
  readonly byErasure?: true;
};

/** Settings of keeping and disposing. */
export type RetentionRules = {
  readonly classes: readonly RetentionRule[];
  /** The application to dispose is due so many days before the end, and shown from so many. */
  readonly askDaysBefore: number;
  readonly askShownDaysBefore: number;
  /** A repeated command is known as the same for so many days (design 3). */
  readonly repeatDays: number;
};
