import type { HandleUrgentRefusal } from '../../domain/urgent/handle-urgent.ts';
import type { RefusalWords } from './refusal-words.ts';

/** Said by the words for visits. */
type Said = { readonly refused: 'no-such-case' };

export const urgentRefusals: RefusalWords<Exclude<HandleUrgentRefusal, Said>> = {
  'urgent-exists': () => 'この緊急対応はすでに記録されています。',
  'no-such-urgent': () => 'この緊急対応の記録がありません。開いている記録を確かめてください。',
  'urgent-closed': () => 'この緊急対応は終わっています。新しいことは新しい緊急対応として記録してください。',
  'unknown-contact': ({ to }) => `「${to}」は緊急連絡体制にありません。連絡先の一覧から選んでください。`,
  'mail-is-no-call': () =>
    'メールを送っただけでは、連絡がついたことになりません。電話か対面で話した記録を入れてください。',
  'not-acknowledged': () => '区の受領がまだです。受領を記録してから終えてください。',
};
