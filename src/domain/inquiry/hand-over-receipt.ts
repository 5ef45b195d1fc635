import type { InquiryId } from '../basics/ids.ts';
import { addMinutes } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { InquiryState } from './inquiry.ts';

export type HandOverReceipt = { readonly inquiry: InquiryId };

export type HandOverReceiptRefusal = RefusalOf<'no-receipt-wanted'> | RefusalOf<'receipt-handed-over'>;

/** After a day nobody waits for a receipt any more, in minutes. */
const IS_NEWS = 24 * 60;

/**
 * The last step before the automatic receipt of a form leaves (CHI-8.14-3), said once for an enquiry, so that it is sent
 * at most once. When a person has taken the enquiry up meanwhile, it is stopped: she hears from that person, and if the
 * enquiry was found to be of a case, what stops mail to that woman stops this one.
 *
 * Quiet hours do not hold it: whoever sends a form at night is awake and looks for its receipt at once. Somebody whose
 * address another one typed in gets three a day at most (`mail-out/send-receipts.ts`).
 */
export function handOverReceipt(
  { inquiry: state }: { readonly inquiry: InquiryState },
  { inquiry }: HandOverReceipt,
  { now, ids }: Context,
): Decision | HandOverReceiptRefusal {
  const { opened, receipt } = state;
  if (!opened || !receipt) return { refused: 'no-receipt-wanted' };
  if (receipt !== 'wanted') return { refused: 'receipt-handed-over' };
  const isTakenUp = state.case ?? state.answeredAt ?? state.closed ?? state.escalated[0];
  if (isTakenUp || now >= addMinutes(opened.at, IS_NEWS)) {
    return { facts: [{ type: 'inquiry.receipt-stopped', inquiry, reason: 'not-due' }] };
  }
  return { facts: [{ type: 'inquiry.receipt-handed-over', inquiry, message: ids.fresh('message') }] };
}
