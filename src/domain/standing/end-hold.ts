import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import { WARD_STOP } from './standing.ts';

export type EndHold = { readonly case: CaseId; readonly reason: string; readonly ref: string };

export type EndHoldRefusal = NotOpen | RefusalOf<'undone-by-ward-only'>;

/** A person has looked and the doubt is gone; `ref` says by what. The ward's own stop is undone by `lift-stop.ts`. */
export function endHold(seen: CaseSeen, command: EndHold, _context: Context): Decision | EndHoldRefusal {
  const { case: id, reason, ref } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  if (reason === WARD_STOP) return { refused: 'undone-by-ward-only' };
  if (!seen.case.standing.holds.includes(reason)) return KNOWN_ALREADY;
  return { facts: [{ type: 'case.hold-ended', case: id, reason, ref }] };
}
