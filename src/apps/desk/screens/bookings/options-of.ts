import type { Option } from '../../field-spec.ts';

/** Codes and their words as choices. */
export function optionsOf(words: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** The codes alone, for reading a choice back. */
export function codesOf<T extends string>(words: Readonly<Record<T, string>>): readonly T[] {
  return Object.keys(words) as T[];
}
