import { z } from 'zod';
import { roles } from '../../security/access.ts';
import { question } from '../question.ts';

/** `journal.export`: the right to carry the journal out; the export itself is streamed after this reading is recorded. */
export const exportJournal = question({
  name: 'journal.export',
  says: 'Carry the journal out of the house as NDJSON',
  schema: z.strictObject({ statistics: z.boolean() }),
  who: { allowed: roles('responsible-manager', 'ward-staff') },
  reading: 'exported',
  opens: [],
  purpose: 'export',
  find: () => Promise.resolve([]),
  show: () => null,
});
