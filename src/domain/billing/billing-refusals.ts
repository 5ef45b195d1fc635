import type { IssueInvoiceRefusal } from './issue-invoice.ts';
import type { IssueLumpSumRefusal } from './issue-lump-sum.ts';
import type { PayInvoiceRefusal } from './pay-invoice.ts';
import type { ReceiveInvoiceRefusal } from './receive-invoice.ts';

/** Every reason for which billing says no. */
export type BillingRefusal =
  | IssueInvoiceRefusal
  | IssueLumpSumRefusal
  | ReceiveInvoiceRefusal
  | PayInvoiceRefusal;
