import { createHmac, timingSafeEqual } from 'node:crypto';
import { randomBytesFromPool } from './random-bytes.ts';

/** Codes of six digits, a new one every 30 seconds (RFC 6238, HMAC-SHA-1 as every authenticator app makes them). */
const STEP_MS = 30_000;
const DIGITS = 6;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 random bits in base32, as an app reads it from a square code or by hand. */
export function newTotpSecret(): string {
  // 32 signs of 5 bits.
  return [...randomBytesFromPool(32)].map((byte) => BASE32.charAt(byte & 31)).join('');
}

/** What the square code holds. `issuer` and `person` only name the entry in the app. */
export function totpAddress(secret: string, issuer: string, person: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(person)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
}

/** The step whose code it is, one before and one after allowed; the caller lets each step count once. */
export function stepOfCode(secret: string, code: string, milliseconds: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const now = Math.floor(milliseconds / STEP_MS);
  return [now, now - 1, now + 1].find((step) =>
    timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code)),
  );
}

/** The code of a step (RFC 4226, 5.3). */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret)
    .map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
