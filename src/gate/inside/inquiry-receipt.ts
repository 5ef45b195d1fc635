import { z } from 'zod';
import { handOverReceipt } from '../../domain/inquiry/hand-over-receipt.ts';
import { settleReceipt } from '../../domain/inquiry/settle-receipt.ts';
import { inquiryStream } from '../../domain/streams.ts';
import { machine } from '../../security/access.ts';
import { findInquiry, receiptsWanted } from '../../store/questions/inquiries.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const SENDER = { allowed: machine('system:mail') };
const ofInquiry = z.strictObject({ inquiry: inputs.id('inquiry') });
const own = (input: { readonly inquiry: `inquiry_${string}` }) => ({ inquiry: inquiryStream(input.inquiry) });

/** The automatic receipt of the enquiry form (CHI-8.14-3): decided and sent by the machine alone, once for an enquiry. */
export const inquiryReceiptCommands: readonly Command[] = [
  command({
    name: 'inquiry.hand-over-receipt',
    says: 'Hand the receipt of an enquiry over to the relay, asking once more whether it is wanted',
    leavesHouse: true,
    schema: ofInquiry,
    who: SENDER,
    streams: own,
    decide: handOverReceipt,
    remembers: 'inquiry',
  }),
  command({
    name: 'inquiry.settle-receipt',
    says: 'Record what became of the receipt of an enquiry',
    schema: z.strictObject({
      inquiry: inputs.id('inquiry'),
      result: z.enum(['accepted', 'failed', 'stopped']),
      reason: inputs.code.optional(),
    }),
    who: SENDER,
    streams: own,
    decide: settleReceipt,
    remembers: 'inquiry',
  }),
];

export const inquiryReceiptQuestions: readonly Question[] = [
  question({
    name: 'inquiry.receipts-wanted',
    says: 'List the enquiries whose sender has no receipt yet, the oldest first',
    schema: z.strictObject({}),
    who: SENDER,
    reading: 'listed',
    opens: [],
    purpose: 'inquiry',
    find: ({ reader }) => receiptsWanted(reader),
    show: (rows) => rows.map(({ inquiry, openedAt, startsAt }) => ({ inquiry, openedAt, startsAt })),
  }),
  question({
    name: 'inquiry.receipt-addressee',
    says: 'Open the address that the sender of one enquiry left for the receipt',
    schema: ofInquiry,
    who: SENDER,
    reading: 'opened',
    opens: ['inquiry.email', 'inquiry.language'],
    purpose: 'inquiry',
    find: async ({ reader }, { inquiry }) =>
      (await findInquiry(reader, inquiry)).filter(({ receipt }) => receipt === 'wanted'),
    show: (rows, fields) =>
      rows.map((row) => {
        const opened = fields(row);
        return { email: opened['inquiry.email'], language: opened['inquiry.language'] };
      }),
  }),
];
