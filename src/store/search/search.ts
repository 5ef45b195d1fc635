import type { CaseId, PersonId } from '../../domain/basics/ids.ts';
import type { AgreeingKey, Candidate, KeyKind, PersonKeys, PersonValues } from './person-keys.ts';

/**
 * The index of persons in memory, as it stood when it was asked for. It gives ids and warnings; whoever wants a
 * value opens the vault, and the gate remembers it. Nothing of it reaches the disk, and no entry leaves the process.
 */
export type PersonSearch = {
  readonly size: number;
  /**
   * Finds persons by what an operator typed: the beginning of a reading or name (family or given), a part of them
   * with `within`, a day of birth in any form of a ward, a telephone number or its last four digits or more, the
   * ward's number from its beginning, a town with or without number. Several words must all fit. Where nothing
   * begins so, names are looked through for the words within; `within` of the answer says that this was done.
   */
  readonly find: (
    words: string,
    how?: { readonly limit?: number; readonly within?: boolean },
  ) => FoundPersons;
  /** What kinds of key the words could be, for the log: it never holds the words. */
  readonly kindsOf: (words: string) => readonly KeyKind[];
  /** The keys under which these values are found: matching of lists makes the keys of a row with it. */
  readonly keysOf: (values: PersonValues) => PersonKeys;
  /** Every case of somebody the ledger still knows; an erased woman's is not among them. */
  readonly cases: () => ReadonlySet<CaseId>;
  /**
   * Everybody of the ledger who agrees in the ward's number, reading, telephone or whole address, and in which keys;
   * an agreeing day of birth is named too but brings nobody alone. It proposes and never merges: a decision must
   * look at what does **not** agree (twins, same name, same household). Empty keys agree with nothing.
   */
  readonly candidates: (keys: Partial<Pick<PersonKeys, AgreeingKey>>) => readonly Candidate[];
  /** What must be seen before the woman of this case is written to or telephoned. */
  readonly warningsOf: (id: CaseId) => readonly PersonWarning[];
  /** Whose case it is; nobody once she was erased. */
  readonly personOf: (id: CaseId) => PersonHit | undefined;
  /** Cases in the order of every list, by kana; whoever the ledger does not know comes last. */
  readonly inOrder: (cases: readonly CaseId[]) => readonly CaseId[];
};

/** `total` counts everybody found; `hits` are the first of them in the order of the kana. */
export type FoundPersons = {
  readonly total: number;
  readonly within: boolean;
  readonly hits: readonly PersonHit[];
};

export type PersonHit = {
  readonly person: PersonId;
  readonly cases: readonly CaseId[];
  /** Town of the registered address as the table names it; empty when not known. */
  readonly town: string;
  readonly warnings: readonly PersonWarning[];
};

/**
 * What must be seen before anybody sends or telephones: another person with the same reading or name, of the same
 * home, or born on the same day in the same home or with the same telephone.
 */
export type PersonWarning = 'same-name' | 'same-household' | 'twin';
