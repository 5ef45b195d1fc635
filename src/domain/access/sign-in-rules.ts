/** Settings of signing in. SEC-5 and SEC-11 give bounds; the values within them are ours. */
export type SignInRules = {
  readonly password: {
    /** Characters (SEC-5-2: at least 12), and how many of the four classes (at least 3). `most` keeps the hashing cheap. */
    readonly least: number;
    readonly most: number;
    readonly classes: number;
    /** It is none of the last so many. */
    readonly history: number;
    /** Valid for so many days (SEC-5-3: at most 90); from `remindFrom` on the person is reminded. */
    readonly validDays: number;
    readonly remindFrom: number;
    /** Hours in which the one-time password of a reset can be used. */
    readonly temporaryHours: number;
    /** Words of this house that no password may be built on. */
    readonly houseWords: readonly string[];
  };
  /** Failures in a row: seconds to wait after the first, second, …; the one after the last of them locks (SEC-11-1). */
  readonly failures: { readonly waits: readonly number[] };
  readonly session: {
    /** Without a step for so long it is locked: the password opens it again (SEC-4-6). */
    readonly idleMinutes: number;
    /** Then it is over, whatever happens. */
    readonly allHours: number;
    /** Between password and second factor. */
    readonly halfMinutes: number;
    /** Before a dangerous act the password was given within so many minutes. */
    readonly freshMinutes: number;
    /** So many of one person at once; the oldest ends. */
    readonly atOnce: number;
  };
  /** An approval of a reset can be carried out for so many hours. */
  readonly approvalHours: number;
};

/** Usual values: within the annex, and what OWASP ASVS asks of a place with personal data. */
export const USUAL_SIGN_IN: SignInRules = {
  password: {
    least: 12,
    most: 128,
    classes: 3,
    history: 12,
    validDays: 90,
    remindFrom: 76,
    temporaryHours: 24,
    houseWords: ['mimamori'],
  },
  failures: { waits: [0, 2, 4, 8] },
  session: { idleMinutes: 10, allHours: 8, halfMinutes: 10, freshMinutes: 10, atOnce: 2 },
  approvalHours: 24,
};
