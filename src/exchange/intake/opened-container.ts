/** ZipCrypto is broken and AES-128/192 are not what was agreed: accepted, and the ward is told. */
export type ContainerKind = 'zip-aes256' | 'zip-aes192' | 'zip-aes128' | 'zip-crypto' | 'age';

/** The one list inside an encrypted file: how it was locked, its name there (none in age), its bytes. */
export type OpenedContainer = {
  readonly kind: ContainerKind;
  readonly name: string | undefined;
  readonly bytes: Uint8Array;
};
