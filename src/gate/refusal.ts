import type { GateReason } from '../domain/gate-reason.ts';
import type { Refusal } from '../domain/refusals.ts';

/** Why the gate said no: for a reason of its own, or a decision's, passed through unchanged. Each has a sentence. */
export type GateRefusal = GateReason | Refusal;
