import { listMatters, matterActs } from '../../../../gate/inside/matter.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import type { Asking, Given } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import type { Values } from '../../values.ts';

/**
 * On which recorded word of the ward an act rests. Staff of the ward speak for themselves and name their own paper;
 * everybody else chooses a word that was written down with its function, channel, time and reference (CHI-15.2-1).
 */
export async function wardRef(asking: Asking, given: Given): Promise<FieldSpec> {
  if (asking.who.roles.includes('ward-staff') || !asking.may(matterActs.recordWord)) {
    return {
      name: 'ref',
      label: '区の文書番号・受付番号',
      hint: '英数字で書きます。あとでこの番号から探せます。',
      kind: 'text',
      exact: true,
      width: 'middle',
      most: 128,
    };
  }
  const words = await asking.answer(listMatters, { onlyOpen: false, case: givenId(given, 'case') });
  const heard = words.filter(({ answer }) => answer !== undefined).toReversed();
  return {
    name: 'ref',
    label: '区の言葉の記録',
    hint:
      heard.length === 0
        ? 'まだ記録がありません。先に、この方の画面の「区の言葉を記録する」で、係・方法・日時・番号を残してください。'
        : 'どの言葉によって行うかを選びます。',
    kind: 'one',
    options: heard.map(({ matter, about, answered = '', answer = '' }) => ({
      value: matter,
      label: `${dayWords(answered)} ${callWords.matters[about] ?? about}: ${callWords.matterAnswers[answer] ?? answer}`,
    })),
  };
}

/** The reference that `wardRef` asked for. */
export function refOf(values: Values): string {
  return values.text('ref');
}
