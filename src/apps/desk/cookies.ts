/** The session of somebody who works here; strict, since nobody comes from another site. */
const SESSION = '__Host-desk';
/** The key of the terminal, put there once when it is registered. It signs nobody in by itself. */
const TERMINAL = '__Host-terminal';

const ALWAYS = 'Path=/; Secure; HttpOnly; SameSite=Strict';
const YEAR = 365 * 24 * 60 * 60;

export const cookies = {
  /** Without an end: it is gone with the browser (SEC-4-6, no automatic sign-in). */
  session: (value: string): string => `${SESSION}=${value}; ${ALWAYS}`,
  noSession: (): string => `${SESSION}=; ${ALWAYS}; Max-Age=0`,
  terminal: (key: string): string => `${TERMINAL}=${key}; ${ALWAYS}; Max-Age=${YEAR}`,
  /** Values in the form of ours only: 43 signs of base64url. */
  read: (
    header: string | undefined,
  ): { readonly session: string | undefined; readonly terminal: string | undefined } => {
    const pairs = new Map(
      (header ?? '').split(';').map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      }),
    );
    const ours = (value: string | undefined) => (value && /^[\w-]{43}$/.test(value) ? value : undefined);
    return { session: ours(pairs.get(SESSION)), terminal: ours(pairs.get(TERMINAL)) };
  },
} as const;
