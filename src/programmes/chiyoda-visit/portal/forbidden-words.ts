import type { PortalLanguage } from '../../../domain/portal/language.ts';

/**
 * Words that would tell what the programme is about, or hurt, by language: a text on which one stands is refused by the
 * tests. `やさしい日本語` is looked at without its readings and in its readings.
 */
type ByLanguage = Readonly<Record<PortalLanguage, RegExp>>;

const JA_TELLING = /妊|産|胎|赤ちゃん|育児|母子|母親|ベビー|にんしん|しゅっさん|あかちゃん|いくじ/;

/** On mails, in titles of tabs and on pages before the second proof (ui.md). A date of birth is asked for there. */
export const TELLING: ByLanguage = {
  ja: JA_TELLING,
  easy: JA_TELLING,
  en: /pregnan|(?<!date of )birth|bab(y|ies)|infant|matern|mother|midwi|childcare|due date/i,
  zh: /孕|产|胎|婴|宝宝|育儿|母子|分娩|妈妈/,
  ko: /임신|출산|산모|산전|산후|아기|육아|태아|모자|엄마/,
};

const JA_HOUSE = /訪問|面談|看護|保健|千代田|区役所|自宅|ほうもん|めんだん|ほけん|ちよだ/;

/** On mails besides: what kind of visit, and which office. */
export const HOUSE: ByLanguage = {
  ja: JA_HOUSE,
  easy: JA_HOUSE,
  en: /visit|nurse|health|chiyoda|ward\b|clinic|home/i,
  zh: /访问|上门|面谈|护|保健|千代田|区政府|家里/,
  ko: /방문|면담|간호|보건|지요다|구청|자택/,
};

const JA_GRIEF = /赤ちゃん|妊|産|胎|生まれ|誕生|子ども|おめでと|残念|あいにく|あかちゃん|うまれ/;

/** On the pages after a loss: nothing about a child, no congratulation, no "unfortunately". */
export const HURTING: ByLanguage = {
  ja: JA_GRIEF,
  easy: JA_GRIEF,
  en: /bab(y|ies)|birth|born|pregnan|child|congrat|unfortunat|regret/i,
  zh: /宝宝|婴|孕|产|胎|孩子|生日|出生|恭喜|祝贺|遗憾|不幸/,
  ko: /아기|아이|임신|출산|태아|태어|생일|축하|유감|안타깝/,
};
