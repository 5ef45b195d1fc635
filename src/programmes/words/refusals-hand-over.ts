import type { Instant } from '../../domain/basics/instant.ts';
import { dayOfInstant } from '../../domain/basics/instant.ts';
import { formatJapaneseDate as day } from '../../domain/calendar/japanese-date.ts';
import type { HandOverRefusal } from '../../domain/hand-over/hand-over-refusals.ts';
import type { RefusalWords } from './refusal-words.ts';

const PLAN_WORDS: Readonly<Record<string, string>> = {
  persons: '運ぶ人',
  route: '経路',
  means: '手段',
  contact: '緊急時の連絡先',
};

/** What is read by whoever keeps the register of hand-overs [授受簿]. */
export const handOverRefusals: RefusalWords<HandOverRefusal> = {
  'handover-recorded-already': () => 'この授受はすでに記録されています。',
  'handover-in-future': ({ at }) =>
    `${moment(at)}はまだ先の時刻です。実際に受け渡しをした日時を入れてください。`,
  'handover-method-reason': () => '手渡しと配達のほかの方法で受け渡したときは、その理由を記入してください。',
  'take-out-consent-needed': () =>
    '持ち出しには区の事前の承諾が必要です。承諾の番号を入れてください。承諾がまだのときは、持ち出さずに区に相談してください。',
  'take-out-back-before': ({ backBy }) =>
    `戻す日(${day(backBy)})が持ち出した日より前です。持ち出した日か、それより後の日にしてください。`,
  'transport-plan-incomplete': ({ missing }) =>
    `移送の体制を記入してください。足りないもの: ${missing.map((part) => PLAN_WORDS[part] ?? part).join('、')}`,
  'paper-case-needed': () =>
    '紙の持ち出しは、鍵のかかる丈夫なケースで行います。ケースの番号を入れ、施錠を確かめてください。',
  'encryption-needed': () => '電子データの持ち出しは、暗号化したものに限ります。暗号化を確かめてください。',
  'password-not-apart': ({ at }) =>
    `パスワードは、データとは別の機会に受け渡します。同じ日時(${moment(at)})では記録できません。`,
  'no-such-handover': () => 'この授受の記録は見つかりません。授受簿の番号を確かめてください。',
  'nothing-to-return': () => 'この記録は、持ち出しでも預かりでもないため、返却の記録はいりません。',
  'returned-before-taken': ({ at }) =>
    `返却の日時が、受け渡しの日時(${moment(at)})より前です。日時を確かめてください。`,
  'returned-more-than-taken': ({ outstanding }) =>
    outstanding === 0
      ? 'すでにすべて戻っています。'
      : `まだ戻っていないのは${outstanding}点です。数をもう一度確かめてください。`,
  'handover-not-held': () =>
    'これは、いま保管しているものではありません(預かりの記録がないか、返却・廃棄が済んでいます)。',
};

function moment(at: Instant): string {
  return `${day(dayOfInstant(at))} ${at.slice(11, 16)}`;
}
