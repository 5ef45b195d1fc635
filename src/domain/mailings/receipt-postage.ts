import type { CivilDate } from '../basics/civil-date.ts';
import type { BatchId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { addYen, yen, type Yen } from '../basics/yen.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { membersOf, type BatchWithCases } from './batch-members.ts';

/** The receipt of the post office for what was handed in on a day: its number, how many pieces and how much. */
export type ReceiptPostage = {
  readonly batch: BatchId;
  readonly receipt: string;
  readonly on: CivilDate;
  readonly pieces: number;
  readonly amount: number;
};

export type ReceiptPostageRefusal =
  | RefusalOf<'batch-not-fixed', { batch: BatchId }>
  | RefusalOf<'batch-incomplete', { pieces: number; found: number }>
  | RefusalOf<'day-receipted', { on: CivilDate }>
  | RefusalOf<'receipt-pieces-differ', { receipt: number; recorded: number; difference: number }>
  | RefusalOf<'receipt-amount-differs', { receipt: number; recorded: number; difference: number }>;

/** Ties the post office's receipt to the pieces posted that day: number and yen agree, or nothing is claimed (CHI-10.3-1). */
export function receiptPostage(
  state: BatchWithCases,
  { batch, receipt, on, pieces, amount }: ReceiptPostage,
  _context: Context,
): Decision | ReceiptPostageRefusal {
  const { begun, fixed, receipts } = state.batch;
  if (!begun || !fixed) return { refused: 'batch-not-fixed', batch };
  if (receipts.some((earlier) => earlier.on === on)) return { refused: 'day-receipted', on };
  const members = membersOf(state, batch).pieces;
  if (members.length !== fixed.pieces) {
    return { refused: 'batch-incomplete', pieces: fixed.pieces, found: members.length };
  }
  const posted = members.filter((piece) => piece.postedOn === on && piece.service !== 'handed-to-ward');
  if (posted.length !== pieces || posted.length === 0) {
    return {
      refused: 'receipt-pieces-differ',
      receipt: pieces,
      recorded: posted.length,
      difference: pieces - posted.length,
    };
  }
  const sum: Yen = addYen(...posted.map((piece) => piece.postage ?? yen(0)));
  if (sum !== amount) {
    return { refused: 'receipt-amount-differs', receipt: amount, recorded: sum, difference: amount - sum };
  }
  const { kind } = begun;
  return {
    facts: [{ type: 'postage.receipted', receipt, batch, kind, pieces, amount: sum, on }],
    claim: [{ kind: 'receipt', key: receipt }],
  };
}
