import type { BatchId, CaseId, ListId } from '../../domain/basics/ids.ts';
import { monthContaining } from '../../domain/basics/year-month.ts';
import type { Result } from '../../domain/basics/result.ts';
import type { Invoice } from '../../domain/billing/invoice.ts';
import type { Period } from '../../domain/facts/closing.ts';
import type { PieceKind } from '../../domain/facts/mailing.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import { batchPapers } from '../../exchange/papers/batch-papers.ts';
import { invoiceData, type WhichInvoice } from '../../exchange/papers/invoice-data.ts';
import { invoiceFile } from '../../exchange/papers/invoice-paper.ts';
import { listPapers } from '../../exchange/papers/list-papers.ts';
import { openLetters, type OpenedLetter } from '../../exchange/papers/open-letters.ts';
import { overseasLetter } from '../../exchange/papers/overseas-letter.ts';
import type { NoPaper, OfficeDoor, PaperFile } from '../../exchange/papers/paper-files.ts';
import type { PrintShop } from '../../exchange/papers/print-shop.ts';
import { reportData } from '../../exchange/papers/report-data.ts';
import { reportPapers, type ReportsRead } from '../../exchange/papers/report-papers.ts';
import type { Hands } from './hands.ts';
import type { Papers } from './papers.ts';
import { STAFF } from './staff.ts';

/**
 * Everything on paper that the year gives out, by the same functions as the commands of `mimamori`. What stands on a paper
 * is asked through the gate in its turn; setting it goes on while the year does, and changes nothing but files.
 */
export type PaperRoom = {
  /** The letters of a batch as they lie in the tray: `letters/2026-05-notice-1.pdf`. */
  readonly letters: (batch: BatchId, kind: PieceKind) => Promise<void>;
  /** Pick list, count sheet, posting slip and dispatch list of a batch that was posted today. */
  readonly batch: (batch: BatchId) => Promise<void>;
  /** Custody receipt of a list and, while it has open questions, the inquiry to the ward. */
  readonly list: (list: ListId) => Promise<void>;
  /** The letter to a woman whose package waits while she is abroad (DOC-20). */
  readonly overseas: (id: CaseId) => Promise<void>;
  /** A closed month or the year, in an edition: numbers, sources, PDF and workbook. */
  readonly report: (period: Period, edition: number) => Promise<void>;
  /** Issues an invoice, and gives what stands on it. */
  readonly invoice: (which: WhichInvoice) => Promise<Invoice>;
  /** Waits until everything that was begun is written. */
  readonly finished: () => Promise<void>;
};

const CLERK = { actor: STAFF.clerk };
const MANAGER = { actor: STAFF.manager };
const OPERATOR = { actor: STAFF.operator };

/** `printed` hears which code stands on which copy: only so can somebody try the portal of a town that has no post. */
export function openPaperRoom(
  hands: Hands,
  papers: Papers,
  shop: PrintShop,
  printed?: (letters: readonly OpenedLetter[]) => void,
): PaperRoom {
  const { programme, parts, ask } = hands.door;
  const door: OfficeDoor = { programme, tryout: true, now: parts.now, ask };
  const begun: Promise<void>[] = [];
  const named = new Map<string, number>();
  /** Months that were shown once are not made again for the papers of the next. */
  const read: ReportsRead = new Map();

  /** `letters/2026-05-notice-1.pdf`, and the next one with 2: so a folder reads like a year. */
  const letterFile = (kind: string): string => {
    const name = `${monthContaining(hands.clock.today())}-${kind}`;
    const nth = (named.get(name) ?? 0) + 1;
    named.set(name, nth);
    return `letters/${name}-${nth}`;
  };

  /** Goes on by itself; the year waits for it at its end, and a failure is told then. */
  const goOn = (work: Promise<void>): void => {
    work.catch(() => undefined);
    begun.push(work);
  };

  /** Comes back as soon as nothing more is asked and the first sheet is being set. */
  const office = async (
    prefix: string,
    make: (door: OfficeDoor) => Promise<Result<readonly PaperFile[], NoPaper>>,
  ): Promise<void> => {
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    const setPaper: PrintShop['setPaper'] = (paper, tryout) => {
      resolve();
      return shop.setPaper(paper, tryout);
    };
    const write = async () => {
      const files = await make({ ...door, setPaper });
      if (!files.ok) throw new Error(`${prefix}: no paper: ${JSON.stringify(files.error)}`);
      for (const { name, bytes } of files.value) await papers.write(`${prefix}${name}`, bytes);
    };
    const made = write();
    goOn(made);
    await Promise.race([asked, made]);
  };

  return {
    letters: async (batch, kind) => {
      const opened = await openLetters(door, batch, CLERK, []);
      if (!opened.ok) throw new Error(`No letters of ${kind}: ${JSON.stringify(opened.error)}`);
      printed?.(opened.value.letters);
      const file = letterFile(kind);
      const set = async () => {
        const pdfs = await shop.letters(opened.value);
        if (!pdfs.ok) throw new Error(`${file} was not set: ${JSON.stringify(pdfs.error)}`);
        for (const [at, pdf] of pdfs.value.entries()) {
          await papers.write(`${file}${pdfs.value.length > 1 ? `-part-${at + 1}` : ''}.pdf`, pdf);
        }
      };
      goOn(set());
    },
    batch: (batch) => office(dated(), (to) => batchPapers(to, batch, CLERK)),
    list: (list) => office(dated(), (to) => listPapers(to, list, CLERK)),
    overseas: async (id) => {
      const made = await overseasLetter(door, id, OPERATOR);
      // A stop that came in between says that nothing is written to her.
      if (!made.ok && made.error.type === 'nothing-printed') return;
      if (!made.ok) throw new Error(`No letter to her abroad: ${JSON.stringify(made.error)}`);
      await papers.write(`${letterFile('overseas')}.pdf`, made.value);
    },
    report: async (period, edition) => {
      const which =
        period.length === 4 ? { year: Number(period), edition } : { month: period as YearMonth, edition };
      const made = await reportData(hands.door, which, MANAGER);
      if (!made.ok) throw new Error(`No report of ${period}: ${JSON.stringify(made.error)}`);
      for (const { digest, report, files } of made.value) {
        for (const { name, text } of files) await papers.write(`reports/${name}`, text);
        if (period.length > 4) read.set(digest, { digest, report, proven: true });
      }
      await office('reports/', (to) => reportPapers(to, which, MANAGER, read));
    },
    invoice: async (which) => {
      const made = await invoiceData(hands.door, which, MANAGER);
      if (!made.ok) {
        throw new Error(`No invoice of ${JSON.stringify(which)}: ${JSON.stringify(made.error)}`);
      }
      for (const { name, text } of made.value.files) await papers.write(`invoices/${name}`, text);
      await office('invoices/', async (to) => {
        const file = await invoiceFile(to, made.value);
        return file.ok ? { ok: true, value: [file.value] } : file;
      });
      return made.value.paper.invoice;
    },
    finished: async () => {
      await Promise.all(begun);
    },
  };

  /** By the day on which it was made, so that a day's papers lie together. */
  function dated(): string {
    return `papers/${hands.clock.today()}-`;
  }
}
