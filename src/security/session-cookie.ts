import { createHmac, hkdfSync } from 'node:crypto';
import { sha256 } from './digest.ts';
import { randomBytesFromPool } from './random-bytes.ts';

/**
 * What a session cookie opens. The database finds the session by `hash` and keeps what it must keep sealed under `key`:
 * without the cookie, which only her browser has, both say nothing. `csrf` stands in every form of the session.
 */
export type SessionSecrets = { readonly hash: Buffer; readonly key: Buffer; readonly csrf: string };

/** 32 random bytes in base64url. */
export function newCookie(): string {
  return randomBytesFromPool(32).toString('base64url');
}

/** Nothing for a text that cannot be one of our cookies. */
export function secretsOfCookie(secret: Uint8Array, cookie: string): SessionSecrets | undefined {
  if (!/^[\w-]{43}$/.test(cookie)) return undefined;
  const bytes = Buffer.from(cookie, 'base64url');
  return {
    hash: sha256('mimamori/session/1', bytes),
    key: Buffer.from(hkdfSync('sha256', bytes, secret, 'mimamori/session-key/1', 32)),
    csrf: createHmac('sha256', secret).update('csrf|').update(bytes).digest('base64url'),
  };
}
