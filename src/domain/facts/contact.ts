import type { CivilDate } from '../basics/civil-date.ts';
import type { CallBackId, CaseId, InquiryId, MatterId, MessageId, PersonId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';

export type MessageFact =
  | {
      readonly type: 'recall.sent' | 'message.sent' | 'message.stopped' | 'message.bounced';
      readonly case: CaseId;
      readonly message: MessageId;
      readonly about: string;
      readonly channel: 'email' | 'sms' | 'phone' | 'postcard';
      /** Which booking, survey or application it is about. */
      readonly ref?: string;
      readonly reason?: string;
    }
  /**
   * An ordered message on its way out of the house: handed over (it may have left from here on), then accepted by the
   * relay or failed for certain. One that is handed over and nothing more is a question to a person.
   */
  | {
      readonly type: 'message.handed-over' | 'message.accepted' | 'message.failed';
      readonly case: CaseId;
      readonly message: MessageId;
      readonly reason?: string;
    }
  | {
      readonly type: 'call.made';
      readonly case: CaseId;
      readonly about: string;
      readonly result: string;
      readonly ref?: string;
      /** Why she did not do what the call was about, where she said so. A code. */
      readonly reason?: string;
    };

export type CallBackAbout = 'cancel-booking' | 'withdraw' | 'stop' | 'question' | 'other';

/** A call that she has asked for, or that her act by the link makes: to the contact she herself has confirmed (design 2). */
export type CallBackFact =
  | {
      readonly type: 'call-back.requested';
      readonly case: CaseId;
      readonly callBack: CallBackId;
      readonly about: CallBackAbout;
      readonly channel: InquiryChannel;
      /** Counted in opening hours (CHI-8.14-4). */
      readonly dueBy: Instant;
    }
  | {
      readonly type: 'call-back.closed';
      readonly case: CaseId;
      readonly callBack: CallBackId;
      /** What came of the call, or `stopped` when a stop came before it. */
      readonly result: string;
    };

/** How an enquiry came in. */
export type InquiryChannel = 'phone' | 'web' | 'mail' | 'in-person';

/** Points of identity that agreed: 0 nobody knows who is speaking, 3 name, date of birth and registered address. */
export type IdentityLevel = 0 | 1 | 2 | 3;

/** Who speaks, as she or he says. Somebody beside her knows name, birthday and address too (domain.md 8). */
export type Caller = 'herself' | 'family' | 'other' | 'ward';

/** An enquiry, by telephone or form (CHI-8.14). `no` is its number in the reception book. */
export type InquiryFact =
  | {
      readonly type: 'inquiry.opened';
      readonly inquiry: InquiryId;
      readonly no: number;
      readonly case?: CaseId;
      readonly channel: InquiryChannel;
      readonly category: string;
      /** When the clock begins: now, or the next opening time (CHI-8.14-4). */
      readonly startsAt: Instant;
      readonly dueBy: Instant;
      /** The caller's own values, until it is known which case she speaks of. */
      readonly person?: PersonId;
      /** The sender of the form left an address and gets one automatic receipt (CHI-8.14-3). */
      readonly receipt?: 'email';
    }
  /** The receipt on its way, as with messages; one that was handed over and nothing more may have left. */
  | {
      readonly type: 'inquiry.receipt-handed-over';
      readonly inquiry: InquiryId;
      /** Its own name on the wire: whoever gets the mail does not learn the enquiry's. */
      readonly message: MessageId;
    }
  | {
      readonly type: 'inquiry.receipt-accepted' | 'inquiry.receipt-failed' | 'inquiry.receipt-stopped';
      readonly inquiry: InquiryId;
      readonly reason?: string;
    }
  | {
      readonly type: 'inquiry.categorised';
      readonly inquiry: InquiryId;
      readonly category: string;
      readonly dueBy: Instant;
    }
  | {
      readonly type: 'inquiry.identified';
      readonly inquiry: InquiryId;
      readonly case: CaseId;
      readonly level: IdentityLevel;
      /** `letter`: somebody has her letter and no more. */
      readonly by: 'points' | 'code' | 'letter';
      /** Somebody else than she. */
      readonly caller?: Exclude<Caller, 'herself'>;
    }
  | {
      readonly type: 'inquiry.answered' | 'inquiry.escalated' | 'inquiry.closed';
      readonly inquiry: InquiryId;
      readonly no: number;
      readonly channel: InquiryChannel;
      readonly case?: CaseId;
      readonly category: string;
      readonly result: string;
      readonly ref?: string;
    };

/** The reception book (受付簿): one entry a contact, numbered without a gap in the order of opening (CHI-9.1-1). */
export type ReceptionFact = {
  readonly type: 'reception.entered';
  readonly no: number;
  readonly inquiry: InquiryId;
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
      /** When it was said, where it is written down later than it was heard. */
      readonly heardAt?: Instant;
    };

/** The survey of the women (CHI-8.17). `sent` belongs to her case; an answer names nobody. */
export type SurveyFact =
  | {
      readonly type: 'survey.opened';
      readonly survey: string;
      readonly form: string;
      readonly from: CivilDate;
      readonly to: CivilDate;
      /** The consultation with the ward on content and timing (CHI-8.17-2). */
      readonly ref: string;
    }
  | {
      readonly type: 'survey.sent';
      readonly case: CaseId;
      readonly survey: string;
      readonly message: MessageId;
    }
  | {
      readonly type: 'survey.answered';
      readonly survey: string;
      /** Codes and numbers only, by question. */
      readonly answers: Readonly<Record<string, string | number | readonly string[]>>;
    }
  | { readonly type: 'survey.closed'; readonly survey: string };
