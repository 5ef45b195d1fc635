import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../domain/basics/result.ts';
import { hpkeSeal } from './hpke-seal.ts';

/**
 * A sealed message from the portal to the inside: HPKE (RFC 9180) in PSK mode, so that only who opened the capsule
 * speaks for her. Bound to locator, counter and form version. Kind and length are inside; padded to 4 KB steps.
 */
export type EnvelopeLabel = { readonly locator: string; readonly counter: number; readonly form: string };

/** `id` is the SHA-256 of the sealed bytes in hexadecimal: the same envelope is accepted once, however often it arrives. */
export type Envelope = { readonly id: string; readonly bytes: Uint8Array };

export type EnvelopeRefused = { readonly type: 'envelope-does-not-open' };

const PADDING = 4096;
const ENCAPSULATED = 32;

/** Opens by the library of the authors of the standard what `hpkeSeal` has sealed: each would show a mistake of the other. */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** A recipient key pair of the inside: lives 7 days, its private half 30 more. Raw X25519 keys. */
export async function newRecipientKey(): Promise<{
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}> {
  const pair = await suite.kem.generateKeyPair();
  return {
    publicKey: Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: Buffer.from(await suite.kem.serializePrivateKey(pair.privateKey)),
  };
}

export function sealEnvelope(
  recipient: Uint8Array,
  psk: Uint8Array,
  label: EnvelopeLabel,
  message: Uint8Array,
): Envelope {
  const named = { id: Buffer.from(label.locator, 'hex'), key: psk };
  const bytes = hpkeSeal(recipient, padded(message), labelBytes(label), named);
  return { id: envelopeId(bytes), bytes };
}

/** Opens an envelope, or says that it is not from her, not for us, or not the one it claims to be: never which. */
export async function openEnvelope(
  privateKey: Uint8Array,
  psk: Uint8Array,
  label: EnvelopeLabel,
  bytes: Uint8Array,
): Promise<Result<Buffer, EnvelopeRefused>> {
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: await suite.kem.deserializePrivateKey(whole(privateKey)),
      enc: whole(bytes.subarray(0, ENCAPSULATED)),
      psk: { id: whole(Buffer.from(label.locator, 'hex')), key: whole(psk) },
    });
    return ok(unpadded(await recipient.open(whole(bytes.subarray(ENCAPSULATED)), whole(labelBytes(label)))));
  } catch {
    return err({ type: 'envelope-does-not-open' });
  }
}

/**
 * Seals what comes without a proof (HPKE base mode): an enquiry, a wish to stop by the letter alone, a survey. Anybody can
 * make one, so it never changes a case. Its locator is empty and its counter 0.
 */
export function sealOpenEnvelope(recipient: Uint8Array, form: string, message: Uint8Array): Envelope {
  const bytes = hpkeSeal(recipient, padded(message), labelBytes(openLabel(form)), undefined);
  return { id: envelopeId(bytes), bytes };
}

export async function openOpenEnvelope(
  privateKey: Uint8Array,
  form: string,
  bytes: Uint8Array,
): Promise<Result<Buffer, EnvelopeRefused>> {
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: await suite.kem.deserializePrivateKey(whole(privateKey)),
      enc: whole(bytes.subarray(0, ENCAPSULATED)),
    });
    const body = whole(bytes.subarray(ENCAPSULATED));
    const plain = Buffer.from(await recipient.open(body, whole(labelBytes(openLabel(form)))));
    return ok(plain.subarray(4, 4 + plain.readUInt32BE(0)));
  } catch {
    return err({ type: 'envelope-does-not-open' });
  }
}

export function envelopeId(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function padded(message: Uint8Array): Buffer {
  const full = Buffer.alloc(Math.ceil((message.length + 4) / PADDING) * PADDING);
  full.writeUInt32BE(message.length, 0);
  full.set(message, 4);
  return full;
}

/** Throws when the length said does not lie within. */
function unpadded(opened: ArrayBuffer): Buffer {
  const plain = Buffer.from(opened);
  const length = plain.readUInt32BE(0);
  if (length > plain.length - 4) throw new Error('The length of the message does not fit');
  return plain.subarray(4, 4 + length);
}

function openLabel(form: string): EnvelopeLabel {
  return { locator: '', counter: 0, form };
}

function labelBytes(label: EnvelopeLabel): Buffer {
  return Buffer.from(JSON.stringify([label.locator, label.counter, label.form]));
}

/** An ArrayBuffer of exactly these bytes, as WebCrypto wants it. */
function whole(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
