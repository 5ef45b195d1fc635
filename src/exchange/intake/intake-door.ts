import type { Call, Receipt } from '../../gate/execute.ts';
import type { By, GateParts } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Result } from '../../domain/basics/result.ts';

/** The gate of an open place, as far as taking in lists needs it. */
export type IntakeDoor = {
  readonly programme: { readonly municipality: { readonly name: string } };
  readonly parts: GateParts;
  readonly execute: (calls: readonly Call[], by: By) => Promise<Result<Receipt, GateRefusal>>;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
};

/** Leaves the middle of taking in with the gate's refusal; only `intake.ts` catches it. */
export class GateSaysNo extends Error {
  readonly refusal: GateRefusal;
  constructor(refusal: GateRefusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

export async function asked<Answer>(
  door: IntakeDoor,
  by: By,
  question: string,
  input: object,
): Promise<Answer> {
  const answer = await door.ask(question, input, by);
  if (!answer.ok) throw new GateSaysNo(answer.error);
  return answer.value as Answer;
}

export async function done(door: IntakeDoor, by: By, row: string, input: object): Promise<Receipt> {
  const receipt = await door.execute([{ row, input }], by);
  if (!receipt.ok) throw new GateSaysNo(receipt.error);
  return receipt.value;
}
