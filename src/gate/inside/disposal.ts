import { z } from 'zod';
import { answerDisposal } from '../../domain/disposal/answer-disposal.ts';
import { askDisposalKey } from '../../domain/disposal/ask-disposal-key.ts';
import { closeDisposal } from '../../domain/disposal/close-disposal.ts';
import { requestDisposal } from '../../domain/disposal/request-disposal.ts';
import type { RetentionClass } from '../../domain/retention/retention-rules.ts';
import { disposalStream, dutyStream, erasureStream, handoverStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { findDisposal } from '../../store/questions/disposals.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

const CLASSES = [
  'person-data',
  'questionnaires',
  'papers',
  'journal',
  'access-log',
  'list-keys',
  'print-files',
  'generations',
] as const satisfies readonly RetentionClass[];

const disposal = inputs.id('matter');
const count = z.int().min(1);

/** `disposal.request`: the application to the ward before anything is erased or thrown away (PII-12-2, DOC-53). */
const requestDisposalCommand = command({
  name: 'disposal.request',
  says: 'Apply to the ward for the erasure or disposal of something kept',
  schema: z.strictObject({
    disposal,
    class: z.enum(CLASSES),
    whole: z.boolean(),
    upTo: inputs.date.optional(),
    of: inputs.id('matter').optional(),
    items: inputs.words.min(1),
    mediumName: inputs.words.min(1),
    medium: inputs.code,
    quantity: count,
    method: inputs.code,
    plannedOn: inputs.date,
  }),
  who: { allowed: roles('responsible-manager', 'work-supervisor') },
  streams: (input) => ({
    disposal: disposalStream(input.disposal),
    duty: dutyStream(askDisposalKey(input.class)),
    item: handoverStream(input.of ?? input.disposal),
  }),
  decide: requestDisposal,
  remembers: 'retention',
});

/** `disposal.answer`: the ward's written consent or its no, and whether it attends (PII-12-2, PII-12-3). */
const answerDisposalCommand = command({
  name: 'disposal.answer',
  says: 'Enter the answer of the ward to an application for disposal',
  schema: z.strictObject({
    disposal,
    answer: z.enum(['consented', 'refused']),
    ref: inputs.code,
    on: inputs.date,
    attendance: z.enum(['attends', 'waived']).optional(),
  }),
  who: { allowed: roles('ward-staff', 'responsible-manager') },
  streams: (input) => ({ disposal: disposalStream(input.disposal) }),
  decide: answerDisposal,
  remembers: 'retention',
});

/** `disposal.close`: done as consented, with pledge and certificate; two persons say so (PII-12-5, DOC-54). */
export const closeDisposalCommand = command({
  name: 'disposal.close',
  says: 'Close a disposal with its pledge and certificate',
  schema: z.strictObject({
    disposal,
    doneOn: inputs.date,
    method: inputs.code,
    quantity: count,
    pledge: inputs.code,
    pledgeSignedOn: inputs.date,
    certificate: inputs.code,
    attended: z.enum(['ward', 'waived']),
    attendee: inputs.words.min(1).optional(),
    erasure: inputs.id('erasure').optional(),
    /** Filled in by the row: the entry of the register that goes. */
    item: inputs.id('matter').optional(),
  }),
  who: {
    allowed: roles('responsible-manager'),
    second: ['work-supervisor', 'access-approver', 'ward-staff'],
  },
  completes: async (reader, input) => {
    const [found] = await findDisposal(reader, input.disposal);
    return { ...input, item: found?.item ?? undefined };
  },
  streams: (input) => ({
    disposal: disposalStream(input.disposal),
    item: handoverStream(input.item ?? input.disposal),
    ...(input.erasure ? { erasure: erasureStream(input.erasure) } : {}),
  }),
  decide: closeDisposal,
  remembers: 'retention',
});

/** Commands from the application to the pledge. */
export const disposalCommands: readonly Command[] = [
  requestDisposalCommand,
  answerDisposalCommand,
  closeDisposalCommand,
];
