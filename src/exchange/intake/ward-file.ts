import * as zip from '@zip.js/zip.js';
import { armor, Encrypter } from 'age-encryption';
import iconv from 'iconv-lite';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { ListEncoding } from '../../domain/intake/problems.ts';
import type { ContainerKind } from './opened-container.ts';

/** A list as the ward would send it: header, rows, and how it is written and locked. */
export type WardFile = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly encoding: ListEncoding;
  readonly lock: WardLock;
};

export type WardLock = {
  readonly kind: ContainerKind | 'age-armored';
  readonly password: string;
  /** Name of the list inside a ZIP. */
  readonly name: string;
  /** Moment written into the ZIP; fixed, so that a simulation is told by its seed alone. */
  readonly modified: Date;
  /** scrypt work factor of age; its own default is 18. */
  readonly workFactor?: number;
};

/** Characters that CP932 cannot hold: an encoder would write '?' without a word. Cells are named by place only. */
export type CharactersLost = {
  readonly type: 'characters-lost';
  readonly cells: readonly { readonly line: number; readonly column: number }[];
};

/** Writes the bytes of the locked file: CSV with CRLF, encoded without loss, packed and encrypted. */
export async function writeWardFile(file: WardFile): Promise<Result<Uint8Array, CharactersLost>> {
  const text = encodeList(file);
  return text.ok ? ok(await lockList(text.value, file.lock)) : text;
}

/** The CSV bytes before packing. Encodes, decodes and compares: on any difference nothing is written. */
export function encodeList(
  file: Pick<WardFile, 'columns' | 'rows' | 'encoding'>,
): Result<Uint8Array, CharactersLost> {
  const records = [file.columns, ...file.rows];
  const text = records.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
  const bytes = file.encoding === 'cp932' ? cp932(text) : iconv.encode(text, file.encoding, { addBOM: true });
  if (file.encoding !== 'cp932' || readBack(bytes) === text) return ok(bytes);
  const cells = records.flatMap((record, row) =>
    record.flatMap((cell, column) => (fits(cell) ? [] : [{ line: row + 1, column: column + 1 }])),
  );
  return err({ type: 'characters-lost', cells });
}

/** Packs and encrypts the bytes of one list. */
export async function lockList(bytes: Uint8Array, lock: WardLock): Promise<Uint8Array> {
  if (lock.kind === 'age' || lock.kind === 'age-armored') return lockByAge(bytes, lock);
  const writer = new zip.ZipWriter(new zip.Uint8ArrayWriter(), { useWebWorkers: false });
  const cipher =
    lock.kind === 'zip-crypto' ? { zipCrypto: true } : { encryptionStrength: strengths[lock.kind] };
  await writer.add(lock.name, new zip.Uint8ArrayReader(bytes), {
    password: lock.password,
    lastModDate: lock.modified,
    ...cipher,
  });
  return writer.close();
}

const strengths = { 'zip-aes128': 1, 'zip-aes192': 2, 'zip-aes256': 3 } as const;

async function lockByAge(bytes: Uint8Array, lock: WardLock): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(lock.password);
  if (lock.workFactor !== undefined) encrypter.setScryptWorkFactor(lock.workFactor);
  const binary = await encrypter.encrypt(bytes);
  return lock.kind === 'age' ? binary : new TextEncoder().encode(armor.encode(binary));
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** As Windows writes it: 外字 (U+E000 to U+E757) lie at F040 to F9FC, which the library leaves out. */
function cp932(text: string): Uint8Array {
  const parts = text.split(/([\uE000-\uE757])/).map((part) => {
    const gaiji = (part.codePointAt(0) ?? 0) - 0xe000;
    if (part.length !== 1 || gaiji < 0 || gaiji > 0x757) return iconv.encode(part, 'cp932');
    const trail = gaiji % 188;
    return Buffer.of(0xf0 + Math.floor(gaiji / 188), trail + (trail < 63 ? 0x40 : 0x41));
  });
  return Buffer.concat(parts);
}

function fits(cell: string): boolean {
  return readBack(cp932(cell)) === cell;
}

/** With the decoder that reads the lists, not with the one that belongs to the encoder. */
function readBack(bytes: Uint8Array): string {
  return new TextDecoder('shift_jis').decode(bytes);
}
