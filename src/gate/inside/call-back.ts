import { z } from 'zod';
import { CALL_BACK_ABOUTS } from '../../domain/call-back/call-back.ts';
import { closeCallBack } from '../../domain/call-back/close-call-back.ts';
import { requestCallBack } from '../../domain/call-back/request-call-back.ts';
import { CALL_RESULTS } from '../../domain/messages/record-call.ts';
import { caseStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { openCallBacks } from '../../store/questions/call-backs.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const DESK = roles('operator', 'responsible-manager');
const own = (input: { readonly case: `case_${string}` }) => ({ case: caseStream(input.case) });

/** Calls to the contact she has confirmed herself, because she or somebody with her link has told us something (design 2). */
export const callBackActs = {
  request: command({
    name: 'call-back.request',
    says: 'Ask that a woman is called back on the contact that she has confirmed herself',
    schema: z.strictObject({
      case: inputs.id('case'),
      about: z.enum(CALL_BACK_ABOUTS),
      channel: z.enum(['phone', 'web', 'mail', 'in-person']),
    }),
    who: { allowed: [...DESK, { resident: true }] },
    streams: own,
    decide: requestCallBack,
    remembers: 'call-back',
  }),
  close: command({
    name: 'call-back.close',
    says: 'Record that a call-back was made and what came of it',
    schema: z.strictObject({
      case: inputs.id('case'),
      callBack: inputs.id('call-back'),
      result: z.enum(CALL_RESULTS),
    }),
    who: { allowed: DESK },
    streams: own,
    decide: closeCallBack,
    remembers: 'call-back',
  }),
};

export const callBackCommands: readonly Command[] = Object.values(callBackActs);

export const callBackAsks = {
  open: question({
    name: 'call-back.open',
    says: 'List the call-backs that nobody has made yet, with name and number, the oldest due first',
    schema: z.strictObject({}),
    who: { allowed: DESK },
    reading: 'listed',
    opens: ['identity.name', 'identity.kana', 'contact.phone', 'contact.earlierPhone'],
    purpose: 'call-back',
    find: ({ reader }) => openCallBacks(reader),
    show: (rows, fields, _input, { now }) =>
      rows.map((row) => ({ ...row, overdue: now > row.dueBy, fields: fields(row) })),
  }),
  /** `call-back.standing`: for the hand-over between shifts; nothing of anybody is opened for a count. */
  standing: question({
    name: 'call-back.standing',
    says: 'List when each call-back is due and what it is about, without name or number',
    schema: z.strictObject({}),
    who: { allowed: DESK },
    reading: 'listed',
    opens: [],
    purpose: 'call-back',
    find: ({ reader }) => openCallBacks(reader),
    show: (rows, _fields, _input, { now }) =>
      rows.map(({ callBack, about, dueBy }) => ({ callBack, about, dueBy, overdue: now > dueBy })),
  }),
};

export const callBackQuestions: readonly Question[] = Object.values(callBackAsks);
