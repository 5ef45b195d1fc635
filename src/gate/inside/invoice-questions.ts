import { z } from 'zod';
import type { LineSource } from '../../domain/billing/draw-up-invoice.ts';
import { invoiceDigest } from '../../domain/billing/invoice-text.ts';
import { invoiceFromFacts, type InvoiceWithProof } from '../../domain/billing/invoice-from-facts.ts';
import type { IssuedInvoice } from '../../domain/billing/invoices.ts';
import { drawUpLumpSum } from '../../domain/billing/lump-sum.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import type { Period } from '../../domain/facts/closing.ts';
import type { Rules } from '../../domain/rules.ts';
import { roles } from '../../security/access.ts';
import type { Reader } from '../../store/connection.ts';
import { factsAt } from '../../store/questions/months.ts';
import { invoiceEvidence, monthStates } from '../../store/questions/billing.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';
import { period } from './invoice.ts';

const readers = { allowed: roles('responsible-manager', 'ward-staff', 'auditor') };
const asked = { month: period, edition: z.int().min(1).default(1) };

type Asked = { readonly month: Period; readonly edition: number };
type Shown = Omit<IssuedInvoice, 'upTo'> & { readonly month: Period };

/** `invoice.show`: an invoice as it was issued, when it was received, by when it is due, and when it was paid. */
const showInvoice = question({
  name: 'invoice.show',
  says: 'Show an invoice as it was issued, with the days of its receipt and payment',
  schema: z.strictObject(asked),
  who: readers,
  reading: 'none',
  opens: [],
  purpose: 'billing',
  find: async ({ reader }, input): Promise<readonly Shown[]> => {
    const issued = await issuedInvoice(reader, input);
    if (!issued) return [];
    const { upTo: _place, ...shown } = issued;
    return [{ month: input.month, ...shown }];
  },
  show: ([found]) => found ?? null,
});

/**
 * `invoice.behind`: the ids of the facts, cases, pieces and receipts behind each line, what was posted and not claimed, and
 * whether the facts still give the very bytes that were issued. `code` and `adjusts` ask for one line, and then its facts
 * themselves are told, with their numbers in the exported journal.
 */
const behindInvoice = question({
  name: 'invoice.behind',
  says: 'Show the facts and receipts behind each line of an invoice, and what was posted and not claimed',
  schema: z.strictObject({ ...asked, code: inputs.code.optional(), adjusts: inputs.month.optional() }),
  who: readers,
  reading: 'listed',
  opens: [],
  purpose: 'billing',
  find: async ({ reader, rules }, input) => {
    const issued = await issuedInvoice(reader, input);
    if (!issued) return [];
    const made = await madeAgain(reader, input, issued, rules);
    const wanted = ({ code, adjusts }: { readonly code: string; readonly adjusts?: YearMonth }) =>
      (input.code === undefined || code === input.code) &&
      (input.adjusts === undefined || adjusts === input.adjusts);
    return [
      {
        month: input.month,
        edition: issued.edition,
        number: issued.number,
        digest: issued.digest,
        report: issued.report,
        proven: made !== undefined && invoiceDigest(made.drawn.invoice) === issued.digest,
        lines: await Promise.all(
          (made?.drawn.lines ?? [])
            .filter(({ line }) => wanted(line))
            .map(async ({ line, sources, by }) => ({
              ...line,
              ...(by ? { by } : {}),
              sources,
              ...(input.code === undefined ? {} : { told: await told(reader, sources) }),
            })),
        ),
        unclaimed: made?.unclaimed ?? [],
      },
    ];
  },
  show: ([found]) => found ?? null,
});

/** Questions about invoices. */
export const invoiceQuestions: readonly Question[] = [showInvoice, behindInvoice];

/** The facts a line stands on, in the order of the journal. */
function told(reader: Reader, sources: readonly LineSource[]) {
  return factsAt(reader, [...new Set(sources.map(({ place }) => place))]);
}

async function issuedInvoice(reader: Reader, { month, edition }: Asked): Promise<IssuedInvoice | undefined> {
  const states = await monthStates(reader, [month]);
  return states.get(month)?.invoices.find((one) => one.edition === edition);
}

/** The invoice made again from what it was made of. */
async function madeAgain(
  reader: Reader,
  { month, edition }: Asked,
  issued: IssuedInvoice,
  rules: Rules,
): Promise<InvoiceWithProof | undefined> {
  if (month.length === 4) {
    const drawn = drawUpLumpSum({ month: issued.invoice.month, on: rules.contract.to }, rules.billing);
    return drawn.ok ? { drawn: drawn.value, claimed: [], unclaimed: [] } : undefined;
  }
  const of = month as YearMonth;
  const evidence = await invoiceEvidence(reader, of);
  const before = evidence.issued.filter(
    (one) => one.month < of || (one.month === of && one.edition < edition),
  );
  const ground = { period: { month: of, edition, upTo: issued.upTo }, facts: evidence.facts, issued: before };
  const made = invoiceFromFacts(ground, rules);
  return made.ok ? made.value : undefined;
}
