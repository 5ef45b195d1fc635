/** A reading written over a word: `{妊娠|にんしん}`. Places to fill, such as `{date}`, have no bar and stay as they are. */
const MARK = /\{([^{}|]+)\|([^{}|]+)\}/g;

/** The words without their readings: 妊娠. */
export function withoutReadings(text: string): string {
  return text.replaceAll(MARK, '$1');
}

/** As plain text can carry readings: 妊娠（にんしん）. */
export function readingsInBrackets(text: string): string {
  return text.replaceAll(MARK, '$1（$2）');
}

/** A text cut into plain passages and words with a reading, in order. */
export function rubyPassages(
  text: string,
): readonly { readonly text: string; readonly reading?: string | undefined }[] {
  const passages: { readonly text: string; readonly reading?: string }[] = [];
  let from = 0;
  for (const found of text.matchAll(MARK)) {
    const [all, word = '', reading = ''] = found;
    if (found.index > from) passages.push({ text: text.slice(from, found.index) });
    passages.push({ text: word, reading });
    from = found.index + all.length;
  }
  if (from < text.length) passages.push({ text: text.slice(from) });
  return passages;
}
