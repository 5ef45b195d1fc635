/** Every kana without its sound mark, by code: ガ and カ are one letter until all else is equal. */
const UNMARKED = Uint16Array.from({ length: 0x3100 }, (_, code) =>
  code < 0x3041 ? code : String.fromCharCode(code).normalize('NFD').charCodeAt(0),
);

function unmarked(code: number): number {
  return UNMARKED[code] ?? code;
}

/** The order of kana keys in lists (五十音順, as in JIS X 4061): letters first, marks break ties. Empty keys come last. */
export function compareKana(a: string, b: string): number {
  if (a === '' || b === '') return b.length - a.length;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = unmarked(a.charCodeAt(at)) - unmarked(b.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  if (a.length !== b.length) return a.length - b.length;
  return a === b ? 0 : a < b ? -1 : 1;
}
