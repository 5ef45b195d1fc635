/**
 * Why a command was not carried out: a code and the values needed for a sentence a citizen understands.
 * The sentence itself stands in `programmes/words/refusals.ts`; a code without a sentence does not compile.
 * Never holds a personal value: a refusal is logged and shown to whoever asked.
 */
export type RefusalOf<Code extends string, Values extends object = object> = {
  readonly refused: Code;
} & Readonly<Values>;

export function isRefusal(value: object): value is RefusalOf<string> {
  return 'refused' in value;
}
