import type { AccountId, BookingId, CaseId, SlotId } from '../basics/ids.ts';
import { readSlot } from '../booking/slot.ts';
import type { Rules } from '../rules.ts';
import { visitorTime } from './visitor-time.ts';

/** A visit that somebody has to be found for. */
export type VisitToGive = {
  readonly case: CaseId;
  readonly booking: BookingId;
  readonly slot: SlotId;
  readonly followUp: boolean;
  /** Seven digits, and the code of the language she reads; absent where nothing is known. */
  readonly postcode?: string | undefined;
  readonly language?: string | undefined;
};

/** Somebody who may be sent: licence and training are complete. */
export type VisitorOnTeam = {
  readonly visitor: AccountId;
  readonly licences: readonly string[];
  /** Codes of the languages she speaks beside Japanese. */
  readonly languages: readonly string[];
  /** Beginnings of the postcodes she knows her way in. */
  readonly areas: readonly string[];
};

/** A visit that is given already. */
export type GivenVisit = {
  readonly visitor: AccountId;
  readonly slot: SlotId;
  readonly postcode?: string | undefined;
};

/** Why somebody suits, the weightiest first; `language-missing`: the woman's language is not hers. */
export type Suits = 'language' | 'area' | 'qualification' | 'language-missing';

export type Candidate = {
  readonly visitor: AccountId;
  readonly suits: readonly Suits[];
  /** Visits that she has on that day. */
  readonly load: number;
};

export type Suggestion = {
  readonly case: CaseId;
  readonly booking: BookingId;
  /** Everybody who is free then, the best first. */
  readonly candidates: readonly Candidate[];
  /** Whom to take when all suggestions are taken together: nobody twice at one time. Absent when nobody is left. */
  readonly suggested?: AccountId;
};

/**
 * Who could make which visits (CHI-8.2-2, 8.3-13, 6.2-2): whoever is free and has the way between; among these first
 * who speaks the woman's language, then who is in the area (hers, or of another visit of that day), then for a woman
 * needing follow-up a public health nurse, then who has the fewest visits on that day. Only a suggestion: a person
 * looks at it, and `assignVisitor` judges again.
 */
export function suggestVisitors(
  visits: readonly VisitToGive[],
  team: readonly VisitorOnTeam[],
  given: readonly GivenVisit[],
  rules: Rules,
): readonly Suggestion[] {
  let taken = given;
  return visits.map((visit) => {
    const candidates = rank(visit, team, given, rules);
    const [best] = rank(visit, team, taken, rules);
    if (best) taken = [...taken, { visitor: best.visitor, slot: visit.slot, postcode: visit.postcode }];
    return {
      case: visit.case,
      booking: visit.booking,
      candidates,
      ...(best ? { suggested: best.visitor } : {}),
    };
  });
}

function rank(
  visit: VisitToGive,
  team: readonly VisitorOnTeam[],
  given: readonly GivenVisit[],
  rules: Rules,
): readonly Candidate[] {
  return team
    .filter(({ visitor }) => isFree(visitor, visit.slot, given, rules))
    .map((one) => candidate(visit, one, given))
    .toSorted((a, b) => weight(b) - weight(a) || a.load - b.load || (a.visitor < b.visitor ? -1 : 1));
}

function isFree(visitor: AccountId, slot: SlotId, given: readonly GivenVisit[], rules: Rules): boolean {
  const wanted = visitorTime(visitor, { slot }, rules).map(({ key }) => key);
  return !given.some(
    (one) =>
      one.visitor === visitor && visitorTime(visitor, one, rules).some(({ key }) => wanted.includes(key)),
  );
}

function candidate(visit: VisitToGive, one: VisitorOnTeam, given: readonly GivenVisit[]): Candidate {
  const day = readSlot(visit.slot)?.date;
  const sameDay = given.filter(
    (other) => other.visitor === one.visitor && readSlot(other.slot)?.date === day,
  );
  const { postcode = '', language = 'ja' } = visit;
  const foreign = language !== 'ja';
  const near =
    postcode !== '' &&
    (one.areas.some((area) => postcode.startsWith(area)) ||
      sameDay.some((other) => other.postcode === postcode));
  const suits: Suits[] = [
    ...(foreign ? ([one.languages.includes(language) ? 'language' : 'language-missing'] as const) : []),
    ...(near ? (['area'] as const) : []),
    ...(visit.followUp && one.licences.includes('public-health-nurse') ? (['qualification'] as const) : []),
  ];
  return { visitor: one.visitor, suits, load: sameDay.length };
}

function weight({ suits }: Candidate): number {
  return (
    (suits.includes('language') ? 4 : 0) +
    (suits.includes('area') ? 2 : 0) +
    (suits.includes('qualification') ? 1 : 0)
  );
}
