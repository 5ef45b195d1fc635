/** The languages of what a resident reads (CHI-8.3-13): Japanese, やさしい日本語, English, 简体中文, 한국어. */
export const PORTAL_LANGUAGES = ['ja', 'easy', 'en', 'zh', 'ko'] as const;

export type PortalLanguage = (typeof PORTAL_LANGUAGES)[number];

/** The `lang` attribute of a page or passage in that language. */
export const LANG_TAG: Readonly<Record<PortalLanguage, string>> = {
  ja: 'ja',
  easy: 'ja',
  en: 'en',
  zh: 'zh-Hans',
  ko: 'ko',
};
