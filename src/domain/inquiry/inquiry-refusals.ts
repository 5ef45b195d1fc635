import type { HandleInquiryRefusal } from './handle-inquiry.ts';
import type { HandOverReceiptRefusal } from './hand-over-receipt.ts';
import type { IdentifyCallerRefusal } from './identify-caller.ts';
import type { OpenInquiryRefusal } from './open-inquiry.ts';
import type { SettleReceiptRefusal } from './settle-receipt.ts';

/** Every no of the call centre. */
export type InquiryRefusal =
  | OpenInquiryRefusal
  | IdentifyCallerRefusal
  | HandleInquiryRefusal
  | HandOverReceiptRefusal
  | SettleReceiptRefusal;
