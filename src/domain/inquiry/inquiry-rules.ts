import type { OpeningHours } from './opening-hours.ts';

/** The call centre (CHI-8.14). */
export type InquiryRules = {
  readonly hours: OpeningHours;
  /** Minutes of opening hours within which an enquiry is answered: a complaint within one operating day (AMB-41). */
  readonly answerWithin: { readonly complaint: number; readonly other: number };
};
