import { z } from 'zod';
import { notifyWorker } from '../../domain/access/notify-worker.ts';
import { recordPledge } from '../../domain/access/record-pledge.ts';
import { registerWorker } from '../../domain/access/register-worker.ts';
import { replaceWorker } from '../../domain/access/replace-worker.ts';
import { teachWorker } from '../../domain/access/teach-worker.ts';
import { accountStream, officeStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { findWorkers } from '../../store/questions/workers.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const WHO = { allowed: roles('responsible-manager', 'work-supervisor') };
const account = inputs.id('account');

/** `worker.register`: the contractor's people and, with the ward's consent, those of a re-subcontractor. */
export const registerWorkerCommand = command({
  name: 'worker.register',
  says: 'Enter somebody of the contractor or of a re-subcontractor in the register of workers',
  schema: z.strictObject({
    account,
    holder: inputs.code,
    name: inputs.words.min(1),
    side: z.enum(['contractor', 'subcontractor']),
    ref: inputs.code.optional(),
  }),
  who: WHO,
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: (state, { ref, ...rest }, context) =>
    registerWorker(state, { ...rest, ...(ref === undefined ? {} : { ref }) }, context),
  remembers: 'access',
});

/** `ward-person.register`: the ward enters its own people; nobody else ever types or reads their names. */
export const registerWardPerson = command({
  name: 'ward-person.register',
  says: 'Enter somebody of the ward, seen by others by function only',
  schema: z.strictObject({
    account,
    holder: inputs.code,
    name: inputs.words.min(1),
    function: inputs.code,
    ref: inputs.code,
  }),
  who: { allowed: roles('ward-staff') },
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: (state, input, context) => registerWorker(state, { ...input, side: 'ward' }, context),
  remembers: 'access',
});

/** `worker.notify`: the written notice to the ward. */
export const notifyWorkerCommand = command({
  name: 'worker.notify',
  says: 'Record the written notice to the ward that names a worker',
  schema: z.strictObject({
    account,
    ref: inputs.code,
    submittedOn: inputs.date,
    effectiveFrom: inputs.date,
  }),
  who: WHO,
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: notifyWorker,
  remembers: 'access',
});

/** `worker.teach`: training on the protection of personal information. */
export const teachWorkerCommand = command({
  name: 'worker.teach',
  says: 'Record which topics of the training on personal information a worker attended',
  schema: z.strictObject({
    account,
    topics: z.array(inputs.code).min(1),
    on: inputs.date,
    material: inputs.code,
  }),
  who: WHO,
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: teachWorker,
  remembers: 'access',
});

/** `worker.pledge`: form 3 with its two signatures, and the copy for the ward. */
export const recordPledgeCommand = command({
  name: 'worker.pledge',
  says: 'Record the signatures of a worker on the pledge, and that its copy went to the ward',
  schema: z.strictObject({
    account,
    signedOn: inputs.date,
    copyConsentOn: inputs.date.optional(),
    copySubmittedOn: inputs.date.optional(),
  }),
  who: WHO,
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: (state, { copyConsentOn, copySubmittedOn, ...rest }, context) =>
    recordPledge(
      state,
      {
        ...rest,
        ...(copyConsentOn ? { copyConsentOn } : {}),
        ...(copySubmittedOn ? { copySubmittedOn } : {}),
      },
      context,
    ),
  remembers: 'access',
});

/** `worker.replace`: on the ward's demand; all rights end the same day. */
export const replaceWorkerCommand = command({
  name: 'worker.replace',
  says: 'Replace somebody on the demand of the ward: all rights end at once, another takes over',
  schema: z.strictObject({ account, by: account, ref: inputs.code }),
  who: { allowed: roles('administrator', 'access-approver') },
  streams: (input) => ({
    account: accountStream(input.account),
    successor: accountStream(input.by),
    office: officeStream(),
  }),
  decide: replaceWorker,
  remembers: 'access',
});

/** `worker.list`: who is notified, taught and pledged, and what is missing (PII-3, PII-5, PII-6). */
export const listWorkers = question({
  name: 'worker.list',
  says: 'List all workers with notice, training and pledge, and what each still lacks',
  schema: z.strictObject({}),
  who: {
    allowed: roles(
      'responsible-manager',
      'work-supervisor',
      'administrator',
      'access-approver',
      'ward-staff',
      'auditor',
    ),
  },
  reading: 'listed',
  opens: ['staff.name', 'ward-person.name'],
  purpose: 'access',
  find: ({ reader, today, rules }) => findWorkers(reader, today, rules.access),
  show: (rows, fields) => rows.map((row) => ({ ...row, shownAs: shownAs(row, fields(row)) })),
});

/** The name where the asker may see it, else the function: people of the ward never have a name here (CHI-15.2-1). */
export function shownAs(
  row: { readonly function: string | null },
  fields: Readonly<Record<string, string>>,
): string | null {
  return fields['staff.name'] ?? fields['ward-person.name'] ?? row.function;
}

export const workerCommands: readonly Command[] = [
  registerWorkerCommand,
  registerWardPerson,
  notifyWorkerCommand,
  teachWorkerCommand,
  recordPledgeCommand,
  replaceWorkerCommand,
];

export const workerQuestions: readonly Question[] = [listWorkers];
