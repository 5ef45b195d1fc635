import { OLD_FORMS, VARIANT_GROUPS } from './variants-data.ts';

const STANDS_FOR = new Map(
  [...VARIANT_GROUPS, ...OLD_FORMS].flatMap((group) => {
    const [first = '', ...others] = group;
    return others.map((other): [string, string] => [other, first]);
  }),
);

/**
 * One form for all the forms of a character, **for keys only**: width and compatibility (NFKC), no variation
 * selectors, every variant replaced by the first of its group. What was stored or will be printed never goes
 * through here: NFKC alone changes 22 characters of names that Windows writes (domain.md 4.1, 4.3).
 */
export function foldVariants(text: string): string {
  const plain = withoutVariationSelectors(text).normalize('NFKC');
  let folded = '';
  for (const character of plain) folded += STANDS_FOR.get(character) ?? character;
  return folded;
}

/** The text without the invisible marks that choose one of several glyphs of a character (SVS and IVS). */
export function withoutVariationSelectors(text: string): string {
  return text.replace(/[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu, '');
}
