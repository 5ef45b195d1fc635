import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

export type EndUnvisited = { readonly case: CaseId };

export type EndUnvisitedRefusal =
  | RefusalOf<'already-visited', { date: CivilDate }>
  | RefusalOf<'already-booked', { date: CivilDate }>
  | RefusalOf<'case-closed-before'>;

/** Ends a case whose visit cannot be carried out: no package (CHI-8.7-3). Where to turn is a planned message. */
export function endUnvisited(
  state: { readonly case: CaseState },
  command: EndUnvisited,
  _context: Context,
): Decision | EndUnvisitedRefusal {
  const { visits, bookings, standing } = state.case;
  if (visits.completed) return { refused: 'already-visited', date: visits.completed.date };
  if (bookings.active) return { refused: 'already-booked', date: bookings.active.date };
  if (standing.closed) return { refused: 'case-closed-before' };
  return {
    facts: [
      { type: 'benefit.withheld', case: command.case, reason: 'not-carried-out' },
      { type: 'case.closed', case: command.case, outcome: 'not-carried-out' },
    ],
  };
}
