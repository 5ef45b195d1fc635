import { formatJapaneseDate as day } from '../../domain/calendar/japanese-date.ts';
import type { DisposalRefusal } from '../../domain/disposal/disposal-refusals.ts';
import type { RefusalWords } from './refusal-words.ts';
import { retentionWords } from './retention.ts';

/** What is read by whoever applies for a disposal [消去・廃棄の申請] or closes one. */
export const disposalRefusals: RefusalWords<DisposalRefusal> = {
  'disposal-requested-already': () => 'この申請はすでに記録されています。',
  'disposal-not-asked-for': ({ class: name }) =>
    `「${retentionWords[name]}」は、決まった日に自動で消えます。申請はいりません。`,
  'disposal-planned-past': ({ plannedOn }) =>
    `処理の予定日(${day(plannedOn)})が過ぎています。今日より後の日にしてください。`,
  'disposal-up-to-needed': ({ class: name }) =>
    `「${retentionWords[name]}」は記録の日ごとに保存の期間を数えます。何日までの記録かを入れてください。`,
  'disposal-kept-until': ({ class: name, freeFrom }) =>
    `「${retentionWords[name]}」は保存の期間が続いています。処理できるのは${day(freeFrom)}からです。`,
  'no-such-disposal': () => 'この申請は見つかりません。番号を確かめてください。',
  'disposal-answered-already': () => 'この申請への区の回答は、すでに記録されています。',
  'disposal-not-consented': () =>
    'この申請には、まだ区の承諾がありません。承諾の番号が届いてから処理してください。',
  'disposal-closed-already': () => 'この消去・廃棄は、誓約書とともに記録が済んでいます。',
  'disposal-differs': ({ field, consented }) =>
    `承諾された${field === 'method' ? '方法' : '数量'}(${consented})と違っています。違う処理をしたときは、区に連絡してください。`,
  'disposal-days-wrong': ({ consentedOn }) =>
    `日付の順を確かめてください。承諾の日(${day(consentedOn)})、処理の日、誓約の日の順で、今日までの日です。`,
  'disposal-attendance-open': () =>
    '区が立ち会うことになっています。立会いの記録を入れるか、立ち会わないという区の回答を記録してください。',
  'disposal-erasure-needed': () =>
    '本人の情報の消去が、まだすべての控えで終わっていません。消去証明書ができてから記録してください。',
};
