import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';

/** How a case can end. `not-carried-out` is CHI-8.7-3: the visit could not be made and there is no package. */
export const OUTCOMES = [
  'visited',
  'not-carried-out',
  'unreachable',
  'born',
  'loss',
  'died',
  'moved-out',
  'withdrawn',
  'no-answer',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

export type CloseCase = { readonly case: CaseId; readonly outcome: Outcome };

export type CloseCaseRefusal =
  | NotOpen
  | RefusalOf<'booking-still-held'>
  | RefusalOf<'outcome-does-not-fit', { outcome: string }>;

/** Ends the work on a case. Rights that run on (packages, one-year limits) run on; only new contact ends. */
export function closeCase(
  seen: CaseSeen,
  command: CloseCase,
  _context: Context,
): Decision | CloseCaseRefusal {
  const { case: id, outcome } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { standing, bookings, visits } = seen.case;
  if (standing.closed === outcome) return KNOWN_ALREADY;
  if (bookings.active) return { refused: 'booking-still-held' };
  if ((outcome === 'visited') !== (visits.completed !== undefined)) {
    return { refused: 'outcome-does-not-fit', outcome };
  }
  return { facts: [{ type: 'case.closed', case: id, outcome }] };
}
