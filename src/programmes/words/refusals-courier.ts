import type { CourierRefusal } from '../../domain/courier/courier-refusals.ts';
import type { RefusalWords } from './refusal-words.ts';

/** `no-such-slot` stands with the words of booking. */
export const courierRefusals: RefusalWords<Exclude<CourierRefusal, { refused: 'no-such-slot' }>> = {
  'no-outside-met': () =>
    '外側(申込ページ)とまだ一度もやりとりしていません。先に mimamori courier を実行してください。',
  'bundle-not-next': ({ n, next }) =>
    `外側との受け渡しの${n}番は、いま受けられません(次は${next}番です)。別の受け渡しが先に進みました。もう一度実行してください。`,
};
