import type { Option } from './field-spec.ts';

/** The word of a code; a code without one is shown as it is. */
export function wordOf(words: Readonly<Record<string, string>>, code: string | null | undefined): string {
  return code === null || code === undefined ? '' : (words[code] ?? code);
}

/** Codes with their words as options of a field; `only` these, in that order. */
export function optionsOf<Code extends string>(
  words: Readonly<Record<Code, string>>,
  only: readonly Code[] = codesOf(words),
): readonly Option[] {
  return only.map((value) => ({ value, label: words[value] }));
}

/** The codes alone, for reading a choice back. */
export function codesOf<Code extends string>(words: Readonly<Record<Code, string>>): readonly Code[] {
  return Object.keys(words) as Code[];
}
