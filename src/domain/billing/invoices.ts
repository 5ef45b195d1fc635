import type { CivilDate } from '../basics/civil-date.ts';
import type { RecordedFact } from '../facts.ts';
import type { Invoice } from './invoice.ts';

/** An invoice from its issue to its payment. */
export type IssuedInvoice = {
  readonly edition: number;
  readonly number: string;
  readonly digest: string;
  readonly invoice: Invoice;
  /** Edition of the report that the ward had accepted, and up to which place in the journal it counts. */
  readonly report: number;
  readonly upTo: number;
  readonly issuedOn: CivilDate;
  readonly received?: { readonly on: CivilDate; readonly dueBy: CivilDate };
  readonly paidOn?: CivilDate;
};

/** The invoices of one month (its own and its supplements), or of one year (its lump sum), in order of their issue. */
export type Invoices = readonly IssuedInvoice[];

export const noInvoices: Invoices = [];

export function evolveInvoices(state: Invoices, fact: RecordedFact): Invoices {
  switch (fact.type) {
    case 'invoice.issued': {
      const { edition, number, digest, invoice, report, upTo, on: issuedOn } = fact;
      return [...state, { edition, number, digest, invoice, report, upTo, issuedOn }];
    }
    case 'invoice.received': {
      const { on, dueBy } = fact;
      return changed(state, fact.number, { received: { on, dueBy } });
    }
    case 'invoice.paid':
      return changed(state, fact.number, { paidOn: fact.on });
    default:
      return state;
  }
}

function changed(state: Invoices, number: string, to: Partial<IssuedInvoice>): Invoices {
  return state.map((one) => (one.number === number ? { ...one, ...to } : one));
}
