import { createCipheriv, createDecipheriv } from 'node:crypto';
import { randomBytesFromPool } from './random-bytes.ts';

/**
 * AES-256-GCM with a random 96-bit nonce. What is sealed reads: format (1 byte), nonce (12), ciphertext, tag (16).
 * `bound` is authenticated with it: a sealed value put into another row, version or field does not open.
 */
const FORMAT = 1;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

export class SealBroken extends Error {
  constructor(bound: string) {
    super(`A sealed value does not open as ${bound}: wrong key, changed bytes, or moved from elsewhere`);
    this.name = 'SealBroken';
  }
}

export function seal(key: Uint8Array, plain: Uint8Array, bound: string): Buffer {
  const nonce = randomBytesFromPool(NONCE_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound, 'utf8'));
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([Buffer.of(FORMAT), nonce, body, cipher.getAuthTag()]);
}

/** Throws `SealBroken`: a value that does not open is never an ordinary result. */
export function unseal(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer {
  if (sealed.length < 1 + NONCE_LENGTH + TAG_LENGTH || sealed[0] !== FORMAT) throw new SealBroken(bound);
  const bodyEnd = sealed.length - TAG_LENGTH;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_LENGTH));
  decipher.setAAD(Buffer.from(bound, 'utf8'));
  decipher.setAuthTag(sealed.subarray(bodyEnd));
  try {
    const plain = decipher.update(sealed.subarray(1 + NONCE_LENGTH, bodyEnd));
    decipher.final();
    return plain;
  } catch {
    throw new SealBroken(bound);
  }
}
