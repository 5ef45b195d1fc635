import { addDays } from '../../domain/basics/civil-date.ts';
import { err, type Result } from '../../domain/basics/result.ts';
import { invoicePaper } from '../../programmes/papers/invoice.ts';
import type { ReceiptTold } from '../../programmes/papers/invoice-evidence.ts';
import type { MadeInvoice } from './invoice-data.ts';
import { paperFile, type NoPaper, type OfficeDoor, type PaperFile } from './paper-files.ts';

/**
 * An invoice as PDF beside its JSON: the qualified invoice and behind it the list of its receipts (DOC-21, DOC-22). It
 * is dated with the day of its issue, so that the same invoice always gives the same bytes.
 */
export async function invoiceFile(
  door: Pick<OfficeDoor, 'programme' | 'tryout' | 'setPaper'>,
  { paper, name }: MadeInvoice,
): Promise<Result<PaperFile, NoPaper>> {
  const { papers, id, rules } = door.programme;
  if (!papers) return err({ type: 'no-papers', programme: id });
  const { payWithinDays } = rules.billing;
  return paperFile(
    door,
    name,
    invoicePaper(papers.office, {
      invoice: paper.invoice,
      number: paper.number,
      digest: paper.digest,
      on: paper.issuedOn,
      dueIfReceived: addDays(paper.issuedOn, payWithinDays),
      payWithinDays,
      issuer: paper.issuer,
      words: papers.invoiceWords,
      part: paper.sources.month.length === 4 ? 'lump-sum' : 'month',
      receipts: paper.sources.lines.flatMap(receiptsOf),
      remote: paper.sources.lines.map(({ by }) => by),
      withoutReceipt: paper.sources.unclaimed.filter(({ reason }) => reason === 'no-receipt'),
    }),
  );
}

function receiptsOf({
  code,
  sources,
}: MadeInvoice['paper']['sources']['lines'][number]): readonly ReceiptTold[] {
  return sources.flatMap(({ of, by, paid }) => (paid ? [{ code, batch: of, pieces: by, ...paid }] : []));
}
