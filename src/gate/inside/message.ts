import { z } from 'zod';
import { handOverMessage } from '../../domain/messages/hand-over-message.ts';
import { recordBounce } from '../../domain/messages/record-bounce.ts';
import { CALL_RESULTS, recordCall } from '../../domain/messages/record-call.ts';
import { sendMessage } from '../../domain/messages/send-message.ts';
import { settleMessage } from '../../domain/messages/settle-message.ts';
import { caseStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import {
  messageHandedOver,
  messagesComeDue,
  type PlannedRow,
  messagesOf,
  messagesWaiting,
} from '../../store/questions/messages.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const DESK = roles('operator', 'responsible-manager');
const ofMessage = z.strictObject({ case: inputs.id('case'), message: inputs.id('message') });
const own = (input: { readonly case: `case_${string}` }) => ({ case: caseStream(input.case) });

/** Mail and calls to women who left a contact (CHI-8.2-2, 8.9-3). There is no free text and no free recipient. */
export const messageActs = {
  send: command({
    name: 'message.send',
    says: 'Order a planned message, or write down that it was stopped; the sender hands it over',
    leavesHouse: true,
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
  handOver: command({
    name: 'message.hand-over',
    says: 'Hand an ordered message over to the relay, asking the rule once more; said once for a message',
    leavesHouse: true,
    schema: ofMessage,
    who: { allowed: machine('system:mail') },
    streams: own,
    decide: handOverMessage,
    remembers: 'message',
  }),
  settle: command({
    name: 'message.settle',
    says: 'Record whether a message that was handed over has left, said by the relay or found out by a person',
    schema: z.strictObject({
      case: inputs.id('case'),
      message: inputs.id('message'),
      result: z.enum(['accepted', 'failed']),
      reason: inputs.code.optional(),
    }),
    who: { allowed: [...machine('system:mail'), ...DESK] },
    streams: own,
    decide: settleMessage,
    remembers: 'message',
  }),
  recordBounce: command({
    name: 'message.record-bounce',
    says: 'Record that a mail came back',
    schema: z.strictObject({ case: inputs.id('case'), message: inputs.id('message'), reason: inputs.code }),
    who: { allowed: [...machine('system:mail'), ...DESK] },
    streams: own,
    decide: recordBounce,
    remembers: 'message',
  }),
  record: command({
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
};

export const messageCommands: readonly Command[] = Object.values(messageActs);

export const messageAsks = {
  comeDue: question({
    name: 'message.come-due',
    says: 'List the planned messages whose time has come and whether each is a mail, a call or stopped now; that is decided anew when it is sent',
    schema: z.strictObject({}),
    who: { allowed: [...machine('system:clock'), ...DESK] },
    reading: 'listed',
    opens: [],
    purpose: 'message',
    find: async ({ reader, now, rules }) => {
      const rows: PlannedRow[] = [];
      for await (const row of messagesComeDue(reader, now, rules)) rows.push(row);
      return rows;
    },
    show: (rows) => rows,
  }),
  waiting: question({
    name: 'message.waiting',
    says: 'List the ordered messages that wait to be handed over, the oldest first',
    schema: z.strictObject({}),
    who: { allowed: [...machine('system:mail'), ...DESK] },
    reading: 'listed',
    opens: [],
    purpose: 'message',
    find: ({ reader }) => messagesWaiting(reader),
    show: (rows) => rows,
  }),
  addressee: question({
    name: 'message.addressee',
    says: 'Open the address of one message that was just handed over, for sending it',
    schema: ofMessage,
    who: { allowed: machine('system:mail') },
    reading: 'opened',
    opens: ['contact.email', 'contact.language', 'language.chosen', 'language.code'],
    purpose: 'message',
    find: ({ reader }, input) => messageHandedOver(reader, input.case, input.message),
    show: (rows, fields) =>
      rows.map((row) => {
        const opened = fields(row);
        return {
          ...row,
          email: opened['contact.email'],
          chosen: opened['contact.language'] ?? opened['language.chosen'],
          listed: opened['language.code'],
        };
      }),
  }),
  ofCase: question({
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
};

export const messageQuestions: readonly Question[] = Object.values(messageAsks);
