import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';

/** A certificate and its private key in PEM. */
export type SelfSigned = { readonly cert: string; readonly key: string };

/**
 * A certificate that its own key has signed (RFC 5280, P-256), for two ends that pin each other by fingerprint. Its
 * dates say nothing: who is trusted stands in the key folders of both ends, and a new pair is made to end that.
 */
export function selfSigned(name: string): SelfSigned {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = pair.publicKey.export({ type: 'spki', format: 'der' });
  const serial = createHash('sha256').update(spki).digest().subarray(0, 16);
  const subject = sequence(set(sequence(oid(COMMON_NAME), der(UTF8, Buffer.from(name)))));
  const names = der(OCTETS, sequence(der(DNS_NAME, Buffer.from(name))));
  const signed = sequence(
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.concat([Buffer.from([1]), serial])),
    sequence(oid(ECDSA_SHA256)),
    subject,
    sequence(der(TIME, Buffer.from('20200101000000Z')), der(TIME, Buffer.from('99991231235959Z'))),
    subject,
    spki,
    der(EXTENSIONS, sequence(sequence(oid(SUBJECT_ALT_NAME), names))),
  );
  const signature = sign('sha256', signed, pair.privateKey);
  const whole = sequence(
    signed,
    sequence(oid(ECDSA_SHA256)),
    der(BITS, Buffer.concat([Buffer.from([0]), signature])),
  );
  return {
    cert: new X509Certificate(whole).toString(),
    key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
}

/** By which a certificate is pinned: SHA-256 of its bytes, as TLS names it. */
export function fingerprintOf(pem: string): string {
  return new X509Certificate(pem).fingerprint256;
}

const INTEGER = 0x02;
const BITS = 0x03;
const OCTETS = 0x04;
const UTF8 = 0x0c;
const TIME = 0x18;
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const DNS_NAME = 0x82;
const COMMON_NAME = [0x55, 0x04, 0x03];
const SUBJECT_ALT_NAME = [0x55, 0x1d, 0x11];
const ECDSA_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function set(part: Buffer): Buffer {
  return der(0x31, part);
}

function oid(bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}
