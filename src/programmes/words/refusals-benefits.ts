import { formatJapaneseDate } from '../../domain/calendar/japanese-date.ts';
import type { BenefitRefusal } from '../../domain/benefits/benefit-refusals.ts';
import type { RefusalWords } from './refusal-words.ts';

export const benefitRefusals: RefusalWords<BenefitRefusal> = {
  'entitlement-not-held': () => '区の判断を待っている育児パッケージはありません。',
  'serial-not-in-stock': ({ serial }) =>
    `番号 ${serial} の商品券は在庫にありません。番号を読み直してください。`,
  'not-to-expire': () => '期限が過ぎた海外保留の育児パッケージではありません。',
  'nothing-owed': () => 'これから送る育児パッケージはありません。',
  'package-on-its-way': () => '育児パッケージはすでに発送の途中です。追跡結果を確認してください。',
  'already-held': () => '発送はすでに保留されています。',
  'piece-not-to-pack': () =>
    'この宛名は、いま封入する育児パッケージのものではありません。印刷済みの宛名を確認してください。',
  'already-packed': () => 'この育児パッケージはすでに封入されています。二重に入れないでください。',
  'pull-package': () => 'この方への発送は止まっています。封入せずに抜き取り、業務責任者に渡してください。',
  'sets-per-package': ({ needed, scanned }) =>
    `1つの育児パッケージには${needed}組入れます。読み取ったのは${scanned}組です。`,
  'older-first': ({ serial }) =>
    `有効期限が先に来る商品券から使います。番号 ${serial} を先に使ってください。`,
  'expires-too-soon': ({ serial }) =>
    `番号 ${serial} は有効期限が近いため送れません。別の組を使ってください。`,
  'stock-differs': () => '在庫の数が帳簿と合っていません。原因を確かめて2人で数え直すまで、封入できません。',
  'count-differs': ({ counted, serials }) =>
    `数えた数(${counted})と番号の数(${serials})が合いません。もう一度数えてください。`,
  'serial-known': ({ serial }) => `番号 ${serial} はすでに登録されています。`,
  'already-expired': ({ expiry }) =>
    `有効期限(${formatJapaneseDate(expiry)})が過ぎている商品券は受け入れられません。`,
  'dispatch-not-held': () => '保留している育児パッケージはありません。',
  'only-herself': () =>
    'ご本人からのご連絡だけで手続きできます。ご本人からお電話をいただけるようお伝えください。',
  'ward-word-needed': () => '区の返答(記録番号)が必要です。区に確認してから手続きしてください。',
  'delivery-place-unknown': () => '転出先など、お届けする国内のご住所を先に記録してください。',
  'her-wish-needed': () => 'ご本人が受け取りを望まれていることの確認が必要です。',
  'right-over': ({ limit }) =>
    `お申し出の期限(${formatJapaneseDate(limit)})を過ぎているため、お送りできません。`,
  'day-in-future': ({ on }) =>
    `${formatJapaneseDate(on)}はまだ来ていません。連絡のあった日を入れてください。`,
  'nothing-to-send-again': () =>
    '戻ってきた育児パッケージがないため、送り直しはできません。発送の状況を確認してください。',
  'package-received': () => '育児パッケージはお届け済みです。追跡結果をご案内してください。',
  'address-not-confirmed': () => 'お届け先をご本人と確認してから受け付けてください。',
  'manager-confirms': ({ nth }) =>
    `${nth}回目の送り直しです。業務責任者が2人目としてお届け先を確認してください。`,
  'package-not-back': () => 'この育児パッケージは戻っていません。返戻の記録を先に入れてください。',
  'serials-differ': ({ packed, found }) =>
    `封入した${packed}組のうち、見つかったのは${found}組です。数を直さず、業務責任者に知らせてください。`,
  'already-back': () => 'この育児パッケージの商品券は、すでに在庫に戻されています。',
};
