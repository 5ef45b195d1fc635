import { z } from 'zod';
import { dropFilter, renameFilter, saveFilter } from '../../domain/access/save-filter.ts';
import { accountStream } from '../../domain/streams.ts';
import type { Who } from '../../security/access.ts';
import { savedFilters } from '../../store/questions/saved-filters.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const ONESELF: Who = { allowed: [{ oneself: true }] };
const account = inputs.id('account');
const filter = inputs.id('filter');
/** The pattern of an address of the desk. */
const page = z.string().regex(/^\/[a-z0-9/:-]{0,100}$/);
const name = z.string().trim().min(1).max(20);
/** Names and codes of an address. No `%`: what would have to be hidden in an address is no code. */
const codes = z.string().regex(/^(?=.{1,200}$)[a-z-]+=[\w.-]+(?:&[a-z-]+=[\w.-]+)*$/);
const hers = (input: { readonly account: z.infer<typeof account> }) => ({
  account: accountStream(input.account),
});

/** What somebody keeps for herself above the lists of the desk (ui.md: saved filters). */
export const savedFilterActs = {
  save: command({
    name: 'account.save-filter',
    says: 'Keep the present filter of a list under a name of her own',
    schema: z.strictObject({ account, filter, page, codes, name }),
    who: ONESELF,
    streams: hers,
    decide: saveFilter,
    remembers: 'access',
  }),
  rename: command({
    name: 'account.rename-filter',
    says: 'Give a kept filter another name',
    schema: z.strictObject({ account, filter, name }),
    who: ONESELF,
    streams: hers,
    decide: renameFilter,
    remembers: 'access',
  }),
  drop: command({
    name: 'account.drop-filter',
    says: 'Take a kept filter away',
    schema: z.strictObject({ account, filter }),
    who: ONESELF,
    streams: hers,
    decide: dropFilter,
    remembers: 'access',
  }),
};

/** `account.own-filters`: her own words for her own lists; no reading of anybody's data, so none is remembered. */
export const ownFilters = question({
  name: 'account.own-filters',
  says: 'Show the filters that who asks keeps above a list',
  schema: z.strictObject({ page }),
  who: ONESELF,
  reading: 'none',
  opens: ['own.name'],
  ofOneself: true,
  purpose: 'access',
  find: ({ reader, actor }, input) => {
    const own = account.safeParse(actor);
    return own.success ? savedFilters(reader, own.data, input.page) : Promise.resolve([]);
  },
  show: (rows, fields) =>
    rows.map((row) => ({ filter: row.filter, codes: row.codes, name: fields(row)['own.name'] ?? '' })),
});

export const savedFilterCommands: readonly Command[] = Object.values(savedFilterActs);
export const savedFilterQuestions: readonly Question[] = [ownFilters];
