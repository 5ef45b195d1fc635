import { open, type FileHandle } from 'node:fs/promises';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { runningDigest } from '../../security/digest.ts';
import { seal, unseal } from '../../security/sealing.ts';

/** What a sealed file holds: `digest` of the plain bytes, `stored` of the file as it lies on the disk (both SHA-256). */
export type SealedContent = {
  readonly digest: string;
  readonly stored: string;
  readonly lines: number;
  readonly bytes: number;
};

/** Plain bytes in one chunk. */
const CHUNK = 1 << 20;
const LAST = 'last';
const MORE = 'more';

/**
 * Writes a file of chunks, each compressed and sealed under the key with the file's name, its number and whether it is
 * the last: a chunk changed, moved, left out or cut off does not open. The file is on the disk when this returns.
 */
export async function writeSealedFile(
  path: string,
  key: Uint8Array,
  name: string,
  content: AsyncIterable<Uint8Array>,
): Promise<SealedContent> {
  const file = await open(path, 'w', 0o600);
  try {
    const plain = runningDigest();
    const stored = runningDigest();
    let lines = 0;
    let bytes = 0;
    let number = 0;
    const write = async (chunk: Uint8Array, place: string) => {
      const sealed = seal(key, zstdCompressSync(chunk), boundTo(name, number, place));
      const head = Buffer.alloc(4);
      head.writeUInt32BE(sealed.length);
      for (const part of [head, sealed]) {
        stored.add(part);
        await file.writeFile(part);
        bytes += part.length;
      }
      number += 1;
    };
    let waiting: Uint8Array[] = [];
    let size = 0;
    for await (const piece of content) {
      plain.add(piece);
      for (const byte of piece) if (byte === 10) lines += 1;
      waiting.push(piece);
      size += piece.length;
      if (size >= CHUNK) {
        await write(Buffer.concat(waiting), MORE);
        waiting = [];
        size = 0;
      }
    }
    await write(Buffer.concat(waiting), LAST);
    await file.sync();
    return { digest: plain.hex(), stored: stored.hex(), lines, bytes };
  } finally {
    await file.close();
  }
}

/** Reads it back, chunk by chunk; throws `SealBroken` where it is not what was written. */
export async function* readSealedFile(path: string, key: Uint8Array, name: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    let next = await readChunk(file);
    for (let number = 0; ; number += 1) {
      const chunk = next;
      if (!chunk) throw new Error(`${name} is cut short`);
      next = await readChunk(file);
      yield zstdDecompressSync(unseal(key, chunk, boundTo(name, number, next ? MORE : LAST)));
      if (!next) return;
    }
  } finally {
    await file.close();
  }
}

/** SHA-256 of a file as it lies there. */
export async function digestOfFile(path: string): Promise<string> {
  const digest = runningDigest();
  const file = await open(path, 'r');
  try {
    const part = Buffer.alloc(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(part);
      if (bytesRead === 0) return digest.hex();
      digest.add(part.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

async function readChunk(file: FileHandle): Promise<Buffer | undefined> {
  const head = await readExactly(file, 4);
  if (!head) return undefined;
  return (await readExactly(file, head.readUInt32BE())) ?? Buffer.alloc(0);
}

async function readExactly(file: FileHandle, length: number): Promise<Buffer | undefined> {
  // A length that was tampered with shall not ask for gigabytes: no chunk of ours is larger than this.
  if (length > 2 * CHUNK + (64 << 20)) return Buffer.alloc(0);
  const part = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(part, filled, length - filled);
    if (bytesRead === 0) return filled === 0 ? undefined : part.subarray(0, filled);
    filled += bytesRead;
  }
  return part;
}

function boundTo(name: string, number: number, place: string): string {
  return `sealed-file|${name}|${number}|${place}`;
}
