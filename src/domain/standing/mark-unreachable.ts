import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import { dayNotYet, type DayNotYet } from './day-not-yet.ts';

export type MarkUnreachable = { readonly case: CaseId; readonly on: CivilDate };

export type MarkUnreachableRefusal = NotOpen | DayNotYet;

/** Her mail has come back twice: no letter any more, and the ward is told (CHI-8.1-9, AMB-10). */
export function markUnreachable(
  seen: CaseSeen,
  command: MarkUnreachable,
  context: Context,
): Decision | MarkUnreachableRefusal {
  const { case: id, on } = command;
  const refused = notOpen(seen, id) ?? dayNotYet(on, context);
  if (refused) return refused;
  if (seen.case.standing.unreachable) return KNOWN_ALREADY;
  return {
    facts: [{ type: 'case.unreachable', case: id, on }],
    send: [{ queue: 'ward-notice', ref: id, case: id }],
  };
}
