import type { MatterId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { comesBack, outstanding, type HandOverState } from './hand-over.ts';

export type RecordReturn = {
  readonly matter: MatterId;
  readonly at: Instant;
  /** As counted; fewer than went out keeps the entry open. */
  readonly quantity: number;
  readonly method: string;
  readonly ref: string;
  readonly from: string;
  readonly to: string;
};

export type RecordReturnRefusal =
  | RefusalOf<'no-such-handover', { matter: MatterId }>
  | RefusalOf<'handover-in-future', { at: Instant }>
  | RefusalOf<'nothing-to-return', { matter: MatterId }>
  | RefusalOf<'returned-before-taken', { at: Instant }>
  | RefusalOf<'returned-more-than-taken', { outstanding: number }>;

/** What was taken out is back, or what was received went back to who gave it: counted, by whom to whom (PII-9-2, B-06). */
export function recordReturn(
  state: { readonly handover: HandOverState },
  { matter, at, quantity, method, ref, from, to }: RecordReturn,
  { now }: Context,
): Decision | RecordReturnRefusal {
  const { recorded, returned } = state.handover;
  if (!recorded) return { refused: 'no-such-handover', matter };
  if (!comesBack(recorded.movement)) return { refused: 'nothing-to-return', matter };
  if (at > now) return { refused: 'handover-in-future', at };
  if (at < recorded.at) return { refused: 'returned-before-taken', at: recorded.at };
  const left = outstanding(state.handover);
  if (quantity > left) return { refused: 'returned-more-than-taken', outstanding: left };
  // Each partial return has names of its own, so that none hides another.
  const item = `return-${returned}`;
  return {
    facts: [
      {
        type: 'handover.returned',
        at,
        matter,
        quantity,
        method,
        direction: recorded.movement === 'take-out' ? 'in' : 'out',
        ref,
      },
    ],
    keep: [
      {
        of: matter,
        section: 'handover',
        item,
        value: { [`${item}-from`]: from, [`${item}-to`]: to, [`${item}-at`]: at },
      },
    ],
  };
}
