import { z } from 'zod';
import { question, type Question } from '../question.ts';
import { inputs } from '../inputs.ts';
import { shownAs } from './worker.ts';

/** `account.own`: what the desk calls who sits there. Everybody may read her own name, and the reading is remembered. */
export const showOwnAccount = question({
  name: 'account.own',
  says: 'Show the own name of who asks',
  schema: z.strictObject({}),
  who: { allowed: [{ oneself: true }] },
  reading: 'opened',
  opens: ['staff.name', 'ward-person.name'],
  ofOneself: true,
  purpose: 'access',
  find: ({ actor }) => {
    const account = inputs.id('account').safeParse(actor);
    return Promise.resolve(account.success ? [{ subject: account.data }] : []);
  },
  show: ([row], fields) => ({ shownAs: row ? shownAs({ function: null }, fields(row)) : null }),
});

export const ownAccountQuestions: readonly Question[] = [showOwnAccount];
