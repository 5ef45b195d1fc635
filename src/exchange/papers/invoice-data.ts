import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import type { BillingRules } from '../../domain/billing/billing-rules.ts';
import type { Unclaimed } from '../../domain/billing/billable.ts';
import type { LineSource } from '../../domain/billing/draw-up-invoice.ts';
import type { Invoice, InvoiceLine } from '../../domain/billing/invoice.ts';
import { invoiceText } from '../../domain/billing/invoice-text.ts';
import type { Period } from '../../domain/facts/closing.ts';
import type { Call, Receipt } from '../../gate/execute.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Programme } from '../../programmes/programme.ts';

/** What the invoice's papers need of a place. */
export type InvoiceDoor = {
  readonly programme: Programme;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
  readonly execute: (calls: readonly Call[], by: By) => Promise<Result<Receipt, GateRefusal>>;
};

/** Which invoice: of a month, its supplement of that number (AMB-39), or of a year's lump sum (CHI-10.1-2). */
export type WhichInvoice =
  | { readonly month: YearMonth; readonly supplement?: number }
  | { readonly year: number };

/** The facts and receipts behind each line, as `invoice-YYYY-MM.sources.json` gives them. */
export type InvoiceSources = {
  readonly month: Period;
  readonly edition: number;
  readonly number: string;
  readonly digest: string;
  /** Edition of the report that the ward had accepted. */
  readonly report: number;
  /** The facts still give the very bytes that were issued. */
  readonly proven: boolean;
  readonly lines: readonly (InvoiceLine & {
    /** Of remote talks: how many by video and by telephone (CHI-10.2-3). */
    readonly by?: { readonly online: number; readonly phone: number };
    readonly sources: readonly LineSource[];
  })[];
  readonly unclaimed: readonly Unclaimed[];
};

/** Everything that stands on the paper: the fields of a qualified invoice, and the list of its evidence. */
export type InvoicePaper = {
  readonly title: string;
  readonly recipient: string;
  readonly issuer: BillingRules['issuer'];
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly digest: string;
  readonly invoice: Invoice;
  readonly sources: InvoiceSources;
};

export type MadeInvoice = {
  readonly paper: InvoicePaper;
  /** `invoice-2026-05`, `invoice-2027-03-supplement-1`, `invoice-2026-lump-sum`. */
  readonly name: string;
  /** The frozen JSON, whose SHA-256 is `digest`, and its sources. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
};

/**
 * The invoice as data for its files and its paper. One that was not issued yet is issued, when the ward has accepted the
 * report and everything agrees; one that was is only read. So the same call gives the same bytes, however often, and
 * after a kill as well.
 */
export async function invoiceData(
  door: InvoiceDoor,
  which: WhichInvoice,
  by: By,
): Promise<Result<MadeInvoice, GateRefusal>> {
  const asked = askedOf(which);
  const found = await issuedInvoice(door, which, asked, by);
  if (!found.ok) return found;
  const behind = await door.ask('invoice.behind', asked, by);
  if (!behind.ok) return behind;
  const { programme } = door;
  const { number, issuedOn, digest, invoice } = found.value;
  const sources = behind.value as InvoiceSources;
  const name = nameOf(which);
  return ok({
    paper: {
      title: programme.title,
      recipient: programme.municipality.name,
      issuer: programme.rules.billing.issuer,
      number,
      issuedOn,
      digest,
      invoice,
      sources,
    },
    name,
    files: [
      { name: `${name}.json`, text: invoiceText(invoice) },
      { name: `${name}.sources.json`, text: `${JSON.stringify(sources, null, 2)}\n` },
    ],
  });
}

/** Issues it when nobody did before. Two who do it at once get the same invoice: what counts is that it is there. */
async function issuedInvoice(
  door: InvoiceDoor,
  which: WhichInvoice,
  asked: Asked,
  by: By,
): Promise<Result<Shown, GateRefusal>> {
  const before = await shown(door, asked, by);
  if (!before.ok) return before;
  if (before.value) return ok(before.value);
  const issued = await door.execute([issueOf(which)], by);
  const after = await shown(door, asked, by);
  if (!after.ok) return after;
  if (after.value) return ok(after.value);
  return issued.ok ? err({ refused: 'invoice-not-issued', month: asked.month }) : issued;
}

type Asked = { readonly month: Period; readonly edition: number };
type Shown = {
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly digest: string;
  readonly invoice: Invoice;
};

function askedOf(which: WhichInvoice): Asked {
  return 'year' in which
    ? { month: `${which.year}`, edition: 1 }
    : { month: which.month, edition: (which.supplement ?? 0) + 1 };
}

function issueOf(which: WhichInvoice): Call {
  return 'year' in which
    ? { row: 'invoice.issue-lump-sum', input: { year: which.year } }
    : { row: 'invoice.issue', input: { month: which.month } };
}

function nameOf(which: WhichInvoice): string {
  if ('year' in which) return `invoice-${which.year}-lump-sum`;
  const own = `invoice-${which.month}`;
  return which.supplement === undefined ? own : `${own}-supplement-${which.supplement}`;
}

async function shown(door: InvoiceDoor, asked: Asked, by: By): Promise<Result<Shown | null, GateRefusal>> {
  const found = await door.ask('invoice.show', asked, by);
  return found.ok ? ok(found.value as Shown | null) : found;
}
