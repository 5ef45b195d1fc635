import type { Option } from '../../field-spec.ts';

/** Codes and their words as something to choose from. */
export function options<Code extends string>(
  words: Readonly<Record<Code, string>>,
  only: readonly Code[] = Object.keys(words) as Code[],
): readonly Option[] {
  return only.map((value) => ({ value, label: words[value] }));
}
