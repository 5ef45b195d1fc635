import { z } from 'zod';
import { INQUIRY_CATEGORIES } from '../../domain/inquiry/categories.ts';
import {
  answerInquiry,
  categoriseInquiry,
  closeInquiry,
  escalateInquiry,
} from '../../domain/inquiry/handle-inquiry.ts';
import { identifyCaller } from '../../domain/inquiry/identify-caller.ts';
import { openInquiry } from '../../domain/inquiry/open-inquiry.ts';
import { PORTAL_LANGUAGES } from '../../domain/portal/language.ts';
import { caseStream, inquiryStream, receptionStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { findInquiry, openInquiries, receptionBook } from '../../store/questions/inquiries.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const DESK = roles('operator', 'responsible-manager');
const BOOK = roles('operator', 'responsible-manager', 'ward-staff');
const inquiry = inputs.id('inquiry');
const category = z.enum(INQUIRY_CATEGORIES);
const own = (input: { readonly inquiry: `inquiry_${string}` }) => ({ inquiry: inquiryStream(input.inquiry) });
const line = z.string().max(254).optional();

/** The call centre (CHI-8.14). A loss is told with `case.report-loss` in the same list of commands. */
export const inquiryActs = {
  open: command({
    name: 'inquiry.open',
    says: 'Enter a call or message into the reception book under the next number',
    schema: z.strictObject({
      inquiry,
      channel: z.enum(['phone', 'web', 'mail', 'in-person']),
      category,
      words: inputs.words.optional(),
      caller: z
        .strictObject({
          name: line,
          phone: line,
          email: line,
          language: z.enum(PORTAL_LANGUAGES).optional(),
        })
        .optional(),
    }),
    who: { allowed: [{ resident: true }, ...DESK] },
    // The book is locked by everybody who takes a number: this is what makes it dense.
    streams: (input) => ({ ...own(input), reception: receptionStream() }),
    decide: openInquiry,
    remembers: 'inquiry',
  }),
  identify: command({
    name: 'inquiry.identify',
    says: 'Record whose case a caller speaks of and which points of identity agreed',
    schema: z.strictObject({
      inquiry,
      case: inputs.id('case'),
      points: z.array(z.enum(['name', 'birth-date', 'address'])).max(3),
      by: z.literal('points').default('points'),
      caller: z.enum(['herself', 'family', 'other', 'ward']).default('herself'),
    }),
    who: { allowed: DESK },
    streams: (input) => ({ ...own(input), case: caseStream(input.case) }),
    knows: { of: (input) => input.inquiry, fields: ['inquiry.*'] },
    decide: identifyCaller,
    remembers: 'inquiry',
  }),
  identifyByCode: command({
    name: 'inquiry.identify-by-code',
    says: 'Record that an enquiry was sent with the code of her letter',
    schema: z.strictObject({ inquiry, case: inputs.id('case') }),
    who: { allowed: [{ resident: true }] },
    streams: (input) => ({ ...own(input), case: caseStream(input.case) }),
    knows: { of: (input) => input.inquiry, fields: ['inquiry.*'] },
    decide: (state, input, context) => identifyCaller(state, { ...input, points: [], by: 'code' }, context),
    remembers: 'inquiry',
  }),
  identifyByLetter: command({
    name: 'inquiry.identify-by-letter',
    says: 'Record whose letter it is with which somebody, perhaps not she, has written',
    schema: z.strictObject({ inquiry, case: inputs.id('case') }),
    who: { allowed: [{ resident: true }] },
    streams: (input) => ({ ...own(input), case: caseStream(input.case) }),
    knows: { of: (input) => input.inquiry, fields: ['inquiry.*'] },
    decide: (state, input, context) => identifyCaller(state, { ...input, points: [], by: 'letter' }, context),
    remembers: 'inquiry',
  }),
  categorise: command({
    name: 'inquiry.categorise',
    says: 'Give an enquiry another category',
    schema: z.strictObject({ inquiry, category }),
    who: { allowed: DESK },
    streams: own,
    decide: categoriseInquiry,
    remembers: 'inquiry',
  }),
  answer: command({
    name: 'inquiry.answer',
    says: 'Record what was answered to an enquiry',
    schema: z.strictObject({ inquiry, result: inputs.code, words: inputs.words.optional() }),
    who: { allowed: DESK },
    streams: own,
    decide: answerInquiry,
    remembers: 'inquiry',
  }),
  escalate: command({
    name: 'inquiry.escalate',
    says: 'Pass an enquiry on to the manager, a nurse or the ward',
    schema: z.strictObject({ inquiry, to: z.enum(['manager', 'nurse', 'ward']) }),
    who: { allowed: DESK },
    streams: own,
    decide: escalateInquiry,
    remembers: 'inquiry',
  }),
  close: command({
    name: 'inquiry.close',
    says: 'Close an enquiry that was answered or passed on',
    schema: z.strictObject({ inquiry, result: inputs.code, ref: inputs.code.optional() }),
    who: { allowed: DESK },
    streams: own,
    decide: closeInquiry,
    remembers: 'inquiry',
  }),
};

export const inquiryCommands: readonly Command[] = Object.values(inquiryActs);

export const inquiryAsks = {
  receptionBook: question({
    name: 'inquiry.reception-book',
    says: 'List every contact of a day in the order of the reception book',
    schema: z.strictObject({ date: inputs.date }),
    who: { allowed: BOOK },
    reading: 'listed',
    opens: [],
    purpose: 'inquiry',
    find: ({ reader }, input) => receptionBook(reader, input.date),
    show: (rows) => rows,
  }),
  openList: question({
    name: 'inquiry.open-list',
    says: 'List the enquiries that wait, the most pressing first',
    schema: z.strictObject({}),
    who: { allowed: DESK },
    reading: 'listed',
    opens: [],
    purpose: 'inquiry',
    find: ({ reader }) => openInquiries(reader),
    show: (rows, _fields, _input, { now }) => rows.map((row) => ({ ...row, overdue: now > row.dueBy })),
  }),
  show: question({
    name: 'inquiry.show',
    says: 'Show an enquiry with what was said and answered',
    schema: z.strictObject({ inquiry }),
    who: { allowed: BOOK },
    reading: 'opened',
    opens: ['inquiry.words', 'inquiry.name', 'inquiry.phone', 'inquiry.email', 'inquiry.answer'],
    purpose: 'inquiry',
    find: ({ reader }, input) => findInquiry(reader, input.inquiry),
    show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
  }),
};

export const inquiryQuestions: readonly Question[] = Object.values(inquiryAsks);
