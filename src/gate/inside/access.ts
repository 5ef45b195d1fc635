import { z } from 'zod';
import { changeManager } from '../../domain/access/change-manager.ts';
import { grantAccess } from '../../domain/access/grant-access.ts';
import { judgeRequest } from '../../domain/access/judge-request.ts';
import { requestAccess } from '../../domain/access/request-access.ts';
import { reviewAccess } from '../../domain/access/review-access.ts';
import { standIn } from '../../domain/access/stand-in.ts';
import { withdrawAccess } from '../../domain/access/withdraw-access.ts';
import { accountStream, officeStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { ROLE_NAMES } from './account.ts';

const account = inputs.id('account');
const request = inputs.id('request');
const role = z.enum(ROLE_NAMES);

const asked = z.strictObject({ account, request, role, purpose: inputs.code, until: inputs.date });

/** `access.request`: who, which role, for what, until when. */
export const requestAccessCommand = command({
  name: 'access.request',
  says: 'Apply for a right for a worker of the contractor or of a re-subcontractor',
  schema: asked,
  who: { allowed: roles('responsible-manager', 'work-supervisor') },
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: (state, input, context) => requestAccess(state, input, context, ['contractor', 'subcontractor']),
  remembers: 'access',
});

/** `ward-person.request-access`: the ward applies for its own people and its auditors. */
export const requestWardAccess = command({
  name: 'ward-person.request-access',
  says: 'Apply for a right for a person of the ward or its auditor',
  schema: asked,
  who: { allowed: roles('ward-staff') },
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: (state, input, context) => requestAccess(state, input, context, ['ward']),
  remembers: 'access',
});

/** `access.judge`: the security responsible person approves or rejects. */
export const judgeRequestCommand = command({
  name: 'access.judge',
  says: 'Approve or reject a request for a right',
  schema: z.strictObject({
    account,
    request,
    answer: z.enum(['approved', 'rejected']),
    reason: inputs.code.optional(),
  }),
  who: { allowed: roles('access-approver') },
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: (state, { reason, ...rest }, context) =>
    judgeRequest(state, { ...rest, ...(reason === undefined ? {} : { reason }) }, context),
  remembers: 'access',
});

/** `access.grant`: the ID manager sets up exactly what was approved. */
export const grantAccessCommand = command({
  name: 'access.grant',
  says: 'Set up a right exactly as it was approved',
  schema: z.strictObject({ account, request, role, until: inputs.date }),
  who: { allowed: roles('administrator') },
  streams: (input) => ({ account: accountStream(input.account), office: officeStream() }),
  decide: grantAccess,
  remembers: 'access',
});

/** `access.withdraw`: acts on the very next command. */
export const withdrawAccessCommand = command({
  name: 'access.withdraw',
  says: 'Withdraw a right at once',
  schema: z.strictObject({ account, role, reason: inputs.code }),
  who: { allowed: roles('administrator', 'access-approver') },
  streams: (input) => ({ account: accountStream(input.account), office: officeStream() }),
  decide: withdrawAccess,
  remembers: 'access',
});

/** `access.review`: the record with its eight things; the second person approves it. */
export const reviewAccessCommand = command({
  name: 'access.review',
  says: 'Record a review of the access rights; the second person approves it',
  schema: z.strictObject({
    review: inputs.id('matter').optional(),
    doneOn: inputs.date,
    system: inputs.code,
    documents: z.array(inputs.code).min(1),
    unfit: z.array(z.strictObject({ account, correction: inputs.code, reason: inputs.code })),
  }),
  who: { allowed: roles('administrator', 'work-supervisor'), second: ['access-approver'] },
  streams: () => ({ office: officeStream() }),
  decide: (state, { review, ...rest }, context) =>
    reviewAccess(state, { ...rest, ...(review === undefined ? {} : { review }) }, context),
  remembers: 'access',
});

/** `manager.change`: a deputy becomes the responsible manager. */
export const changeManagerCommand = command({
  name: 'manager.change',
  says: 'Make a deputy the responsible manager, after notice to the ward',
  schema: z.strictObject({ to: account, ref: inputs.code, submittedOn: inputs.date }),
  who: { allowed: roles('access-approver'), second: ['responsible-manager'] },
  streams: () => ({ office: officeStream() }),
  decide: changeManager,
  remembers: 'access',
});

/** `manager.stand-in`: a deputy acts until a day; without `until` she stops. */
export const standInCommand = command({
  name: 'manager.stand-in',
  says: 'Let a deputy act for the responsible manager until a day, or end it',
  schema: z.strictObject({ deputy: account, until: inputs.date.optional() }),
  who: { allowed: roles('responsible-manager', 'access-approver') },
  streams: () => ({ office: officeStream() }),
  decide: (state, { deputy, until }, context) =>
    standIn(state, { deputy, ...(until === undefined ? {} : { until }) }, context),
  remembers: 'access',
});

export const accessCommands: readonly Command[] = [
  requestAccessCommand,
  requestWardAccess,
  judgeRequestCommand,
  grantAccessCommand,
  withdrawAccessCommand,
  reviewAccessCommand,
  changeManagerCommand,
  standInCommand,
];
