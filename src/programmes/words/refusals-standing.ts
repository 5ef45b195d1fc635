import type { StandingRefusal } from '../../domain/standing/standing-refusals.ts';
import { formatJapaneseDate } from '../../domain/calendar/japanese-date.ts';
import type { RefusalWords } from './refusal-words.ts';

export const standingRefusals: RefusalWords<StandingRefusal> = {
  'case-already-open': () => 'この方の記録はすでに開かれています。',
  'case-not-open': () => 'この方の記録がまだ開かれていません。対象妊婦リストを確かめてください。',
  'day-not-yet': ({ on }) =>
    `${formatJapaneseDate(on)}はまだ先の日です。起きたことの日付として、今日までの日を入れてください。`,
  'two-people-needed': () =>
    'この取り消しは、区の記録された連絡と、2人の確認で行います。もう1人の方と一緒に操作してください。',
  'pause-ends-too-early': ({ until }) =>
    `中止の終わり(${formatJapaneseDate(until)})が今日より後の日になるように指定してください。`,
  'paused-by-ward': ({ until }) =>
    `区からの中止が${formatJapaneseDate(until)}まで続いています。変えるときは区に確かめてください。`,
  'withdrawn-already': () => 'この方はすでに辞退されています。連絡は止まっています。',
  'identity-needed': () =>
    '再開はご本人からのお申し出で行います。氏名・生年月日・住民登録のある住所の3点を確かめてください。',
  'undone-by-ward-only': () => '区からの停止です。区の連絡を記録し、2人で解除してください(停止の解除)。',
  'pause-not-over': ({ until }) => `中止は${formatJapaneseDate(until)}まで続きます。`,
  'package-not-asked': () =>
    'お届けする育児パッケージがあります。送る・控えておく・受け取らないのどれかを、ご本人にうかがってください。',
  'ward-word-needed': () => '区からの停止には、区の連絡の記録番号が必要です。',
  'stop-not-found': () => 'この停止は見つからないか、すでに解除されています。経過をもう一度開いてください。',
  'undone-by-herself-only': () =>
    'ご本人が決めた停止です。ご本人からのお申し出を、3点を確かめたうえで「再開」に記録してください。',
  'undone-by-move-back': () =>
    '転出の取消しや再転入は「引っ越し先を2人で記録する」の画面で記録してください。',
  'booking-still-held': () =>
    '訪問の予約が残っています。先に予約を取り消すか、訪問の結果を記録してください。',
  'outcome-does-not-fit': () => '選んだ終わり方が、訪問の記録と合いません。訪問の記録を確かめてください。',
  'wrong-year': ({ year }) => `繰り越す先は次の契約年度(${year}年度)です。`,
  'scope-empty': () => '区の指定の範囲(案内・訪問・再送・パッケージ)を1つ以上選んでください。',
  'designated-address-missing': () => '区が指定した送付先の住所を入れてください。',
  'changed-by-ward-only': () =>
    'この変更は区からの連絡だけで行います。区に連絡し、その記録をもとに入れてください。',
  'address-not-in-japan': () =>
    '国内の郵便番号が読み取れません。海外のときは、国内で受け取れるようになってからのお届けになります。',
  'due-date-too-far': ({ from, days }) =>
    `今の出産予定日(${formatJapaneseDate(from)})から${days}日を超えて離れています。区に確かめてください。`,
  'due-date-after-outcome': () =>
    'この方の記録はこの妊娠の結果まで進んでいます。新しい妊娠かどうかを区に確かめてください。',
  'new-address-missing': () => '区内転居のときは、新しい住民登録の住所を入れてください。',
  'place-outside-ward': () =>
    '区の外の住所です。訪問先の変更は区内転居に限ります。オンライン面談をご案内するか、区に確かめてください。',
};
