import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';

/** One file as it is locked: its name, its bytes, and the moment written beside it. */
export type FileToLock = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** YYYY-MM-DD and HH:MM, as the archive shows them anywhere. */
  readonly day: string;
  readonly time: string;
};

const SALT_LENGTH = 16;
const KEY_LENGTH = 32;
const ROUNDS = 1000;
const BLOCK = 16;

/**
 * A ZIP with one file under AES-256 (WinZip's AE-2). The salt is given: the same file, password and salt make the same
 * bytes on every machine, which a simulation needs. A real file takes a salt of its own.
 */
export function aesZip(file: FileToLock, password: string, salt: Uint8Array): Uint8Array {
  if (salt.length !== SALT_LENGTH) throw new Error(`The salt of an AES-256 ZIP has ${SALT_LENGTH} bytes`);
  const keys = pbkdf2Sync(password, salt, ROUNDS, 2 * KEY_LENGTH + 2, 'sha1');
  const [cipherKey, macKey, check] = [
    keys.subarray(0, KEY_LENGTH),
    keys.subarray(KEY_LENGTH, 2 * KEY_LENGTH),
    keys.subarray(2 * KEY_LENGTH),
  ];
  const hidden = encrypt(deflateRawSync(file.bytes, { level: 9 }), cipherKey);
  const mac = createHmac('sha1', macKey).update(hidden).digest().subarray(0, 10);
  const data = Buffer.concat([salt, check, hidden, mac]);

  const name = Buffer.from(file.name, 'utf8');
  const extra = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0]);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(51, 0);
  common.writeUInt16LE(0x0801, 2);
  common.writeUInt16LE(99, 4);
  common.writeUInt16LE(dosTime(file.time), 6);
  common.writeUInt16LE(dosDate(file.day), 8);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(file.bytes.length, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(extra.length, 24);

  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, extra, data]);
  const rest = Buffer.alloc(14);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    Buffer.from([51, 0]),
    common,
    rest,
    name,
    extra,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** AES in counter mode as ZIP has it: the counter is little-endian and begins at 1. */
function encrypt(bytes: Uint8Array, key: Uint8Array): Buffer {
  const blocks = Math.ceil(bytes.length / BLOCK);
  const counters = Buffer.alloc(blocks * BLOCK);
  for (let at = 0; at < blocks; at += 1) counters.writeUInt32LE(at + 1, at * BLOCK);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const stream = Buffer.concat([cipher.update(counters), cipher.final()]);
  return Buffer.from(bytes.map((byte, at) => byte ^ (stream[at] ?? 0)));
}

function dosTime(time: string): number {
  return (Number(time.slice(0, 2)) << 11) | (Number(time.slice(3, 5)) << 5);
}

function dosDate(day: string): number {
  return ((Number(day.slice(0, 4)) - 1980) << 9) | (Number(day.slice(5, 7)) << 5) | Number(day.slice(8, 10));
}
