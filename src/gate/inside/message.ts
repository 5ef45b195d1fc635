import { z } from 'zod';
import { recordBounce } from '../../domain/messages/record-bounce.ts';
import { CALL_RESULTS, recordCall } from '../../domain/messages/record-call.ts';
import { sendMessage } from '../../domain/messages/send-message.ts';
import { caseStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { messagesComeDue, messagesOf } from '../../store/questions/messages.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const DESK = roles('operator', 'responsible-manager');
const own = (input: { readonly case: `case_${string}` }) => ({ case: caseStream(input.case) });

/** Mail and calls to women who left a contact (CHI-8.2-2, 8.9-3). There is no free text and no free recipient. */
export const messageCommands: readonly Command[] = [
  command({
    name: 'message.send',
    says: 'Send a planned message now, or write down that it was stopped',
    schema: z.strictObject({
      message: inputs.id('message'),
      case: inputs.id('case'),
      about: inputs.code,
      ref: inputs.code.optional(),
    }),
    who: { allowed: [...machine('system:clock'), ...DESK] },
    streams: own,
    decide: sendMessage,
    remembers: 'message',
  }),
  command({
    name: 'message.record-bounce',
    says: 'Record that a mail came back',
    schema: z.strictObject({ case: inputs.id('case'), message: inputs.id('message'), reason: inputs.code }),
    who: { allowed: [...machine('system:mail'), ...DESK] },
    streams: own,
    decide: recordBounce,
    remembers: 'message',
  }),
  command({
    name: 'call.record',
    says: 'Record what came of a call to a woman',
    schema: z.strictObject({
      case: inputs.id('case'),
      about: inputs.code,
      result: z.enum(CALL_RESULTS),
      ref: inputs.code.optional(),
    }),
    who: { allowed: DESK },
    streams: own,
    decide: recordCall,
    remembers: 'message',
  }),
];

export const messageQuestions: readonly Question[] = [
  question({
    name: 'message.come-due',
    says: 'List the planned messages whose time has come; whether each goes is decided when it is sent',
    schema: z.strictObject({}),
    who: { allowed: [...machine('system:clock'), ...DESK] },
    reading: 'listed',
    opens: [],
    purpose: 'message',
    find: ({ reader, now }) => messagesComeDue(reader, now),
    show: (rows) => rows,
  }),
  question({
    name: 'message.of-case',
    says: 'List the messages to one woman with what became of them',
    schema: z.strictObject({ case: inputs.id('case') }),
    who: { allowed: DESK },
    reading: 'opened',
    opens: [],
    purpose: 'casework',
    find: ({ reader }, input) => messagesOf(reader, input.case),
    show: (rows) => rows,
  }),
];
