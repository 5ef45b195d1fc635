import * as zip from '@zip.js/zip.js';
import { dayOf, monthOf, yearOf } from '../domain/basics/civil-date.ts';
import type { Workbook } from '../programmes/workbook.ts';
import { workbookParts } from './workbook-parts.ts';

/**
 * Writes a workbook as XLSX: frozen heads, print titles, sheets locked but for the open cells, totals as formulas. The
 * same workbook gives the same bytes: the parts are stored, not packed, because compressors differ between machines,
 * and every entry is dated with the workbook's own day.
 */
export async function renderWorkbook(book: Workbook, tryout: boolean): Promise<Uint8Array> {
  zip.configure({ useWebWorkers: false });
  const writer = new zip.ZipWriter(new zip.Uint8ArrayWriter(), {
    level: 0,
    extendedTimestamp: false,
    msDosCompatible: true,
    // A ZIP holds local time without a zone: the same fields in every zone.
    lastModDate: new Date(yearOf(book.date), monthOf(book.date) - 1, dayOf(book.date), 12),
  });
  for (const { name, xml } of workbookParts(book, tryout)) await writer.add(name, new zip.TextReader(xml));
  return writer.close();
}
