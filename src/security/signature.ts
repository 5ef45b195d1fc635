import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Signs a text with a private key in PEM (Ed25519); the signature in base64. */
export function signText(privatePem: string, text: string): string {
  return sign(null, Buffer.from(text), createPrivateKey(privatePem)).toString('base64');
}

export function isSignedBy(publicPem: string, text: string, signature: string): boolean {
  return verify(null, Buffer.from(text), createPublicKey(publicPem), Buffer.from(signature, 'base64'));
}

/** The public half of a private key in PEM. */
export function publicHalf(privatePem: string): string {
  return createPublicKey(privatePem).export({ type: 'spki', format: 'pem' });
}
