import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Area } from '../../src/print/window-envelope.ts';

/** A page as another program sees it: its text, and its ink at so many dots a millimetre. */
export type SeenPage = {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** 0 is black, 255 white, row by row. */
  readonly grey: Uint8Array;
  readonly dotsAMillimetre: number;
};

const MILLIMETRES_A_POINT = 25.4 / 72;

/** Reads a PDF with PDFium, which knows nothing of the program that made it. */
export async function readPdf(pdf: Uint8Array, dotsAMillimetre = 4): Promise<readonly SeenPage[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pages: SeenPage[] = [];
    for (const page of document.pages()) {
      // Drawing closes the page, so its words are read first.
      const text = page.getText();
      const scale = MILLIMETRES_A_POINT * dotsAMillimetre;
      const { data, width, height } = await page.render({ scale, colorSpace: 'Gray' });
      pages.push({ text, width, height, grey: Uint8Array.from(data), dotsAMillimetre });
    }
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

/** Where there is ink within an area of the page given in millimetres: the points in millimetres from its upper left corner. */
export function inkIn(
  page: SeenPage,
  { left, top, right, bottom }: Area,
): readonly (readonly [number, number])[] {
  const dots = (millimetres: number) => Math.max(0, Math.round(millimetres * page.dotsAMillimetre));
  const found: (readonly [number, number])[] = [];
  for (let y = dots(top); y < Math.min(dots(bottom), page.height); y += 1) {
    for (let x = dots(left); x < Math.min(dots(right), page.width); x += 1) {
      if ((page.grey[y * page.width + x] ?? 255) < 250) {
        found.push([x / page.dotsAMillimetre, y / page.dotsAMillimetre]);
      }
    }
  }
  return found;
}
