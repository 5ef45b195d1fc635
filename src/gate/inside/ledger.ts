import { z } from 'zod';
import type { RoleName } from '../../domain/facts/governance.ts';
import { roles, type Allowed } from '../../security/access.ts';
import { SECTION_READERS } from '../../security/fields.ts';
import { accountsByRole, ledgerEntries, type LedgerItem } from '../../store/questions/ledger.ts';
import { question, type Question } from '../question.ts';
import { REGISTRARS } from './hand-over.ts';
import { TAKERS } from './list.ts';

/** Who uses each kind: those who can read it, taken from the tables that let them. */
const USERS: Readonly<Record<LedgerItem, readonly RoleName[]>> = {
  list: rolesOf(TAKERS),
  vault: [
    ...new Set(Object.values(SECTION_READERS).flatMap((readers) => Object.keys(readers) as RoleName[])),
  ],
  generation: ['administrator'],
  export: [],
  'paper-batch': ['mailing-clerk', 'responsible-manager'],
  'received-item': rolesOf(REGISTRARS),
};

/** `ledger.list`: all personal information that is held, by whom it is used, where, in how many copies, until when. */
const listLedger = question({
  name: 'ledger.list',
  says: 'List all personal information that is held: users, place, copies, and what became of it',
  schema: z.strictObject({
    /** Only what still has no place (PII-9-1), or only what is held. */
    only: z.enum(['held', 'without-place']).optional(),
  }),
  who: { allowed: roles('responsible-manager', 'work-supervisor', 'ward-staff', 'auditor') },
  reading: 'listed',
  opens: [],
  purpose: 'ledger',
  find: async ({ reader, today }, { only }) => {
    const accounts = await accountsByRole(reader, today);
    return (await ledgerEntries(reader))
      .filter((entry) => only === undefined || entry.state === 'held')
      .filter((entry) => only !== 'without-place' || entry.place === null)
      .map((entry) => ({
        ...entry,
        users: USERS[entry.item].map((role) => ({ role, accounts: accounts.get(role) ?? [] })),
      }));
  },
  show: (rows) => rows,
});

/** Questions about the ledger of personal information [台帳]. */
export const ledgerQuestions: readonly Question[] = [listLedger];

function rolesOf(allowed: readonly Allowed[]): readonly RoleName[] {
  return allowed.flatMap((line) => ('role' in line ? [line.role] : []));
}
