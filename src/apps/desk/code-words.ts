import type { Option } from './field-spec.ts';

/** The word of a code; a code without one is shown as it is. */
export function wordOf(words: Readonly<Record<string, string>>, code: string | null | undefined): string {
  return code === null || code === undefined ? '' : (words[code] ?? code);
}

/** Codes with their words as options of a field. */
export function optionsOf(words: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
