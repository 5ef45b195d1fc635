import { z } from 'zod';
import type { Period } from '../../domain/facts/closing.ts';
import {
  acceptReport,
  issueReport,
  returnReport,
  type IssueReport,
} from '../../domain/reports/inspect-report.ts';
import type { MonthState } from '../../domain/reports/month-state.ts';
import { monthStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import type { Gathering } from '../gathering.ts';
import { inputs } from '../inputs.ts';
import { remakeAnnual } from './remake-report.ts';

/** A month, or the year of the annual report. */
const period = z.custom<Period>(
  (value) => typeof value === 'string' && (/^\d{4}$/.test(value) || inputs.month.safeParse(value).success),
);

const MANAGER = roles('responsible-manager');
/** The ward itself, or the manager who has it from the ward in writing. */
const INSPECTORS = roles('ward-staff', 'responsible-manager');

/** Reports on their way to the ward and back: issued, returned, accepted (検査). The annual one under its year. */
export const reportCommands: readonly Command[] = [
  command({
    name: 'report.issue',
    says: 'Hand the report of a closed month, or of the year, to the ward',
    schema: z.strictObject({ month: period, year: z.custom<IssueReport['year']>(() => false).optional() }),
    who: { allowed: MANAGER },
    streams: (input) => ({ month: monthStream(input.month) }),
    gathers: async (gathering, input, { month }) =>
      input.month.length === 4 ? { ...input, year: await annualOf(gathering, month) } : input,
    decide: issueReport,
    leavesHouse: true,
    remembers: 'report',
  }),
  command({
    name: 'report.return',
    says: 'Record that the ward sends a report back, with a code of why',
    schema: z.strictObject({ month: period, reason: inputs.code, ref: inputs.code }),
    who: { allowed: INSPECTORS },
    streams: (input) => ({ month: monthStream(input.month) }),
    decide: returnReport,
    remembers: 'report',
  }),
  command({
    name: 'report.accept',
    says: "Record the ward's inspection and acceptance of a report, with its reference",
    schema: z.strictObject({ month: period, ref: inputs.code }),
    who: { allowed: INSPECTORS },
    streams: (input) => ({ month: monthStream(input.month) }),
    decide: acceptReport,
    remembers: 'report',
  }),
];

/** The next edition of the annual report; the same as the last one when nothing was closed since. */
async function annualOf(
  { reader, rules }: Gathering,
  { reports }: MonthState,
): Promise<NonNullable<IssueReport['year']>> {
  const last = reports.toSorted((a, b) => a.edition - b.edition).at(-1);
  const again = last ? await remakeAnnual(reader, last.edition, rules) : undefined;
  if (last && again?.digest === last.digest && last.status !== 'returned') {
    return { edition: last.edition, digest: last.digest, complete: again.complete };
  }
  const edition = (last?.edition ?? 0) + 1;
  const { digest, complete } = await remakeAnnual(reader, edition, rules);
  return { edition, digest, complete };
}
