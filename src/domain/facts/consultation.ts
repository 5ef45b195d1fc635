import type { BookingId, CaseId, InquiryId, UrgentId } from '../basics/ids.ts';

export type ConsultationFact =
  | {
      readonly type: 'consultation.recorded';
      readonly case: CaseId;
      readonly visit?: BookingId;
      readonly inquiry?: InquiryId;
      readonly asker: 'woman' | 'partner' | 'family';
      readonly category: string;
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

/** A case likely to need the ward's response (CHI-8.10-2): each step has its own moment. */
export type UrgentFact = {
  readonly type: 'urgent.raised' | 'urgent.reported' | 'urgent.acknowledged' | 'urgent.closed';
  readonly urgent: UrgentId;
  readonly case: CaseId;
  readonly class: UrgentClass;
  readonly channel: string;
};
