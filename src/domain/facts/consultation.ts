import type { BookingId, CaseId, InquiryId, MatterId, UrgentId } from '../basics/ids.ts';

export type ConsultationFact =
  | {
      readonly type: 'consultation.recorded';
      readonly case: CaseId;
      readonly visit?: BookingId;
      readonly inquiry?: InquiryId;
      readonly asker: 'woman' | 'partner' | 'family';
      readonly category: string;
      /** Names the words in the vault (section `consultation`). */
      readonly consultation?: MatterId;
    }
  | {
      readonly type: 'referral.made';
      readonly case: CaseId;
      readonly referral: string;
      readonly target: string;
    }
  | {
      readonly type: 'referral.received';
      readonly case: CaseId;
      readonly referral: string;
      readonly target: string;
    };

export type UrgentClass = 'u1' | 'u2' | 'u3' | 'loss';

/** A case likely to need the ward's response (CHI-8.10-2): each step has its own moment, `at`. */
export type UrgentFact = {
  readonly urgent: UrgentId;
  readonly case: CaseId;
  readonly class: UrgentClass;
  readonly channel: string;
} & (
  | {
      readonly type: 'urgent.raised';
      readonly source?: 'visit' | 'inquiry' | 'questionnaire' | 'staff';
      /** What was seen or said, as a code. */
      readonly reason?: string;
    }
  /** Somebody was called; `to` is a function of the ward, never a name (CHI-15.2-1). */
  | { readonly type: 'urgent.reported'; readonly to: string; readonly reached: boolean }
  | { readonly type: 'urgent.acknowledged'; readonly by: string; readonly ref: string }
  | { readonly type: 'urgent.closed'; readonly outcome: string }
);
