import type { Option } from '../../field-spec.ts';

/** Codes and their words as something to choose from; `only` in that order. */
export function optionsOf(
  words: Readonly<Record<string, string>>,
  only: readonly string[] = Object.keys(words),
): readonly Option[] {
  return only.map((value) => ({ value, label: words[value] ?? value }));
}
