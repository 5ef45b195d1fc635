import type { HandleInquiryRefusal } from './handle-inquiry.ts';
import type { IdentifyCallerRefusal } from './identify-caller.ts';
import type { OpenInquiryRefusal } from './open-inquiry.ts';

/** Every no of the call centre. */
export type InquiryRefusal = OpenInquiryRefusal | IdentifyCallerRefusal | HandleInquiryRefusal;
