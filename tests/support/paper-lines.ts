import { readPdf } from './read-pdf.ts';

/** A paper as another program reads it: page by page its lines, from top to bottom. */
export type PaperLines = readonly (readonly string[])[];

export async function paperLines(pdf: Uint8Array): Promise<PaperLines> {
  const pages = await readPdf(pdf, 0.5);
  return pages.map(({ text }) => text.split(/\r?\n/).map(plain));
}

/** The words behind a label at the beginning of a line, of every such line: `見守り訪問(自宅)` gives `40 419 700 59%`. */
export function wordsAfter(lines: readonly string[], label: string): readonly (readonly string[])[] {
  return lines.flatMap((line) => {
    const said = line.replace(/^[①-⑩] /, '');
    if (!said.startsWith(`${label} `)) return [];
    return [said.slice(label.length + 1).split(' ')];
  });
}

/** 1,234 and △5 as numbers, with or without a unit behind them. */
export function numberIn(word: string | undefined): number {
  const match = /^(△?)([\d,]+)\D*$/.exec(word ?? '');
  if (!match) throw new Error(`Not a number: ${word}`);
  return Number(match[2]?.replaceAll(',', '')) * (match[1] ? -1 : 1);
}

/** A reader puts blanks where letters of different kinds meet; on the paper there are none: 令和8年5月10日, 57件. */
function plain(line: string): string {
  return line
    .trim()
    .replaceAll(/ (?=[()])|(?<=\() /g, '')
    .replaceAll(/(?<=\d) (?=[年月日件通枚人点行号円版分])/g, '')
    .replaceAll(/(?<=[年月和第から、の]) (?=\d)/g, '');
}
