/** One text of an object of words, with the way to it: `front.problems.empty`, `about.intro.0`. */
export type LeafText = { readonly key: string; readonly text: string };

/** Every text in an object of words, in its order. What names and approves a block of words is no text. */
export function leafTexts(words: unknown, key = ''): readonly LeafText[] {
  if (typeof words === 'string') return [{ key, text: words }];
  if (typeof words !== 'object' || words === null) return [];
  const aside = 'approval' in words ? NAMES : BLOCK;
  return Object.entries(words)
    .filter(([name]) => !aside.has(name))
    .flatMap(([name, inside]) => leafTexts(inside, key ? `${key}.${name}` : name));
}

const BLOCK: ReadonlySet<string> = new Set(['block']);
const NAMES: ReadonlySet<string> = new Set(['approval', 'version', 'form', 'consent']);
