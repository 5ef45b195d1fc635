import * as zip from '@zip.js/zip.js';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { FileRefusal } from '../../domain/intake/problems.ts';
import type { ContainerKind, OpenedContainer } from './opened-container.ts';
import { limits } from './limits.ts';

/** The one encrypted file of a ZIP. Called by `openContainer` only. */
export async function openZip(
  bytes: Uint8Array,
  password: string,
): Promise<Result<OpenedContainer, FileRefusal>> {
  const reader = new zip.ZipReader(new zip.Uint8ArrayReader(bytes), {
    useWebWorkers: false,
    strictness: 'strict',
    // Japanese Windows writes entry names in CP932 without saying so.
    filenameEncoding: 'shift_jis',
  });
  try {
    const found = onlyFile(await reader.getEntries());
    if (!found.ok) return found;
    return await unpack(found.value, password);
  } catch (error) {
    return err(refusalOf(error, false));
  } finally {
    await reader.close();
  }
}

function onlyFile(entries: readonly zip.Entry[]): Result<zip.FileEntry, FileRefusal> {
  const files = entries.filter((entry) => !entry.directory);
  const [file] = files;
  if (file === undefined || file.directory) return err({ type: 'no-file-inside' });
  const book = entries.some((entry) => entry.filename === '[Content_Types].xml');
  if (book) return err({ type: 'excel-book' });
  if (files.length > 1) {
    return err({
      type: 'several-files-inside',
      names: files.slice(0, 10).map((each) => shown(each.filename)),
    });
  }
  if (isUnsafe(file)) return err({ type: 'unsafe-entry-name' });
  if (!file.encrypted) return err({ type: 'not-encrypted' });
  if (file.uncompressedSize > limits.listBytes) return err({ type: 'too-large', limit: limits.listBytes });
  const ratio = file.uncompressedSize / Math.max(1, file.compressedSize);
  if (file.uncompressedSize > limits.ratioFrom && ratio > limits.inflateRatio) {
    return err({ type: 'inflates-too-much', limit: limits.inflateRatio });
  }
  return ok(file);
}

/** Names are never used as paths here, but a file that tries is not one the ward's tools wrote. */
function isUnsafe(file: zip.FileEntry): boolean {
  const parts = file.filename.split('/');
  const strange = /[\\:\p{Cc}\p{Cf}]/u.test(file.filename) || file.filename === '';
  return strange || file.symlink || parts.some((part) => part === '' || part === '.' || part === '..');
}

async function unpack(file: zip.FileEntry, password: string): Promise<Result<OpenedContainer, FileRefusal>> {
  const kind = kindOf(file);
  if (kind === undefined) return err({ type: 'encryption-unsupported' });
  // The declared size is allocated only where the packed bytes could ever fill it: deflate reaches 1,032 to 1.
  const room = Math.min(file.uncompressedSize, file.compressedSize * 1032);
  const into = new Uint8Array(room);
  let used = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      if (used + chunk.length > into.length) throw new Error(zip.ERR_INVALID_UNCOMPRESSED_SIZE);
      into.set(chunk, used);
      used += chunk.length;
    },
  });
  try {
    await file.getData(sink, { password, checkCrc32: true, checkOverlappingEntry: true });
  } catch (error) {
    return err(refusalOf(error, kind === 'zip-crypto'));
  }
  if (used !== file.uncompressedSize) return err({ type: 'damaged' });
  return ok({ kind, name: file.filename, bytes: into });
}

function kindOf(file: zip.FileEntry): ContainerKind | undefined {
  if (file.zipCrypto) return 'zip-crypto';
  const strength = file.extraFieldAES?.strength;
  return strength === 3
    ? 'zip-aes256'
    : strength === 2
      ? 'zip-aes192'
      : strength === 1
        ? 'zip-aes128'
        : undefined;
}

/**
 * The library tells its faults by message. ZipCrypto proves a password by one byte only, so that one wrong
 * password in 256 looks like damage: said as what it is. Whatever else the library or its decoder throws
 * means that these bytes are not a whole ZIP.
 */
function refusalOf(error: unknown, weak: boolean): FileRefusal {
  const message = error instanceof Error ? error.message : '';
  if (message === zip.ERR_INVALID_PASSWORD) return { type: 'wrong-password' };
  if (message === zip.ERR_UNSAFE_FILENAME) return { type: 'unsafe-entry-name' };
  if (message === zip.ERR_UNSUPPORTED_COMPRESSION) return { type: 'compression-unsupported' };
  if (message === zip.ERR_UNSUPPORTED_ENCRYPTION || message === zip.ERR_ENCRYPTED_CENTRAL_DIRECTORY) {
    return { type: 'encryption-unsupported' };
  }
  return { type: weak ? 'wrong-password-or-damaged' : 'damaged' };
}

function shown(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 60);
}
