import type { Result } from '../../domain/basics/result.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Call, Receipt } from '../../gate/execute.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Programme } from '../../programmes/programme.ts';

/** The gate of an open place, as far as entering files of numbers needs it. */
export type EntryDoor = {
  readonly programme: Pick<Programme, 'rules'>;
  readonly parts: { readonly now: () => Instant };
  readonly execute: (calls: readonly Call[], by: By) => Promise<Result<Receipt, GateRefusal>>;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
};
