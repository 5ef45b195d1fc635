import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** How far a chain stood at a moment: what an anchor swears to. `hash` is hexadecimal. */
export type Checkpoint = {
  readonly at: string;
  readonly journal: { readonly seq: number; readonly hash: string };
  readonly access: { readonly seq: number; readonly hash: string };
};

/** A checkpoint signed with a key that lies outside the database, so that its owner cannot re-write history unseen. */
export type Anchor = Checkpoint & { readonly signature: string };

/** A new signing key: PKCS 8 in PEM for the key folder, SPKI in PEM for everybody. */
export function newAnchorKey(): { readonly privatePem: string; readonly publicPem: string } {
  const pair = generateKeyPairSync('ed25519');
  return {
    privatePem: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    publicPem: pair.publicKey.export({ type: 'spki', format: 'pem' }),
  };
}

export function signCheckpoint(privatePem: string, checkpoint: Checkpoint): Anchor {
  const signature = sign(null, Buffer.from(canonical(checkpoint)), createPrivateKey(privatePem));
  return { ...checkpoint, signature: signature.toString('base64') };
}

export function isGenuine(publicPem: string, anchor: Anchor): boolean {
  const { signature, ...checkpoint } = anchor;
  return verify(
    null,
    Buffer.from(canonical(checkpoint)),
    createPublicKey(publicPem),
    Buffer.from(signature, 'base64'),
  );
}

function canonical({ at, journal, access }: Checkpoint): string {
  return JSON.stringify([at, journal.seq, journal.hash, access.seq, access.hash]);
}
