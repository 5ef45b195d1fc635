import type { InquiryId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { isForWard, type InquiryCategory } from './categories.ts';
import type { InquiryState } from './inquiry.ts';
import { dueBy, passOn, type InquiryNamed } from './open-inquiry.ts';

type Of = { readonly inquiry: InquiryId };
export type CategoriseInquiry = Of & { readonly category: InquiryCategory };
export type AnswerInquiry = Of & { readonly result: string; readonly words?: string | undefined };
export type EscalateInquiry = Of & { readonly to: 'manager' | 'nurse' | 'ward' };
/** `ref`: the ward's receipt, when the ward has taken it over. */
export type CloseInquiry = Of & { readonly result: string; readonly ref?: string | undefined };

export type HandleInquiryRefusal =
  | RefusalOf<'no-such-inquiry'>
  | RefusalOf<'inquiry-closed'>
  | RefusalOf<'for-the-ward-alone'>
  | RefusalOf<'ward-not-told'>
  | RefusalOf<'not-answered-yet'>;

type Seen = { readonly inquiry: InquiryState };

/** The result code under which a request for the ward is closed: it has said that it has it. */
export const TAKEN_OVER = 'ward-took-over';

/**
 * Another category: the clock is set anew from the beginning. A request for the ward stays one (CHI-16.2-2), and a
 * complaint about personal data one of which the ward must hear (BAB-T19-1).
 */
export function categoriseInquiry(
  { inquiry: state }: Seen,
  { inquiry, category }: CategoriseInquiry,
  { rules }: Context,
): Decision | HandleInquiryRefusal {
  const open = seen(state);
  if (isRefusal(open)) return open;
  if (isForWard(open.category) && !isForWard(category)) return { refused: 'for-the-ward-alone' };
  if (category === open.category) return { facts: [] };
  if (wardMustHear(open.category, state) && !isForWard(category)) return { refused: 'ward-not-told' };
  const forWard = passOn(inquiry, category, open.named);
  const due = dueBy(open.at, category, rules);
  return {
    facts: [{ type: 'inquiry.categorised', inquiry, category, dueBy: due }, ...forWard.facts],
    send: forWard.send,
  };
}

/** An answer of ours, its words in the vault. On disclosure and correction the ward answers, never we (PII-15-1). */
export function answerInquiry(
  { inquiry: state }: Seen,
  { inquiry, result, words }: AnswerInquiry,
  _context: Context,
): Decision | HandleInquiryRefusal {
  const open = seen(state);
  if (isRefusal(open)) return open;
  const { category } = open;
  if (isForWard(category)) return { refused: 'for-the-ward-alone' };
  return {
    facts: [{ type: 'inquiry.answered', inquiry, ...open.named, category, result }],
    ...(words
      ? {
          keep: [
            {
              of: state.case ?? inquiry,
              section: 'inquiry',
              item: `${inquiry}/answer`,
              value: { answer: words },
            },
          ],
        }
      : {}),
  };
}

/** Passed on to the manager, a nurse, or the ward. */
export function escalateInquiry(
  { inquiry: state }: Seen,
  { inquiry, to }: EscalateInquiry,
  _context: Context,
): Decision | HandleInquiryRefusal {
  const open = seen(state);
  if (isRefusal(open)) return open;
  const { category } = open;
  return {
    facts: [{ type: 'inquiry.escalated', inquiry, ...open.named, category, result: to }],
    ...(to === 'ward' ? { send: [{ queue: 'ward-notice', ref: inquiry }] } : {}),
  };
}

/**
 * The end: after an answer or a passing on. A request for the ward ends only with the ward's receipt (CHI-16.2-2), a
 * complaint about personal data only after the ward was told of it (BAB-T19-1).
 */
export function closeInquiry(
  { inquiry: state }: Seen,
  { inquiry, result, ref }: CloseInquiry,
  _context: Context,
): Decision | HandleInquiryRefusal {
  const open = seen(state);
  if (isRefusal(open)) return open;
  const { category } = open;
  if (isForWard(category) && (result !== TAKEN_OVER || !ref)) return { refused: 'for-the-ward-alone' };
  if (wardMustHear(category, state)) return { refused: 'ward-not-told' };
  if (!state.answeredAt && state.escalated.length === 0) return { refused: 'not-answered-yet' };
  return {
    facts: [{ type: 'inquiry.closed', inquiry, ...open.named, category, result, ...(ref ? { ref } : {}) }],
  };
}

function wardMustHear(category: InquiryCategory, { escalated }: InquiryState): boolean {
  return category === 'data-complaint' && !escalated.includes('ward');
}

/** An open inquiry, and what every fact about it names: its number in the reception book, its channel, and whose it is. */
function seen(
  state: InquiryState,
):
  | HandleInquiryRefusal
  | { readonly at: Instant; readonly category: InquiryCategory; readonly named: InquiryNamed } {
  if (!state.opened || !state.category) return { refused: 'no-such-inquiry' };
  if (state.closed) return { refused: 'inquiry-closed' };
  const { no, channel, at } = state.opened;
  const named = { no, channel, ...(state.case ? { case: state.case } : {}) };
  return { at, category: state.category, named };
}
