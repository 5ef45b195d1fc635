import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * The token of a session as it stands in a page: masked anew each time, so that the length of compressed pages tells
 * nothing about it (BREACH). `mask` has as many bytes as the token has letters, at least.
 */
export function maskedToken(token: string, mask: Uint8Array): string {
  const plain = Buffer.from(token, 'utf8');
  const key = mask.subarray(0, plain.length);
  return Buffer.concat([key, mixed(plain, key)]).toString('base64url');
}

/** Whether a masked token that came back is that of the session. */
export function isToken(masked: string | null, token: string): boolean {
  const bytes = Buffer.from(masked ?? '', 'base64url');
  const plain = Buffer.from(token, 'utf8');
  if (bytes.length !== plain.length * 2) return false;
  return timingSafeEqual(mixed(bytes.subarray(plain.length), bytes.subarray(0, plain.length)), plain);
}

/**
 * Whether what was sent comes from a page of ours, as far as the browser says. Under our referrer policy browsers write
 * `Origin: null` for forms of our own, so the newer header decides where it is there; without either the token decides.
 */
export function isFromHere(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = headers.origin;
  return from === undefined || from === 'null' || from === origin;
}

function mixed(bytes: Uint8Array, key: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte, index) => byte ^ (key[index] ?? 0)));
}
