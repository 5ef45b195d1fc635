/**
 * What somebody typed, without what no reader sees: control characters, signs that turn or hide the direction of writing,
 * blanks without width, half signs. Whoever reads it later, on a screen or on paper, reads what stands there. Joiners
 * stay, for they are part of written words and pictures; line ends become one kind, a tabulator a blank.
 */
export function plainWords(text: string): string {
  return text.replaceAll(LINE_ENDS, '\n').replaceAll('\t', ' ').replaceAll(UNSEEN, '').replaceAll(HALF, '');
}

/** The first `most` units of a text, without half of a sign at the cut. */
export function cutWords(text: string, most: number): string {
  return text.slice(0, most).replace(HALF_AT_END, '');
}

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** C0 and C1 but for the line end, marks of direction, blanks without width, tags, and what is no character. */
const UNSEEN =
  /[^\P{Cc}\n]|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;
const HALF = /\p{Surrogate}/gu;
const HALF_AT_END = /\p{Surrogate}$/u;
