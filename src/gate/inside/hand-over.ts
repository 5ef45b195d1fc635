import { z } from 'zod';
import { roles } from '../../security/access.ts';
import { inputs } from '../inputs.ts';
import { question } from '../question.ts';

/** `handover.show`: one entry of the register as the custody receipt prints it (B-06, PII-11-1). */
export const showHandOver = question({
  name: 'handover.show',
  says: 'Show an entry of the register of hand-overs',
  schema: z.strictObject({ matter: inputs.id('matter') }),
  who: { allowed: roles('responsible-manager', 'work-supervisor', 'mailing-clerk', 'ward-staff', 'auditor') },
  reading: 'opened',
  opens: [
    'handover.method',
    'handover.medium',
    'handover.from',
    'handover.to',
    'handover.at',
    'handover.rows',
    'handover.month',
    'handover.by',
    'handover.more',
  ],
  purpose: 'register',
  find: (_asking, { matter }) => Promise.resolve([{ subject: matter }]),
  show: (rows, fields) => rows.map((row) => fields(row))[0] ?? null,
});
