import type { CivilDate } from '../domain/basics/civil-date.ts';
import { daysBetween } from '../domain/basics/civil-date.ts';
import type { CaseId } from '../domain/basics/ids.ts';
import type { DateRange } from '../domain/calendar/date-range.ts';
import { daysOfWeeks } from '../domain/calendar/pregnancy.ts';
import { insidePartOf } from '../domain/portal/inside-part-of.ts';
import type { CaseState } from '../domain/case.ts';
import type { OpenedLetter } from '../exchange/papers/open-letters.ts';
import type { Context } from '../domain/context.ts';
import type { People } from './year/people.ts';

/** A letter of an invented woman with which somebody may try the portal. Kept in a file only because she does not exist. */
export type LetterToTry = {
  readonly who: 'not-opened' | 'booked' | 'visited';
  /** Five fours, as it stands on the letter. */
  readonly code: string;
  readonly birthDate: CivilDate;
};

/** Which codes were printed, by copy; the last one of a woman is the one she has at home. */
export type PrintedCodes = {
  readonly hear: (letters: readonly OpenedLetter[]) => void;
  readonly of: (piece: string, copy: number) => string | undefined;
};

export function printedCodes(): PrintedCodes {
  const codes = new Map<string, string>();
  return {
    hear: (letters) => {
      for (const { piece, copy, letter } of letters) {
        if (letter.code) codes.set(`${piece}.${copy}`, letter.code);
      }
    },
    of: (piece, copy) => codes.get(`${piece}.${copy}`),
  };
}

/**
 * Three letters, each of a woman at another point: she who is just reaching her 8th month and has told nothing yet, one who
 * holds a date, and one whose talk has taken place. Only whose link still speaks of the programme; of those the first by the number of her case.
 */
export function lettersToTry(
  cases: ReadonlyMap<CaseId, CaseState>,
  people: People,
  codes: PrintedCodes,
  { now, today, rules }: Pick<Context, 'now' | 'today' | 'rules'>,
): readonly LetterToTry[] {
  const seen = [...cases]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, state]): readonly Candidate[] => {
      const { due } = state.standing;
      const birthDate = people.of(id)?.life.woman.birthDate;
      const code = livingCode(state, codes);
      const part = insidePartOf(state, { now, today, rules });
      // A link that has ended, or that speaks of a loss, is nothing for a first look.
      if (!due || !birthDate || !code || !SPEAKS.includes(part.words)) return [];
      return [{ state, part, code, birthDate, month8: daysOfWeeks(due, rules.booking.weeks.month8) }];
    });
  const first = (who: LetterToTry['who'], fits: (one: Candidate) => boolean, by = seen) => {
    const found = by.find(fits);
    return found ? [{ who, code: found.code, birthDate: found.birthDate }] : [];
  };
  const nearest = seen.toSorted(
    (a, b) => Math.abs(daysBetween(today, a.month8.from)) - Math.abs(daysBetween(today, b.month8.from)),
  );
  return [
    ...first('not-opened', ({ state, part }) => isSilent(state) && part.bookable !== undefined, nearest),
    ...first('booked', ({ state: { bookings } }) => (bookings.active?.date ?? '') > today),
    ...first('visited', ({ state: { visits } }) => visits.completed !== undefined),
  ];
}

const SPEAKS: readonly string[] = ['usual', 'after-birth'];

type Candidate = {
  readonly state: CaseState;
  readonly part: ReturnType<typeof insidePartOf>;
  readonly code: string;
  readonly birthDate: CivilDate;
  readonly month8: DateRange;
};

/** A letter is with her, and nothing has come from her. */
function isSilent({ registration, bookings, visits }: CaseState): boolean {
  return (
    registration.registeredOn === undefined &&
    bookings.bookedDates.length === 0 &&
    visits.completed === undefined
  );
}

/** The code of her newest copy that left the house and still opens. */
function livingCode({ mail }: CaseState, codes: PrintedCodes): string | undefined {
  const out = mail.pieces.filter(({ status }) => status === 'posted' || status === 'delivered');
  const living = mail.invites.filter(
    ({ piece, revoked }) => revoked === undefined && out.some((one) => one.piece === piece),
  );
  const [last] = living.slice(-1);
  return last && codes.of(last.piece, last.copy);
}
