import { z } from 'zod';
import { issueInvoice, type InvoiceEvidence } from '../../domain/billing/issue-invoice.ts';
import { issueLumpSum } from '../../domain/billing/issue-lump-sum.ts';
import { payInvoice } from '../../domain/billing/pay-invoice.ts';
import { receiveInvoice } from '../../domain/billing/receive-invoice.ts';
import { addMonths, type YearMonth } from '../../domain/basics/year-month.ts';
import type { Period } from '../../domain/facts/closing.ts';
import { monthStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { invoiceEvidence } from '../../store/questions/billing.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

/** A month, or the year of the lump sum. */
export const period = z.custom<Period>(
  (value) => typeof value === 'string' && (/^\d{4}$/.test(value) || inputs.month.safeParse(value).success),
);

/** Nobody hands in the evidence: it is read from the journal. */
const evidence = z.custom<InvoiceEvidence>(() => false).optional();

const issue = command({
  name: 'invoice.issue',
  says: 'Issue the invoice of a month whose report the ward has accepted',
  schema: z.strictObject({ month: inputs.month, evidence }),
  who: { allowed: roles('responsible-manager') },
  completes: async (reader, input) => ({ ...input, evidence: await invoiceEvidence(reader, input.month) }),
  streams: (input) => ({ month: monthStream(input.month) }),
  decide: issueInvoice,
  leavesHouse: true,
  remembers: 'billing',
});

const issueLump = command({
  name: 'invoice.issue-lump-sum',
  says: "Issue the year's one invoice for the lump sum, after the ward accepted the last month's report",
  schema: z.strictObject({ year: z.int().min(2000).max(2199) }),
  who: { allowed: roles('responsible-manager') },
  streams: ({ year }) => ({ year: monthStream(`${year}`), last: monthStream(lastMonth(year)) }),
  decide: issueLumpSum,
  leavesHouse: true,
  remembers: 'billing',
});

const receive = command({
  name: 'invoice.receive',
  says: 'Record the day on which the ward received an invoice in proper form',
  schema: z.strictObject({ month: period, edition: z.int().min(1).default(1), on: inputs.date }),
  who: { allowed: roles('responsible-manager', 'ward-staff') },
  streams: (input) => ({ month: monthStream(input.month) }),
  decide: receiveInvoice,
  remembers: 'billing',
});

const pay = command({
  name: 'invoice.pay',
  says: 'Record that the ward paid an invoice, to the yen',
  schema: z.strictObject({
    month: period,
    edition: z.int().min(1).default(1),
    on: inputs.date,
    amount: z.int(),
  }),
  who: { allowed: roles('responsible-manager', 'ward-staff') },
  streams: (input) => ({ month: monthStream(input.month) }),
  decide: payInvoice,
  remembers: 'billing',
});

/** Invoices from their issue to their payment (CHI-10). */
export const invoiceCommands: readonly Command[] = [issue, issueLump, receive, pay];

/** A fiscal year's last month: March. */
function lastMonth(year: number): YearMonth {
  return addMonths(`${year + 1}-01` as YearMonth, 2);
}
