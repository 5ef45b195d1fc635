import { z } from 'zod';
import { oneYearLimit } from '../../domain/calendar/one-year.ts';
import { mayGoOut } from '../../domain/standing/what-stops-what.ts';
import { roles } from '../../security/access.ts';
import { foldCases } from '../../store/questions/lists.ts';
import { inputs } from '../inputs.ts';
import { question } from '../question.ts';

/**
 * `benefit.overseas-letter`: what the letter to a woman abroad says (DOC-20): her name, where her mail goes, and the last
 * day on which she may report (CHI-8.8-10). Nothing when no package of hers waits for that, or a stop forbids mail.
 */
export const overseasLetterQuestion = question({
  name: 'benefit.overseas-letter',
  says: 'Open what the letter to a woman abroad says: name, address and the last day of her right',
  schema: z.strictObject({ case: inputs.id('case') }),
  who: { allowed: roles('responsible-manager', 'operator') },
  reading: 'exported',
  opens: ['identity.name', 'identity.printName', 'address.*', 'mail-address.*', 'delivery-address.*'],
  purpose: 'print',
  find: async ({ reader, rules, today }, { case: id }) => {
    const state = (await foldCases(reader, [id])).get(id);
    const { heldFor, interviewOn, expired } = state?.benefit ?? {};
    if (!state || heldFor !== 'overseas' || !interviewOn || expired) return [];
    if (!mayGoOut(state.standing, ['print', 'parcels'], today).goes) return [];
    return [{ subject: id, case: id, until: oneYearLimit(interviewOn, rules.benefits.oneYear) }];
  },
  show: (rows, fields) => rows.map((row) => ({ until: row.until, fields: fields(row) })),
});
