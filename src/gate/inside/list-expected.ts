import { z } from 'zod';
import { expectedList, type ExpectedList } from '../../domain/intake/expected-list.ts';
import { roles } from '../../security/access.ts';
import { allLists } from '../../store/questions/lists.ts';
import { question } from '../question.ts';

/** `list.expected`: which list of the ward comes next and by when it is needed; nothing where lists do not come by month. */
export const nextList = question({
  name: 'list.expected',
  says: 'Tell which monthly list of the ward is expected next and by when it is needed',
  schema: z.strictObject({}),
  who: { allowed: roles('responsible-manager', 'mailing-clerk', 'ward-staff', 'auditor') },
  reading: 'none',
  opens: [],
  purpose: 'intake',
  find: async ({ reader, today, rules }) => {
    if (!rules.intake.weeks) return [];
    const lists = await allLists(reader);
    const listed = lists.flatMap(({ kind, state, months }) =>
      kind === 'targets' && state !== 'discarded' ? months : [],
    );
    const expected = expectedList(listed, today, rules.intake);
    return [{ expected: { ...expected, late: today > expected.by } }];
  },
  show: (rows): (ExpectedList & { readonly late: boolean }) | null => rows[0]?.expected ?? null,
});
