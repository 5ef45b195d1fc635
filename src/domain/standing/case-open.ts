import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Decision } from '../decision.ts';

/** What every decision on a case sees. */
export type CaseSeen = { readonly case: CaseState };

export type NotOpen = RefusalOf<'case-not-open', { case: CaseId }>;

/** Nothing can be told of a case that was never opened. A closed one still hears what happened to her. */
export function notOpen({ case: state }: CaseSeen, id: CaseId): NotOpen | undefined {
  return state.standing.opened ? undefined : { refused: 'case-not-open', case: id };
}

/**
 * What is told twice is no error and changes nothing: the ward's list of changes comes again, two people hear the same
 * thing on one day. The decision says yes without a fact; the access log still keeps who told it.
 */
export const KNOWN_ALREADY: Decision = { facts: [] };
