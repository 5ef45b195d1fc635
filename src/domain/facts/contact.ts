import type { CaseId, InquiryId, MatterId, MessageId } from '../basics/ids.ts';

export type MessageFact =
  | {
      readonly type: 'recall.sent' | 'message.sent' | 'message.stopped' | 'message.bounced';
      readonly case: CaseId;
      readonly message: MessageId;
      readonly about: string;
      readonly channel: 'email' | 'sms' | 'phone' | 'postcard';
      readonly reason?: string;
    }
  | { readonly type: 'call.made'; readonly case: CaseId; readonly about: string; readonly result: string };

/** An enquiry, by telephone or form (CHI-8.14). `no` is its number in the reception book. */
export type InquiryFact =
  | {
      readonly type: 'inquiry.opened';
      readonly inquiry: InquiryId;
      readonly no: number;
      readonly case?: CaseId;
      readonly channel: 'phone' | 'web' | 'mail' | 'in-person';
      readonly category: string;
    }
  | {
      readonly type: 'inquiry.answered' | 'inquiry.escalated' | 'inquiry.closed';
      readonly inquiry: InquiryId;
      readonly case?: CaseId;
      readonly category: string;
      readonly result: string;
    };

/** What the ward was told, asked and answered; staff of the ward by function, never by name (CHI-15.2-1). */
export type WardFact =
  | {
      readonly type: 'ward.told' | 'ward.asked';
      readonly matter: MatterId;
      readonly case?: CaseId;
      readonly about: string;
      readonly channel: string;
      readonly by: string;
      readonly ref: string;
    }
  | {
      readonly type: 'ward.answered';
      readonly matter: MatterId;
      readonly case?: CaseId;
      readonly about: string;
      readonly channel: string;
      readonly by: string;
      readonly ref: string;
      readonly answer: string;
    };

export type SurveyFact = {
  readonly type: 'survey.sent' | 'survey.answered';
  readonly case?: CaseId;
  readonly survey: string;
};
