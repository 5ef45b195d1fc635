import { addMonths, type YearMonth } from '../../domain/basics/year-month.ts';
import { BILLABLE_FACTS, type Placed } from '../../domain/billing/billable.ts';
import type { InvoiceEvidence } from '../../domain/billing/issue-invoice.ts';
import type { Period } from '../../domain/facts/closing.ts';
import { COUNTED_TYPES } from '../../domain/reports/counts-of-fact.ts';
import { evolveMonth, noMonth, type MonthState } from '../../domain/reports/month-state.ts';
import type { Reader, Statement } from '../connection.ts';
import { factOf } from '../journal.ts';
import { text, whole } from '../row.ts';

const MONTHS: Statement = {
  name: 'billing-months',
  text: 'select stream, line from fact where stream = any ($1) order by stream, version',
};

const COUNTED: Statement = {
  name: 'billing-facts',
  text: 'select ord, line from fact where type = any ($1) and ord <= $2 order by ord',
};

const COUNTED_ANYWHERE = [...new Set<string>([...BILLABLE_FACTS, ...COUNTED_TYPES])];

/** The states of months and years, as the journal has them now. */
export async function monthStates(
  reader: Reader,
  periods: readonly Period[],
): Promise<ReadonlyMap<Period, MonthState>> {
  const rows = await reader.rows(MONTHS, [periods.map((period) => `month:${period}`)]);
  const states = new Map<Period, MonthState>(periods.map((period) => [period, noMonth]));
  for (const row of rows) {
    const period = text(row, 'stream').slice('month:'.length) as YearMonth;
    states.set(period, evolveMonth(states.get(period) ?? noMonth, factOf(text(row, 'line'))));
  }
  return states;
}

/**
 * What an invoice of a month stands on: the closings and invoices of that month and the eleven before it, and every fact
 * that invoices or reports count, up to the last of these closings. Behind a closing nothing changes any more.
 */
export async function invoiceEvidence(reader: Reader, month: YearMonth): Promise<InvoiceEvidence> {
  const months = Array.from({ length: 12 }, (_, index) => addMonths(month, index - 11));
  const states = await monthStates(reader, months);
  const closings = [...states.values()]
    .flatMap((state) => state.closings)
    .toSorted((a, b) => a.upTo - b.upTo || (a.at < b.at ? -1 : 1));
  const issued = months.flatMap((of) =>
    (states.get(of)?.invoices ?? []).map(({ edition, upTo }) => ({ month: of, edition, upTo })),
  );
  const facts = await placed(reader, COUNTED_ANYWHERE, closings.at(-1)?.upTo ?? 0);
  return { facts, closings, issued };
}

/** Every fact that invoices count, up to a place of the journal. */
export function billableFacts(reader: Reader, upTo: number): Promise<readonly Placed[]> {
  return placed(reader, BILLABLE_FACTS, upTo);
}

async function placed(reader: Reader, types: readonly string[], upTo: number): Promise<readonly Placed[]> {
  const rows = await reader.rows(COUNTED, [types, upTo]);
  return rows.map((row) => ({ place: whole(row, 'ord'), fact: factOf(text(row, 'line')) }));
}
