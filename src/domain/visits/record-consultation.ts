import type { BookingId, CaseId, InquiryId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

export type RecordConsultation = {
  readonly case: CaseId;
  /** The visit or the enquiry in which it was asked. */
  readonly visit?: BookingId | undefined;
  readonly inquiry?: InquiryId | undefined;
  readonly asker: 'woman' | 'partner' | 'family';
  readonly category: string;
  readonly asked: string;
  readonly advice: string;
};

export type RecordConsultationRefusal = RefusalOf<'no-such-case'>;

/** What she, her partner or family asked and what was advised (CHI-8.3-10): the kind in the journal, the words in the vault. */
export function recordConsultation(
  state: { readonly case: CaseState },
  { case: id, visit, inquiry, asker, category, asked, advice }: RecordConsultation,
  { ids }: Context,
): Decision | RecordConsultationRefusal {
  if (!state.case.standing.opened) return { refused: 'no-such-case' };
  const consultation = ids.fresh('matter');
  return {
    facts: [
      {
        type: 'consultation.recorded',
        case: id,
        ...(visit ? { visit } : {}),
        ...(inquiry ? { inquiry } : {}),
        asker,
        category,
        consultation,
      },
    ],
    keep: [{ of: id, section: 'consultation', item: consultation, value: { asked, advice } }],
  };
}
