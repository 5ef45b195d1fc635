import { addDays, type CivilDate } from '../basics/civil-date.ts';
import { dayOfInstant, type Instant } from '../basics/instant.ts';
import type { RecordedFact } from '../facts.ts';

/** With which outside the courier speaks, from which numbers on, and the keys under which messages are sealed. */
export type CourierBook = {
  readonly chapter?: Chapter;
  readonly keys: readonly RecipientKey[];
};

export type Chapter = {
  readonly chapter: number;
  readonly born: string;
  readonly outward: number;
  readonly inward: number;
  readonly listed: number;
};

/** Named by the first 16 hexadecimal digits of the SHA-256 of its public half. Messages are sealed under it until `until`. */
export type RecipientKey = {
  readonly key: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly destroyed?: CivilDate;
};

/**
 * Days in the life of a recipient key: a new one comes every week; the older is good for two days longer, as long as a
 * courier may be silent; its private half opens what comes late for 30 days more (design 2).
 */
export const KEY_LIFE = { renewed: 7, used: 9, after: 30 };

export const noCourierBook: CourierBook = { keys: [] };

export function evolveCourierBook(state: CourierBook, fact: RecordedFact): CourierBook {
  switch (fact.type) {
    case 'courier.chapter-begun': {
      const { chapter, born, outward, inward, listed } = fact;
      return { ...state, chapter: { chapter, born, outward, inward, listed } };
    }
    case 'courier.key-made': {
      const { key, from, until } = fact;
      return { ...state, keys: [...state.keys, { key, from, until }] };
    }
    case 'courier.key-destroyed':
      return {
        ...state,
        keys: state.keys.map((one) => (one.key === fact.key ? { ...one, destroyed: fact.on } : one)),
      };
    default:
      return state;
  }
}

/** From which day on the private half must be gone. */
export function destroyedFrom({ until }: Pick<RecipientKey, 'until'>): CivilDate {
  return addDays(dayOfInstant(until), KEY_LIFE.after);
}

/** One bundle as the journal tells it. */
export type Bundle =
  | {
      readonly way: 'out';
      readonly chapter: number;
      readonly n: number;
      readonly digest: string;
      readonly taken: number;
      readonly secured: number;
      readonly snapshot?: 'first' | 'more' | 'last';
      readonly upTo?: number;
      readonly day?: CivilDate;
      readonly at: Instant;
    }
  | { readonly way: 'in'; readonly chapter: number; readonly n: number; readonly digest: string }
  | { readonly way: 'none' };

export const noBundle: Bundle = { way: 'none' };

export function evolveBundle(state: Bundle, fact: RecordedFact): Bundle {
  switch (fact.type) {
    case 'courier.bundle-made': {
      const { chapter, n, digest, taken, secured, snapshot, at, upTo, day } = fact;
      const seen = { ...(upTo === undefined ? {} : { upTo }), ...(day ? { day } : {}) };
      return {
        way: 'out',
        chapter,
        n,
        digest,
        taken,
        secured,
        at,
        ...(snapshot ? { snapshot } : {}),
        ...seen,
      };
    }
    case 'courier.bundle-taken': {
      const { chapter, n, digest } = fact;
      return { way: 'in', chapter, n, digest };
    }
    default:
      return state;
  }
}
