import type { GateRefusal } from '../../gate/refusal.ts';

/** Leaves a screen for the page "not found": an address that cannot be one of ours. */
export class NotHere extends Error {}

/** Leaves a screen for the page that says why the gate refused. */
export class NotAnswered extends Error {
  readonly refusal: GateRefusal;
  constructor(refusal: GateRefusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}
