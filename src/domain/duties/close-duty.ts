import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { RecordedFact } from '../facts.ts';
import { programmeDuties } from './programme-duties.ts';

/** A duty of the programme that was closed with evidence. */
export type ClosedDuty = { readonly closed?: { readonly evidence: string; readonly on: string } };

export const openDuty: ClosedDuty = {};

export function evolveDuty(state: ClosedDuty, fact: RecordedFact): ClosedDuty {
  return fact.type === 'duty.closed'
    ? { closed: { evidence: fact.evidence, on: fact.at.slice(0, 10) } }
    : state;
}

/** Closes a dated duty of the programme; `evidence` is the register number of what proves it (B-02). */
export type CloseDuty = { readonly duty: string; readonly evidence: string };

export type CloseDutyRefusal =
  | RefusalOf<'no-such-duty', { duty: string }>
  | RefusalOf<'duty-closed', { evidence: string }>;

/** Duties of a case end by themselves when their fact arrives; only those of the programme are closed by hand. */
export function closeDuty(
  state: { readonly duty: ClosedDuty },
  { duty, evidence }: CloseDuty,
  { rules }: Context,
): Decision | CloseDutyRefusal {
  if (!programmeDuties(rules).some((one) => one.key === duty)) return { refused: 'no-such-duty', duty };
  if (state.duty.closed) return { refused: 'duty-closed', evidence: state.duty.closed.evidence };
  return { facts: [{ type: 'duty.closed', duty, evidence }] };
}
