import { createCipheriv, createHmac, createPublicKey, encapsulate } from 'node:crypto';

/** A key that both ends know before (PSK mode), at least 32 bytes, and its name. */
export type HpkePsk = { readonly id: Uint8Array; readonly key: Uint8Array };

/**
 * Seals one message to a raw X25519 key: HPKE (RFC 9180), DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; PSK mode
 * with `psk`, base mode without. Gives what is encapsulated (32 bytes), the ciphertext and its tag (16). At once: the
 * library that opens it waits for other threads at every step, which takes four times as long. Throws when the key is
 * none, or one with which everybody shares the same secret.
 */
export function hpkeSeal(
  recipient: Uint8Array,
  plain: Uint8Array,
  aad: Uint8Array,
  psk: HpkePsk | undefined,
): Buffer {
  const key = createPublicKey({ key: recipient, format: 'raw-public', asymmetricKeyType: 'x25519' });
  const { sharedKey, ciphertext } = encapsulate(key);
  const secrets = keySchedule(sharedKey, psk);
  const cipher = createCipheriv('aes-256-gcm', secrets.key, secrets.nonce);
  cipher.setAAD(aad);
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([ciphertext, body, cipher.getAuthTag()]);
}

/** RFC 9180, 5.1, with empty `info`; the first message of a context has the base nonce itself (5.2). */
function keySchedule(shared: Uint8Array, psk: HpkePsk | undefined): { key: Buffer; nonce: Buffer } {
  const { id, key } = psk ?? { id: NONE, key: NONE };
  const context = Buffer.concat([
    Buffer.of(psk ? PSK_MODE : BASE_MODE),
    extract(NONE, 'psk_id_hash', id),
    INFO_HASH,
  ]);
  const secret = extract(shared, 'secret', key);
  return { key: expand(secret, 'key', context, 32), nonce: expand(secret, 'base_nonce', context, 12) };
}

/** LabeledExtract. HMAC pads an empty salt with zeros itself, as HKDF asks. */
function extract(salt: Uint8Array, label: string, input: Uint8Array): Buffer {
  return createHmac('sha256', salt).update(VERSION).update(SUITE).update(label).update(input).digest();
}

/** LabeledExpand to no more than the 32 bytes of one round. */
function expand(secret: Buffer, label: string, context: Uint8Array, length: number): Buffer {
  const round = createHmac('sha256', secret).update(Buffer.of(0, length)).update(VERSION).update(SUITE);
  return round.update(label).update(context).update(Buffer.of(1)).digest().subarray(0, length);
}

const NONE = new Uint8Array();
const BASE_MODE = 0;
const PSK_MODE = 1;
const VERSION = Buffer.from('HPKE-v1');
/** Numbers of KEM, KDF and AEAD in the registry of the standard. */
const SUITE = Buffer.concat([Buffer.from('HPKE'), Buffer.of(0, 0x20, 0, 1, 0, 2)]);
const INFO_HASH = extract(NONE, 'info_hash', NONE);
