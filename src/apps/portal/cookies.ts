import { PORTAL_LANGUAGES, type PortalLanguage } from '../../domain/portal/language.ts';

/** The session: 32 bytes of chance that only this browser holds. Lax, since the first step comes from a camera or mail. */
export const SESSION_COOKIE = '__Host-session';

/** The language she chose on this browser; nothing else is remembered of her there. */
export const LANGUAGE_COOKIE = '__Host-language';

const ALWAYS = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const YEAR = 365 * 24 * 60 * 60;

export function sessionCookie(value: string): string {
  return `${SESSION_COOKIE}=${value}; ${ALWAYS}`;
}

export function noSessionCookie(): string {
  return `${SESSION_COOKIE}=; ${ALWAYS}; Max-Age=0`;
}

export function languageCookie(language: PortalLanguage): string {
  return `${LANGUAGE_COOKIE}=${language}; ${ALWAYS}; Max-Age=${YEAR}`;
}

/** The value of a cookie, only if it has the form of ours: 43 signs of base64url, or a language. */
export function readCookies(header: string | undefined): {
  readonly session?: string | undefined;
  readonly language?: PortalLanguage | undefined;
} {
  const pairs = new Map(
    (header ?? '').split(';').map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
  const session = pairs.get(SESSION_COOKIE);
  return {
    session: session && /^[\w-]{43}$/.test(session) ? session : undefined,
    language: PORTAL_LANGUAGES.find((one) => one === pairs.get(LANGUAGE_COOKIE)),
  };
}
