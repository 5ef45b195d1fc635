import { createHash } from 'node:crypto';

export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** SHA-256 in hexadecimal, as it stands in facts and on papers. */
export function sha256Hex(...parts: readonly (string | Uint8Array)[]): string {
  return sha256(...parts).toString('hex');
}

/** A digest of what passes by, piece by piece. */
export type RunningDigest = { readonly add: (part: Uint8Array) => void; readonly hex: () => string };

export function runningDigest(): RunningDigest {
  const hash = createHash('sha256');
  return { add: (part) => void hash.update(part), hex: () => hash.digest('hex') };
}
