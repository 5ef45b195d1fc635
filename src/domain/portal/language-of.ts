import { PORTAL_LANGUAGES, type PortalLanguage } from './language.ts';

/**
 * The language in which we write to her: the one she chose, else the one the ward's list names (`zh-Hant` is read as
 * Chinese), else Japanese (CHI-8.3-13).
 */
export function languageOf(...said: readonly (string | undefined)[]): PortalLanguage {
  return knownLanguage(...said) ?? 'ja';
}

/** The same where nothing may be guessed: before she has chosen, her browser's language counts. */
export function knownLanguage(...said: readonly (string | undefined)[]): PortalLanguage | undefined {
  for (const one of said) {
    const found = PORTAL_LANGUAGES.find((language) => language === one || one?.startsWith(`${language}-`));
    if (found) return found;
  }
  return undefined;
}
