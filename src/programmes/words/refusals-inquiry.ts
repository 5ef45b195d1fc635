import type { InquiryRefusal } from '../../domain/inquiry/inquiry-refusals.ts';
import type { RefusalWords } from './refusal-words.ts';

/** Said by the words for visits. */
type Said = { readonly refused: 'no-such-case' };

export const inquiryRefusals: RefusalWords<Exclude<InquiryRefusal, Said>> = {
  'inquiry-exists': () => 'このお問い合わせはすでに受付簿にあります。',
  'no-such-inquiry': () => 'このお問い合わせは受付簿にありません。番号を確かめてください。',
  'inquiry-closed': () => 'このお問い合わせは終わっています。新しく受け付けてください。',
  'inquiry-of-another-case': () =>
    'このお問い合わせは別の方のものとして確認済みです。別の件は新しく受け付けてください。',
  'nothing-agreed': () =>
    '一致した項目がありません。氏名・生年月日・住所を、相手の方から言っていただいて確かめてください。',
  'for-the-ward-alone': () =>
    '開示・訂正などの請求は区がお答えします。区に引き継ぎ、区の受付番号を入力して終えてください。',
  'no-receipt-wanted': () => 'このお問い合わせには、自動の受付メールを送りません。',
  'receipt-handed-over': () => '受付メールはすでに送信にかけています。',
  'receipt-settled': () => '受付メールの結果はすでに記録されています。',
  'ward-not-told': () =>
    '個人情報の取扱いについての苦情です。先に「引き継ぐ」で区に知らせてから進めてください。',
  'not-answered-yet': () => 'まだ回答も引き継ぎもしていません。どちらかを記録してから終えてください。',
};
