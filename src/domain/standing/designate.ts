import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { DesignatedScope } from '../facts/case.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';

export type Designate = {
  readonly case: CaseId;
  readonly scope: readonly DesignatedScope[];
  /** Of the ward's word. */
  readonly ref: string;
};

export type DesignateRefusal = NotOpen | RefusalOf<'scope-empty'>;

/**
 * 区が指定した者 (CHI-4.4-1): the ward lets her pass without window and address for what the scope names. The last word
 * holds as a whole; a person without a case is opened with it (`case.open-designated`).
 */
export function designate(
  seen: CaseSeen,
  command: Designate,
  _context: Context,
): Decision | DesignateRefusal {
  const { case: id, scope, ref } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const wanted = [...new Set(scope)].toSorted();
  if (wanted.length === 0) return { refused: 'scope-empty' };
  const now = seen.case.standing.designation?.scope.toSorted() ?? [];
  if (now.join() === wanted.join()) return KNOWN_ALREADY;
  return { facts: [{ type: 'case.designated', case: id, scope: wanted, ref }] };
}
