import type { Instant } from '../../domain/basics/instant.ts';
import type { MessageRefusal } from '../../domain/messages/message-refusals.ts';
import type { SurveyRefusal } from '../../domain/survey/survey-refusals.ts';
import type { RefusalWords } from './refusal-words.ts';

/** Said by the words for visits. */
type Said = { readonly refused: 'no-such-case' };

const time = (at: Instant) => at.slice(11, 16);

/** Messages, calls and the survey. None says why a woman is not written to. */
export const messageRefusals: RefusalWords<Exclude<MessageRefusal | SurveyRefusal, Said>> = {
  'message-exists': () => 'このお知らせはすでに送っています。',
  'quiet-hours': ({ until }) =>
    `夜間と早朝はお知らせを送りません。${time(until)}を過ぎてから送ってください。`,
  'call-instead': () => 'メールではお知らせできません。お電話で連絡してください。',
  'message-handed-over': () => 'このお知らせはすでに送信にかけています。',
  'message-settled': () => 'このお知らせの結果はすでに記録されています。',
  'no-such-message': () => 'このお知らせを送った記録がありません。',
  'survey-exists': () => 'この番号のアンケートはすでに始まっています。別の番号にしてください。',
  'survey-not-approved': ({ form }) =>
    `アンケート「${form}」は区の承諾を得た版ではありません。承諾を得てから始めてください。`,
  'survey-with-words': () =>
    '無記名のアンケートでは、自由記述と日付の質問は使えません。選択式の質問にしてください。',
  'survey-days-wrong': () => '終わりの日が始まりの日より前です。日付を確かめてください。',
  'survey-not-open': () => 'このアンケートは受け付けていません。期間を確かめてください。',
  'survey-not-for-her': () => 'この方にはアンケートをお願いしません。',
  'survey-sent-already': () => 'この方にはすでにお願いしています。',
  'survey-incomplete': ({ problems }) =>
    `回答を確かめてください。直すところ: ${[...new Set(problems.map(({ question }) => question))].join('、')}`,
};
