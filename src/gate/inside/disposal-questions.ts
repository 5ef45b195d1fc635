import { z } from 'zod';
import { retentionEnds } from '../../domain/retention/retention-ends.ts';
import { roles } from '../../security/access.ts';
import { allDisposals, findDisposal, settledLists } from '../../store/questions/disposals.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const LOOKERS = { allowed: roles('responsible-manager', 'work-supervisor', 'ward-staff', 'auditor') };

/** `retention.ends`: until when what is kept, how it goes, and how far its disposal is (PII-12-1, B-19). */
const showRetentionEnds = question({
  name: 'retention.ends',
  says: 'List until when everything is kept, and how far its disposal is',
  schema: z.strictObject({}),
  who: LOOKERS,
  reading: 'none',
  opens: [],
  purpose: 'retention',
  find: async ({ reader, rules }) => {
    const disposals = await allDisposals(reader);
    return retentionEnds(rules, await settledLists(reader)).map((end) => ({
      ...end,
      disposals: disposals
        .filter((one) => one.class === end.key)
        .map(({ disposal, whole, state, plannedOn, consent }) => ({
          disposal,
          whole,
          state,
          plannedOn,
          consent,
        })),
    }));
  },
  show: (rows) => rows,
});

/** `disposal.list`: every application and what became of it. */
const listDisposals = question({
  name: 'disposal.list',
  says: 'List the applications for disposal and how far they are',
  schema: z.strictObject({}),
  who: LOOKERS,
  reading: 'none',
  opens: [],
  purpose: 'retention',
  find: async ({ reader }) => (await allDisposals(reader)).map(({ subject: _subject, ...found }) => found),
  show: (rows) => rows,
});

/** `disposal.show`: everything that the application and the pledge print (DOC-53, DOC-54). */
const showDisposal = question({
  name: 'disposal.show',
  says: 'Show an application for disposal with its words, consent and pledge',
  schema: z.strictObject({ disposal: inputs.id('matter') }),
  who: LOOKERS,
  reading: 'opened',
  opens: ['handover.*'],
  purpose: 'retention',
  find: ({ reader }, { disposal }) => findDisposal(reader, disposal),
  show: (rows, fields) =>
    rows.map(({ subject, ...row }) => ({ ...row, words: fields({ subject, ...row }) }))[0] ?? null,
});

/** Questions about keeping and disposing. */
export const disposalQuestions: readonly Question[] = [showRetentionEnds, listDisposals, showDisposal];
