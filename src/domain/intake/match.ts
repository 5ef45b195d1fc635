import { daysBetween, type CivilDate } from '../basics/civil-date.ts';
import type { CaseId, PersonId } from '../basics/ids.ts';

/** What of a row is compared with the ledger. An empty key agrees with nothing. */
export type MatchKey = 'reference' | 'kana' | 'birthDate' | 'address' | 'phone';

/** How a case stands, as far as a row of a list asks for it. */
export type KnownCase = {
  readonly case: CaseId;
  /** Absent where the case is not of a pregnancy. */
  readonly due?: CivilDate;
  readonly openedOn: CivilDate;
  /** Why a new listing cannot simply be the same pregnancy. */
  readonly ended?: 'loss' | 'birth' | 'death' | 'closed';
};

/** Somebody of the ledger who agrees with a row in some keys. */
export type Candidate = {
  readonly person: PersonId;
  readonly agrees: readonly MatchKey[];
  /** Her cases, the latest opened last. */
  readonly cases: readonly KnownCase[];
  /** Digests of what the ward delivered last about her, part by part; absent when she never came by list. */
  readonly delivered?: Marks;
};

/** A digest for each part of a row: equal digests, equal values. */
export type Marks = Readonly<Partial<Record<RowPart, string>>>;

export type RowPart =
  | 'identity'
  | 'address'
  | 'mail'
  | 'phone'
  | 'language'
  | 'remarks'
  | 'background'
  | 'due'
  | 'followUp'
  | 'protected';

/** A doubt that a person answers before the list is committed. The machine never merges two people (domain.md 4.4). */
export type MatchDoubt =
  | 'kana-differs'
  | 'birth-date-differs'
  | 'number-of-another'
  | 'number-differs'
  | 'other-address'
  | 'several-fit'
  | 'twice-in-file'
  | 'new-pregnancy';

/** What whoever sends or telephones must see; nothing is asked and nothing merged. */
export type MatchWarning = 'twin' | 'same-household' | 'same-name';

export type TargetMatch = {
  /** The counterpart in the ledger: certain when no doubt beside `new-pregnancy` stands here. */
  readonly found?: { readonly person: PersonId; readonly case?: CaseId };
  readonly doubts: readonly MatchDoubt[];
  readonly warnings: readonly MatchWarning[];
  /** Parts that the ward tells otherwise than the last time. Empty: unchanged. */
  readonly changed: readonly RowPart[];
};

/**
 * Who a row of the targets list is (CHI-8.1-3): number, reading and birth date together name one woman; anything
 * less is a question. Another pregnancy is asked for when the due date lies further off than a corrected one would,
 * or when the pregnancy in the ledger is over.
 */
export function matchTarget(
  row: { readonly due?: CivilDate; readonly marks: Marks },
  candidates: readonly Candidate[],
  dueDateTolerance: number,
): TargetMatch {
  const { found, doubts } = identify(candidates);
  const others = candidates.filter((one) => one !== found);
  const warnings = warningsOf(others);
  if (!found) return { doubts, warnings, changed: [] };
  const last = found.cases.at(-1);
  const pregnancy =
    last && row.due !== undefined && isOtherPregnancy(row.due, last, dueDateTolerance)
      ? (['new-pregnancy'] as const)
      : [];
  return {
    found: { person: found.person, ...(last ? { case: last.case } : {}) },
    doubts: [...doubts, ...pregnancy],
    warnings,
    changed: changedParts(row.marks, found.delivered),
  };
}

function identify(candidates: readonly Candidate[]): {
  readonly found?: Candidate;
  readonly doubts: readonly MatchDoubt[];
} {
  const rank = (one: Candidate) =>
    RANKS.findIndex(({ needs }) => needs.every((key) => one.agrees.includes(key)));
  const ranked = candidates.map((one) => ({ one, rank: rank(one) })).filter((each) => each.rank >= 0);
  const best = Math.min(...ranked.map((each) => each.rank));
  const [first, second] = ranked.filter((each) => each.rank === best);
  if (!first) return { doubts: [] };
  if (second) return { found: first.one, doubts: ['several-fit'] };
  const doubt = RANKS[best]?.doubt;
  return { found: first.one, doubts: doubt ? [doubt] : [] };
}

/** The first line that fits says how sure it is. What stands below the last one is nobody we know. */
const RANKS: readonly { readonly needs: readonly MatchKey[]; readonly doubt?: MatchDoubt }[] = [
  { needs: ['reference', 'kana', 'birthDate'] },
  { needs: ['reference', 'birthDate'], doubt: 'kana-differs' },
  { needs: ['reference', 'kana'], doubt: 'birth-date-differs' },
  { needs: ['kana', 'birthDate', 'address'], doubt: 'number-differs' },
  { needs: ['kana', 'birthDate'], doubt: 'other-address' },
  { needs: ['reference'], doubt: 'number-of-another' },
];

/** Whether a candidate could be the woman herself. All others only warn, and nothing of theirs is opened. */
export function couldBeHer(agrees: readonly MatchKey[]): boolean {
  return agrees.includes('reference') || (agrees.includes('kana') && agrees.includes('birthDate'));
}

/** A due date further off than a correction, or any listing after the end of a pregnancy (ward's lists). */
function isOtherPregnancy(due: CivilDate, known: KnownCase, tolerance: number): boolean {
  if (known.ended !== undefined || known.due === undefined) return true;
  return Math.abs(daysBetween(known.due, due)) > tolerance;
}

function warningsOf(others: readonly Candidate[]): readonly MatchWarning[] {
  return [...new Set(others.flatMap((one) => warningOf(one.agrees) ?? []))];
}

/** What an agreement in some keys, but not in all, warns of. */
export function warningOf(agrees: readonly MatchKey[]): MatchWarning | undefined {
  if (agrees.includes('address') && agrees.includes('birthDate')) return 'twin';
  if (agrees.includes('kana')) return 'same-name';
  return agrees.includes('address') ? 'same-household' : undefined;
}

function changedParts(now: Marks, before: Marks | undefined): readonly RowPart[] {
  const parts = Object.keys(now) as RowPart[];
  return parts.filter((part) => now[part] !== before?.[part]);
}
