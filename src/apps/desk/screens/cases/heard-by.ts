import { caseActWords } from '../../../../programmes/words/case-acts.ts';
import { optionsOf } from '../../code-words.ts';
import type { FieldSpec } from '../../field-spec.ts';

/** How we heard of it; on the telephone unless told. */
export function heardBy(name: string, of: readonly (keyof typeof caseActWords.channels)[]): FieldSpec {
  return {
    name,
    label: 'どのように聞きましたか',
    kind: 'one',
    look: 'list',
    options: optionsOf(caseActWords.channels, of),
    value: 'phone',
  };
}
