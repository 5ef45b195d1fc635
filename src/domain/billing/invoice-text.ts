import { sha256 } from '../basics/sha256.ts';
import type { Invoice } from './invoice.ts';

/** The bytes of `invoice-YYYY-MM.json`: the same invoice gives the same text, whenever it is written. */
export function invoiceText(invoice: Invoice): string {
  const { month, edition, lines, taxByRate, total } = invoice;
  const ordered = {
    month,
    edition,
    lines: lines.map(({ code, quantity, unitPrice, amount, taxClass, adjusts, receipts }) => ({
      code,
      quantity,
      unitPrice,
      amount,
      taxClass,
      adjusts,
      receipts,
    })),
    taxByRate: taxByRate.map(({ rate, base, tax }) => ({ rate, base, tax })),
    total,
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/** What `sha256sum` prints for the file. */
export function invoiceDigest(invoice: Invoice): string {
  return sha256(invoiceText(invoice));
}
