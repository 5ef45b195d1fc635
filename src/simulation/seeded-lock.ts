import { createCipheriv, createHash, createHmac, hkdfSync, pbkdf2Sync, scryptSync } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { CivilDate } from '../domain/basics/civil-date.ts';

/** How the ward locks a list, told by its seed alone. */
export type SeededLock = {
  readonly kind: 'zip-aes256' | 'age';
  /** Name of the list inside a ZIP, in ASCII. */
  readonly name: string;
  readonly password: string;
  readonly on: CivilDate;
  /** Salts come from here: the same seed, name and password give the same bytes. */
  readonly seed: number;
};

/**
 * Locks a list as `exchange/intake/ward-file.ts` does, but with salts that come from a seed. The usual libraries draw
 * theirs from the machine, and the digest of a received list stands in the journal: two runs of one year would differ.
 * For invented lists only; the tests open the result with those libraries.
 */
export function lockSeeded(bytes: Uint8Array, lock: SeededLock): Uint8Array {
  return lock.kind === 'age' ? ageFile(bytes, lock) : zipFile(bytes, lock);
}

/** `length` bytes at most 32. */
function salt(lock: SeededLock, what: string, length: number): Buffer {
  const words = [lock.seed, lock.name, lock.password, lock.on, what].join('/');
  return createHash('sha256').update(words).digest().subarray(0, length);
}

const STRENGTH_256 = 3;
const DEFLATED = 8;

/** One file, AES-256 by the AE-2 of WinZip's specification (APPNOTE 7.2, 0x9901). */
function zipFile(bytes: Uint8Array, lock: SeededLock): Uint8Array {
  const fresh = salt(lock, 'zip', 16);
  const keys = pbkdf2Sync(lock.password, fresh, 1000, 66, 'sha1');
  const sealed = counted(keys.subarray(0, 32), deflateRawSync(bytes));
  const proof = createHmac('sha1', keys.subarray(32, 64)).update(sealed).digest().subarray(0, 10);
  const body = Buffer.concat([fresh, keys.subarray(64), sealed, proof]);

  const name = Buffer.from(lock.name, 'ascii');
  const extra = Buffer.concat([u16(0x9901, 7, 2), Buffer.from('AE'), Buffer.of(STRENGTH_256), u16(DEFLATED)]);
  const common = Buffer.concat([
    // Version, encrypted, method "AES", time, date, no CRC, sizes, lengths.
    u16(51, 1, 99, DOS_NINE, dosDate(lock.on)),
    u32(0, body.length, bytes.length),
    u16(name.length, extra.length),
  ]);
  const local = Buffer.concat([u32(0x04034b50), common, name, extra, body]);
  const central = Buffer.concat([u32(0x02014b50), u16(51), common, u16(0, 0, 0), u32(0, 0), name, extra]);
  const end = Buffer.concat([u32(0x06054b50), u16(0, 0, 1, 1), u32(central.length, local.length), u16(0)]);
  return Buffer.concat([local, central, end]);
}

/** AES in counter mode with a little-endian counter from 1, which no library function has. */
function counted(key: Uint8Array, bytes: Uint8Array): Buffer {
  const counters = Buffer.alloc(Math.ceil(bytes.length / 16) * 16);
  for (let block = 0; block * 16 < counters.length; block += 1) counters.writeUInt32LE(block + 1, block * 16);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const stream = Buffer.concat([cipher.update(counters), cipher.final()]);
  return Buffer.from(bytes.map((byte, at) => byte ^ (stream[at] ?? 0)));
}

const DOS_NINE = 9 << 11;

function dosDate(day: CivilDate): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return ((year - 1980) << 9) | (month << 5) | date;
}

function u16(...numbers: readonly number[]): Buffer {
  return Buffer.from(Uint16Array.from(numbers).buffer);
}

function u32(...numbers: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(numbers).buffer);
}

const WORK_FACTOR = 15;
const CHUNK = 64 * 1024;

/** age-encryption.org/v1 with one scrypt stanza. */
function ageFile(bytes: Uint8Array, lock: SeededLock): Uint8Array {
  const fileKey = salt(lock, 'file key', 16);
  const fresh = salt(lock, 'scrypt', 16);
  const label = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), fresh]);
  const wrapping = scryptSync(lock.password, label, 32, {
    N: 2 ** WORK_FACTOR,
    r: 8,
    p: 1,
    maxmem: 2 ** (WORK_FACTOR + 11),
  });
  const stanza = `-> scrypt ${bare(fresh)} ${WORK_FACTOR}\n${bare(poly(wrapping, Buffer.alloc(12), fileKey))}\n`;
  const header = `age-encryption.org/v1\n${stanza}---`;
  const proof = createHmac('sha256', derived(fileKey, Buffer.alloc(0), 'header'))
    .update(header)
    .digest();
  const nonce = salt(lock, 'payload', 16);
  const key = derived(fileKey, nonce, 'payload');
  const chunks = Array.from({ length: Math.max(1, Math.ceil(bytes.length / CHUNK)) }, (_unused, index) => {
    const counter = Buffer.alloc(12);
    counter.writeUInt32BE(index, 7);
    counter[11] = (index + 1) * CHUNK >= bytes.length ? 1 : 0;
    return poly(key, counter, bytes.subarray(index * CHUNK, (index + 1) * CHUNK));
  });
  return Buffer.concat([Buffer.from(`${header} ${bare(proof)}\n`), nonce, ...chunks]);
}

function derived(secret: Uint8Array, fresh: Uint8Array, what: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, fresh, what, 32));
}

function poly(key: Uint8Array, nonce: Uint8Array, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function bare(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}
