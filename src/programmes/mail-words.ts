import type { Approval } from '../domain/forms/form.ts';

/** What a mail can be about; the numbers are days before the date or the limit, as in the rules of messages and benefits. */
export const MAIL_KINDS = [
  'booking',
  'booking-moved',
  'booking-cancelled',
  'reminder-7',
  'reminder-1',
  'no-booking',
  'not-carried-out',
  'overseas-hold',
  'overseas-90',
  'overseas-30',
  'survey',
  'enquiry',
  'enquiry-later',
  'call-back',
] as const;

export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * The words of every mail in one language (CHI-8.2-2, 8.3-13). One subject for all, and nothing in it that says what it
 * is about: somebody else may read it over her shoulder. No name, no address, no link with a code.
 *
 * Places to fill: `{date}` and `{start}` of a booking, `{limit}` the last day to tell, `{no}` a receipt number (`{date}`
 * and `{start}` with it say from when it is looked at), `{phone}`
 * and `{hours}` of the office. Ruby marks `{漢字|かんじ}` of やさしい日本語 become 漢字（かんじ） in plain text.
 */
export type MailWords = {
  readonly version: string;
  readonly approval: Approval;
  readonly subject: string;
  /** The lines of each mail, without the closing ones. */
  readonly mails: Readonly<Record<MailKind, readonly string[]>>;
  /** When somebody answers the telephone, in the words of this language. */
  readonly hours: string;
  /** Under every mail. */
  readonly closing: readonly string[];
};
