import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { InsidePart } from './inside-part.ts';

/**
 * `portal.changed`: cases whose capsules may have to be written anew. Asked by `system:courier`; it keeps no state, the
 * courier does: what it was told as `upTo` and `day` is `since` and `day` of its next round.
 */
export type ChangedAsk = {
  /** Place in the journal up to which the last round saw everything; 0 or absent gives every case that has a link. */
  readonly since?: number | undefined;
  /** The day of the last round: cases whose part changes by the mere passing of a day since then are given too. */
  readonly day?: CivilDate | undefined;
  /** The following pages of one round name the `upTo` of its first one, and the last case that they were given. */
  readonly upTo?: number | undefined;
  readonly after?: CaseId | undefined;
  /** At most 1000, usually 500. */
  readonly limit?: number | undefined;
};

/** A page of cases in the order of their ids. `next` is there when another page follows: it is its `after`. */
export type ChangedPage = {
  readonly upTo: number;
  readonly day: CivilDate;
  /** `version` is that of the case's stream. A case changed by the calendar has the version it had before. */
  readonly cases: readonly { readonly case: CaseId; readonly version: number }[];
  readonly next?: CaseId | undefined;
};

/** `portal.parts`: for at most 500 cases what is to lie in their capsules now. The reading is recorded as one frozen set. */
export type CapsulesOfCase = {
  readonly case: CaseId;
  readonly version: number;
  /** Codes that open something: posted and not revoked. `key` is the capsule key, base64. */
  readonly living: readonly { readonly locator: string; readonly key: string }[];
  /** Codes that open nothing any more, for ever. One that a loss closed is not among them: it lives and speaks of grief. */
  readonly revoked: readonly string[];
  readonly part: PartToSend;
};

/** The inside part as the case is now; the courier gives it its number. */
export type PartToSend = Omit<InsidePart, 'n'>;
