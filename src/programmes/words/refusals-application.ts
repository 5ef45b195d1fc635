import type { ApplicationRefusal } from '../../domain/application/application-refusals.ts';
import type { RefusalWords } from './refusal-words.ts';

/** Said by the words for visits. */
type Said = { readonly refused: 'no-such-case' };

const STATUS = {
  none: '受け付けていません',
  pending: '確認中です',
  confirmed: '確認済みです',
  refused: 'お断り済みです',
  cancelled: '取り消し済みです',
} as const;

const KEYS = { kana: '読み', 'birth-date': '生年月日', phone: '電話番号', address: '住所' } as const;

export const applicationRefusals: RefusalWords<Exclude<ApplicationRefusal, Said>> = {
  'contact-missing': () => '電話番号かメールアドレスのどちらかを入力してください。',
  'contact-unreadable': ({ what }) =>
    what === 'phone'
      ? '電話番号を読み取れません。市外局番から入力してください。'
      : 'メールアドレスを読み取れません。もう一度確かめて入力してください。',
  'code-revoked': () => 'このご案内のコードは使えなくなっています。お手数ですが、お電話でご連絡ください。',
  'link-stopped': () => 'この画面からのお手続きは受け付けていません。お電話でお話をうかがいます。',
  'contact-through-ward': () => 'この方の連絡先は、区を通してだけ変更できます。区の担当にご連絡ください。',
  'consent-text-unknown': ({ text, version }) =>
    `同意の文面「${text}」の第${version}版は、区の承諾を得ていません。承諾済みの版を使ってください。`,
  'consent-needed': () =>
    '画面からのお申し込みには、区との情報共有への同意が必要です。同意されない場合は、お電話でお申し込みいただけます。',
  'consent-not-given-yet': () => '同意の記録がないため、取り消すものがありません。',
  'day-ahead': ({ on }) => `${on}は先の日付です。実際の日付を入力してください。`,
  'application-exists': () => 'この申し込みはすでに受け付けています。',
  'form-not-approved': ({ form }) =>
    `アンケート「${form}」は区の承諾を得た版ではありません。承諾済みの版で回答してください。`,
  'answers-incomplete': ({ problems }) =>
    `アンケートの回答を確かめてください。直すところ: ${[...new Set(problems.map(({ question }) => question))].join('、')}`,
  'not-registered': () => '先に連絡先の登録が必要です。連絡先を確かめて登録してください。',
  'questionnaire-missing': () => '日時を決める前に、訪問前アンケートへの回答が必要です。',
  'already-applied': () =>
    'お申し込みはすでに受け付けています。やり直す場合は、前のお申し込みを取り消してください。',
  'application-settled': ({ status }) => `この申し込みは${STATUS[status]}。`,
  'application-of-another': () => 'この申し込みは別の方のものです。開いている記録を確かめてください。',
  'booking-first': () => '予約が残っています。先に予約を取り消してください。',
  'identity-differs': ({ agrees }) =>
    `名簿の方と一致する項目が足りません（一致: ${agrees.map((key) => KEYS[key]).join('、') || 'なし'}）。読みと生年月日、さらに電話番号か住所の一致が必要です。違う理由が分かるときは、業務責任者ともう1人で判断してください。`,
};
