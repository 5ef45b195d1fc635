import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';

export type CarryOver = {
  readonly case: CaseId;
  /** Fiscal year of the next contract. */
  readonly toYear: number;
  /** What she may still ask for, and until when: `redispatch`, `overseas-hold`, `visit`. */
  readonly rights: readonly { readonly right: string; readonly last: CivilDate }[];
};

export type CarryOverRefusal =
  | NotOpen
  | RefusalOf<'wrong-year', { year: number }>
  | RefusalOf<'booking-still-held'>;

/**
 * 繰越 (CHI-4.4-2): a woman of this window whom the ward wants under the next contract. The case keeps its own year and
 * names the next, so that the old year counts her once; the rights that run on are written down with their last days.
 */
export function carryOver(
  seen: CaseSeen,
  command: CarryOver,
  _context: Context,
): Decision | CarryOverRefusal {
  const { case: id, toYear, rights } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { standing, bookings } = seen.case;
  if (standing.carriedTo === toYear) return KNOWN_ALREADY;
  const year = (standing.opened?.contractYear ?? toYear) + 1;
  if (toYear !== year) return { refused: 'wrong-year', year };
  if (bookings.active) return { refused: 'booking-still-held' };
  return { facts: [{ type: 'case.carried-over', case: id, toYear, rights }] };
}
