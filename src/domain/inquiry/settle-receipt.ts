import type { InquiryId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { InquiryState } from './inquiry.ts';

/** What became of a receipt. `stopped`: before it was handed over, for its address has had enough of them today. */
export type SettleReceipt = {
  readonly inquiry: InquiryId;
  readonly result: 'accepted' | 'failed' | 'stopped';
  /** A code. */
  readonly reason?: string | undefined;
};

export type SettleReceiptRefusal =
  | RefusalOf<'no-receipt-wanted'>
  | RefusalOf<'receipt-handed-over'>
  | RefusalOf<'receipt-settled'>;

/** It is never sent again: the enquiry stands in the book, and the desk sees that its sender has no receipt. */
export function settleReceipt(
  { inquiry: { receipt } }: { readonly inquiry: InquiryState },
  { inquiry, result, reason }: SettleReceipt,
  _context: Context,
): Decision | SettleReceiptRefusal {
  if (!receipt) return { refused: 'no-receipt-wanted' };
  if (result === 'stopped' && receipt === 'handed-over') return { refused: 'receipt-handed-over' };
  if (receipt !== (result === 'stopped' ? 'wanted' : 'handed-over')) return { refused: 'receipt-settled' };
  return { facts: [{ type: `inquiry.receipt-${result}`, inquiry, ...(reason ? { reason } : {}) }] };
}
