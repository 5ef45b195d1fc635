import { listWords } from '../../../../programmes/words/lists.ts';
import type { Option } from '../../field-spec.ts';

type Source = keyof typeof listWords.sources;

/** Who answered, to choose from. */
export function sourceOptions(sources: readonly Source[]): readonly Option[] {
  return sources.map((value) => ({ value, label: listWords.sources[value] }));
}
