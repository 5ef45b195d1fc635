import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { carryOutStop, joined } from './carry-out-stop.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import { WARD_STOP } from './standing.ts';

export type HoldCase = {
  readonly case: CaseId;
  /** A code: `ward-stop` (発送停止), `identity-mismatch`, `same-name`, … */
  readonly reason: string;
  /** Of the ward's word; a ward's stop has one. */
  readonly ref?: string | undefined;
};

export type HoldCaseRefusal = NotOpen | RefusalOf<'ward-word-needed'>;

/** All outgoing of the case waits until a person has looked (AMB-38). What is printed is pulled. */
export function holdCase(seen: CaseSeen, command: HoldCase, _context: Context): Decision | HoldCaseRefusal {
  const { case: id, reason, ref } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { wardStop, holds } = seen.case.standing;
  if (reason === WARD_STOP ? wardStop : holds.includes(reason)) return KNOWN_ALREADY;
  if (reason === WARD_STOP && !ref) return { refused: 'ward-word-needed' };
  return joined(
    { facts: [{ type: 'case.held', case: id, reason, ...(ref ? { ref } : {}) }] },
    carryOutStop(seen, reason === WARD_STOP ? 'ward-stop' : 'hold', id),
  );
}
