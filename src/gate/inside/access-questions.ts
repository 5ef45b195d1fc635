import { z } from 'zod';
import { addDays } from '../../domain/basics/civil-date.ts';
import { roles } from '../../security/access.ts';
import {
  findIdle,
  findOpenRequests,
  findRegister,
  findReviews,
  findVisitsLeft,
} from '../../store/questions/access.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';
import { shownAs } from './worker.ts';

const NAMES = ['staff.name', 'ward-person.name'] as const;

/** `access.table`: the ID register, who holds what until when, with its whole history. */
export const showAccessTable = question({
  name: 'access.table',
  says: 'Show the ID register: who holds which right until when, with its history',
  schema: z.strictObject({ account: inputs.id('account').optional() }),
  who: {
    allowed: roles(
      'administrator',
      'access-approver',
      'responsible-manager',
      'work-supervisor',
      'ward-staff',
      'auditor',
    ),
  },
  reading: 'listed',
  opens: NAMES,
  purpose: 'access',
  find: ({ reader, today }, { account }) => findRegister(reader, today, account),
  show: (rows, fields) => rows.map((row) => ({ ...row, shownAs: shownAs(row, fields(row)) })),
});

/** `access.requests`: what waits for an approval or for being set up. */
export const listOpenRequests = question({
  name: 'access.requests',
  says: 'List requests for rights that wait for approval or for being set up',
  schema: z.strictObject({}),
  who: {
    allowed: roles(
      'administrator',
      'access-approver',
      'responsible-manager',
      'work-supervisor',
      'ward-staff',
      'auditor',
    ),
  },
  reading: 'listed',
  opens: NAMES,
  purpose: 'access',
  find: ({ reader }) => findOpenRequests(reader),
  show: (rows, fields) => rows.map((row) => ({ ...row, shownAs: shownAs(row, fields(row)) })),
});

/** `access.reviews`: reviews of rights, open ones first, closed ones with their eight things. */
export const listReviews = question({
  name: 'access.reviews',
  says: 'List reviews of access rights, those still open first',
  schema: z.strictObject({}),
  who: { allowed: roles('administrator', 'access-approver', 'work-supervisor', 'ward-staff', 'auditor') },
  reading: 'listed',
  opens: [],
  purpose: 'access',
  find: ({ reader, today }) => findReviews(reader, today),
  show: (rows) => rows,
});

/** `access.idle`: open accounts that nobody used for so many days. */
export const listIdleAccounts = question({
  name: 'access.idle',
  says: 'List open accounts that were not used for 30 days, or as many as are said',
  schema: z.strictObject({ days: z.int().min(1).max(366).optional() }),
  who: { allowed: roles('administrator', 'access-approver', 'auditor') },
  reading: 'listed',
  opens: NAMES,
  purpose: 'access',
  find: ({ reader, today, rules }, { days }) =>
    findIdle(reader, addDays(today, -(days ?? rules.access.idleDays))),
  show: (rows, fields) => rows.map((row) => ({ ...row, shownAs: shownAs(row, fields(row)) })),
});

/** `access.visits-left`: visits in the name of somebody who may not visit any more. */
export const listVisitsLeft = question({
  name: 'access.visits-left',
  says: 'List visits still assigned to somebody who is no visitor any more',
  schema: z.strictObject({}),
  who: { allowed: roles('responsible-manager') },
  reading: 'listed',
  opens: [],
  purpose: 'access',
  find: ({ reader, today }) => findVisitsLeft(reader, today),
  show: (rows) => rows,
});

export const accessQuestions: readonly Question[] = [
  showAccessTable,
  listOpenRequests,
  listReviews,
  listIdleAccounts,
  listVisitsLeft,
];
