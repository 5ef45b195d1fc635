import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { seal, unseal } from './sealing.ts';

/**
 * The key of one epoch, 32 bytes, under which every person's key is wrapped. It lies in two places outside the
 * database and in no backup. An erasure makes a new epoch and destroys the old key, and with it every older copy.
 */
export type ProgrammeKey = {
  readonly epoch: number;
  readonly wrap: (name: string, key: Uint8Array) => Buffer;
  readonly unwrap: (name: string, wrapped: Uint8Array) => Buffer;
  /** Under which row a link from a case or account to its person is found; without this key the row says nothing. */
  readonly linkDigest: (subject: string) => Buffer;
  /** Under which value all links of one person are found. */
  readonly ownerDigest: (person: string) => Buffer;
  /** Epoch (4 bytes) and digest of a command's content under this key: it tells nothing about short values. */
  readonly commandDigest: (content: string) => Buffer;
  readonly sealLink: (subject: string, person: string) => Buffer;
  readonly openLink: (
    digest: Uint8Array,
    sealed: Uint8Array,
  ) => { readonly subject: string; readonly person: string };
};

/** The keys that are alive: the current one, and during a change of epoch the one before it. */
export type KeyRing = { readonly current: ProgrammeKey; readonly previous?: ProgrammeKey };

export const PROGRAMME_KEY_LENGTH = 32;

export function newSecretKey(): Buffer {
  return randomBytes(PROGRAMME_KEY_LENGTH);
}

export function programmeKey(epoch: number, secret: Uint8Array): ProgrammeKey {
  if (secret.length !== PROGRAMME_KEY_LENGTH) throw new Error('A programme key has 32 bytes');
  const derive = (use: string) =>
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `mimamori/${use}/${epoch}`, 32));
  const wrapping = derive('wrap');
  const linking = derive('link');
  const naming = derive('link-name');
  const mark = Buffer.alloc(4);
  mark.writeUInt32BE(epoch);
  const digest = (kind: string, name: string) =>
    createHmac('sha256', naming).update(`${kind}|${name}`).digest();
  const bound = (row: Uint8Array) => `link|${Buffer.from(row).toString('hex')}|${epoch}`;
  return {
    epoch,
    wrap: (name, key) => seal(wrapping, key, `key|${name}|${epoch}`),
    unwrap: (name, wrapped) => unseal(wrapping, wrapped, `key|${name}|${epoch}`),
    linkDigest: (subject) => digest('subject', subject),
    ownerDigest: (person) => digest('person', person),
    commandDigest: (content) => Buffer.concat([mark, digest('command', content)]),
    sealLink: (subject, person) =>
      seal(linking, Buffer.from(`${subject} ${person}`), bound(digest('subject', subject))),
    openLink: (row, sealed) => {
      const [subject = '', person = ''] = unseal(linking, sealed, bound(row)).toString('utf8').split(' ');
      return { subject, person };
    },
  };
}

/** The key of an epoch that is still alive. Asking for a destroyed one is damage or a copy from elsewhere: stop. */
export function keyOfEpoch(ring: KeyRing, epoch: number): ProgrammeKey {
  if (ring.current.epoch === epoch) return ring.current;
  if (ring.previous?.epoch === epoch) return ring.previous;
  throw new KeysChanged(epoch);
}

/**
 * The keys in memory are not those in force: another process has begun or finished a change of epoch. Whoever meets this
 * reads the key folder anew and tries once more; if it stays, the key was destroyed, or this is another place.
 */
export class KeysChanged extends Error {
  constructor(epoch: number) {
    super(`The programme key of epoch ${epoch} is not here: it was destroyed, or this is another place`);
    this.name = 'KeysChanged';
  }
}
