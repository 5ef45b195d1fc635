/** Finds words in bytes, many words at once: a map of their first three bytes, then the whole word. */
export function wordFinder(words: readonly Buffer[]): (bytes: Buffer) => Buffer | undefined {
  const starts = new Uint8Array(1 << 24);
  const byStart = new Map<number, Buffer[]>();
  for (const word of words) {
    if (word.length < 4) throw new Error('A word this short would be found anywhere');
    const start = word.readUIntLE(0, 3);
    starts[start] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), word]);
  }
  return (bytes) => {
    for (let at = 0; at + 3 <= bytes.length; at += 1) {
      const start = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
      if (starts[start] !== 1) continue;
      const found = byStart.get(start)?.find((word) => bytes.subarray(at, at + word.length).equals(word));
      if (found) return found;
    }
    return undefined;
  };
}
