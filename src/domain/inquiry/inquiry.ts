import type { CaseId, PersonId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Caller, IdentityLevel, InquiryChannel } from '../facts/contact.ts';
import type { RecordedFact } from '../facts.ts';
import type { InquiryCategory } from './categories.ts';

/** One enquiry from its entry in the reception book to its end (CHI-8.14). */
export type InquiryState = {
  readonly opened?: {
    readonly no: number;
    readonly channel: InquiryChannel;
    readonly at: Instant;
    readonly startsAt: Instant;
  };
  readonly category?: InquiryCategory;
  readonly dueBy?: Instant;
  readonly case?: CaseId;
  readonly person?: PersonId;
  /** Points of identity that agreed in this contact; it never goes down. */
  readonly level: IdentityLevel;
  /** Who speaks. Once somebody else was heard in a contact, it stays somebody else's. */
  readonly caller: Caller;
  readonly answeredAt?: Instant;
  readonly result?: string;
  /** To whom it was passed on, newest last. */
  readonly escalated: readonly string[];
  readonly closed?: { readonly result: string; readonly at: Instant };
  /** How far the automatic receipt of a form is; nothing when none was wanted. */
  readonly receipt?: InquiryReceipt;
};

export type InquiryReceipt = 'wanted' | 'handed-over' | 'accepted' | 'failed' | 'stopped';

export const noInquiry: InquiryState = { level: 0, caller: 'herself', escalated: [] };

export function evolveInquiry(state: InquiryState, fact: RecordedFact): InquiryState {
  switch (fact.type) {
    case 'inquiry.opened': {
      const { no, channel, at, startsAt, dueBy, person } = fact;
      return {
        ...state,
        opened: { no, channel, at, startsAt },
        category: fact.category as InquiryCategory,
        dueBy,
        ...(fact.case ? { case: fact.case } : {}),
        ...(person ? { person } : {}),
        ...(fact.receipt ? { receipt: 'wanted' } : {}),
      };
    }
    case 'inquiry.categorised':
      return { ...state, category: fact.category as InquiryCategory, dueBy: fact.dueBy };
    case 'inquiry.identified': {
      const { person: _moved, ...rest } = state;
      return {
        ...rest,
        case: fact.case,
        level: fact.level > state.level ? fact.level : state.level,
        caller: state.caller === 'herself' ? (fact.caller ?? 'herself') : state.caller,
      };
    }
    case 'inquiry.answered':
      return { ...state, answeredAt: state.answeredAt ?? fact.at, result: fact.result };
    case 'inquiry.escalated':
      return { ...state, escalated: [...state.escalated, fact.result] };
    case 'inquiry.closed':
      return { ...state, closed: { result: fact.result, at: fact.at } };
    case 'inquiry.receipt-handed-over':
      return { ...state, receipt: 'handed-over' };
    case 'inquiry.receipt-accepted':
      return { ...state, receipt: 'accepted' };
    case 'inquiry.receipt-failed':
      return { ...state, receipt: 'failed' };
    case 'inquiry.receipt-stopped':
      return { ...state, receipt: 'stopped' };
    default:
      return state;
  }
}
