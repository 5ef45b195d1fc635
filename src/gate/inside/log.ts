import { z } from 'zod';
import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import { instantAt } from '../../domain/basics/instant.ts';
import { AUDIT_WORDS, type AuditWord } from '../../security/audit-words.ts';
import { roles } from '../../security/access.ts';
import { checkLog, findLogEntries, type LogPeriod } from '../../store/questions/log.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const WHO = { allowed: roles('auditor', 'administrator', 'access-approver') };
const MOST = 500;
const words = Object.keys(AUDIT_WORDS) as [AuditWord, ...AuditWord[]];

/** `log.entries`: the access log of some days, a page at a time; reading it stands in it too. */
export const listLogEntries = question({
  name: 'log.entries',
  says: 'Show entries of the access log of some days, by person, kind, command or case, a page at a time',
  schema: z.strictObject({
    from: inputs.date,
    to: inputs.date,
    actor: inputs.code.optional(),
    word: z.enum(words).optional(),
    row: inputs.code.optional(),
    about: inputs.code.optional(),
    /** The place of the last entry of the page before. */
    after: z.int().min(0).optional(),
    size: z.int().min(1).max(MOST).optional(),
  }),
  who: WHO,
  reading: 'listed',
  opens: [],
  purpose: 'audit',
  find: ({ reader }, { from, to, after = 0, size = MOST, ...filter }) =>
    findLogEntries(reader, daysOf(from, to), filter, { after, size }),
  show: (rows, _fields, { size = MOST }) => ({
    entries: rows,
    next: rows.length === size ? (rows.at(-1)?.place ?? null) : null,
  }),
});

/** `log.review`: the four views of the monthly check of the log. */
const reviewLogQuestion = question({
  name: 'log.review',
  says: 'Check the access log of some days: acts of administrators, denials in a row, unusual hours, many openings',
  schema: z.strictObject({ from: inputs.date, to: inputs.date }),
  who: WHO,
  reading: 'listed',
  opens: [],
  purpose: 'audit',
  find: async ({ reader, rules }, { from, to }) => [
    await checkLog(reader, daysOf(from, to), rules.access.logReview),
  ],
  show: ([checked]) => ({
    findings: checked?.findings ?? [],
    usage: checked?.usage ?? [],
    counts: {
      administration: checked?.findings.filter((one) => one.kind === 'administration').length ?? 0,
      denials: checked?.findings.filter((one) => one.kind === 'denials').length ?? 0,
      offHours: checked?.findings.filter((one) => one.kind === 'off-hours').length ?? 0,
      bulk: checked?.findings.filter((one) => one.kind === 'bulk').length ?? 0,
    },
  }),
});

/** Both days included. */
function daysOf(from: CivilDate, to: CivilDate): LogPeriod {
  return { from: instantAt(from, '00:00'), to: instantAt(addDays(to, 1), '00:00') };
}

export const logQuestions: readonly Question[] = [listLogEntries, reviewLogQuestion];
