import { PORTAL_LANGUAGES, type PortalLanguage } from './language.ts';

/**
 * The language in which we write to her: the one she chose, else the one the ward's list names (`zh-Hant` is read as
 * Chinese), else Japanese (CHI-8.3-13).
 */
export function languageOf(...said: readonly (string | undefined)[]): PortalLanguage {
  for (const one of said) {
    const found = PORTAL_LANGUAGES.find((language) => language === one || one?.startsWith(`${language}-`));
    if (found) return found;
  }
  return 'ja';
}
