import type { CloseCallBackRefusal } from '../../domain/call-back/close-call-back.ts';
import type { RequestCallBackRefusal } from '../../domain/call-back/request-call-back.ts';
import type { RefusalWords } from './refusal-words.ts';

/** Said by the words for what is told of a case. */
type Said = { readonly refused: 'case-not-open' };

/** None says why she is not called. */
export const callBackRefusals: RefusalWords<Exclude<RequestCallBackRefusal | CloseCallBackRefusal, Said>> = {
  'call-back-stopped': () =>
    'いまは、こちらからお電話することができません。お電話をいただければ、いつでもお話しできます。',
  'no-such-call-back': () => 'この折り返し電話の記録がありません。一覧を開き直して確かめてください。',
  'call-back-closed': () =>
    'この折り返し電話は終わっているか、取りやめになりました。一覧を開き直して確かめてください。',
};
