import { z } from 'zod';
import { caseStream } from '../../domain/streams.ts';
import {
  acknowledgeUrgent,
  closeUrgent,
  raiseUrgent,
  reportUrgent,
} from '../../domain/urgent/handle-urgent.ts';
import { wardCallOrder } from '../../domain/urgent/ward-call-order.ts';
import { assigned, roles } from '../../security/access.ts';
import { openUrgents } from '../../store/questions/urgents.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const of = { urgent: inputs.id('urgent'), case: inputs.id('case') };
const own = (input: { readonly case: `case_${string}` }) => ({ case: caseStream(input.case) });
const channel = z.enum(['phone', 'in-person', 'email', 'report', 'visit', 'web', 'screen']);

/** Urgent cases (CHI-8.10-2): every step with its moment, functions of the ward instead of names. */
export const urgentActs = {
  raise: command({
    name: 'urgent.raise',
    says: 'Raise an urgent case',
    schema: z.strictObject({
      ...of,
      class: z.enum(['u1', 'u2', 'u3', 'loss']),
      source: z.enum(['visit', 'inquiry', 'questionnaire', 'staff']),
      reason: inputs.code,
      channel,
      words: inputs.words.optional(),
    }),
    who: { allowed: [...roles('operator', 'responsible-manager'), ...assigned('visitor')] },
    streams: own,
    decide: raiseUrgent,
    remembers: 'urgent',
  }),
  report: command({
    name: 'urgent.report',
    says: 'Record a call to the ward about an urgent case, reached or not',
    schema: z.strictObject({
      ...of,
      to: inputs.code,
      reached: z.boolean(),
      channel: z.enum(['phone', 'in-person', 'email', 'report']),
    }),
    who: { allowed: [...roles('operator', 'responsible-manager'), ...assigned('visitor')] },
    streams: own,
    decide: reportUrgent,
    remembers: 'urgent',
  }),
  acknowledge: command({
    name: 'urgent.acknowledge',
    says: 'Record that the ward has taken note of an urgent case, by function',
    schema: z.strictObject({ ...of, by: inputs.code, ref: inputs.code, channel }),
    who: { allowed: roles('responsible-manager', 'ward-staff') },
    streams: own,
    decide: acknowledgeUrgent,
    remembers: 'urgent',
  }),
  close: command({
    name: 'urgent.close',
    says: 'Close an urgent case that the ward has acknowledged',
    schema: z.strictObject({ ...of, outcome: inputs.code, channel }),
    who: { allowed: roles('responsible-manager', 'ward-staff') },
    streams: own,
    decide: closeUrgent,
    remembers: 'urgent',
  }),
};

export const urgentCommands: readonly Command[] = Object.values(urgentActs);

export const urgentAsks = {
  open: question({
    name: 'urgent.open',
    says: 'List open urgent cases with their due time, unreached and earliest first',
    schema: z.strictObject({}),
    who: { allowed: roles('operator', 'responsible-manager', 'ward-staff') },
    reading: 'listed',
    opens: [],
    purpose: 'urgent',
    find: ({ reader }) => openUrgents(reader),
    show: (rows, _fields, _input, { now, rules }) =>
      rows.map((row) => ({
        ...row,
        overdue: (row.reachedAt ?? now) > row.dueAt,
        ...(row.reachedAt ? {} : { callNext: nextOf(wardCallOrder(now, rules.urgent), row.calls) }),
      })),
  }),
};

export const urgentQuestions: readonly Question[] = Object.values(urgentAsks);

/** Each in its order, then from the top again. */
function nextOf(order: readonly string[], calls: number): string | undefined {
  return order[calls % Math.max(1, order.length)];
}
