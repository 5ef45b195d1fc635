import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { FileRefusal, ListEncoding } from '../../domain/intake/problems.ts';

/**
 * Finds out how a list is written and proves that every byte of it can be read (AMB-45). CP932, UTF-8 with or
 * without a mark, and UTF-16 with a mark are taken. The header line decides between CP932 and UTF-8: its Japanese
 * words are never valid in both. A broken byte is named by line and offset; nothing is replaced or guessed.
 */
export function findEncoding(bytes: Uint8Array): Result<ListEncoding, FileRefusal> {
  const encoding = markOf(bytes) ?? (isUtf8(firstLine(bytes)) ? 'utf-8' : 'cp932');
  if (!encoding.startsWith('utf-16')) {
    const nul = bytes.indexOf(0);
    // Of UTF-16 without a mark every comma and line feed has a NUL beside it.
    if (nul !== -1 && looksLikeUtf16(bytes)) return err({ type: 'utf16-without-mark' });
    if (nul !== -1) return err({ type: 'nul-byte', line: lineAt(bytes, nul) });
  }
  try {
    for (const text of decodeList(bytes, encoding)) void text;
    return ok(encoding);
  } catch {
    const byte = firstBrokenByte(bytes, encoding);
    return err({ type: 'broken-byte', encoding, byte, line: lineAt(bytes, byte, encoding) });
  }
}

/**
 * The text of a list in pieces, without its mark, exactly as written: no normal form is applied, because NFC alone
 * changes 22 characters of CP932 names (domain.md 4.1). Throws on a broken byte: `findEncoding` comes first.
 */
export function* decodeList(bytes: Uint8Array, encoding: ListEncoding): Generator<string> {
  const decoder = decoderOf(encoding);
  const asWritten = encoding === 'cp932' ? withOwnControls : (text: string) => text;
  for (let from = 0; from < bytes.length; from += PIECE) {
    yield asWritten(decoder.decode(bytes.subarray(from, from + PIECE), { stream: true }));
  }
  yield decoder.decode();
}

const PIECE = 256 * 1024;

function decoderOf(encoding: ListEncoding): TextDecoder {
  // What the standards call shift_jis is CP932, 外字 of F040 to F9FC included: they become U+E000 to U+E757.
  return new TextDecoder(encoding === 'cp932' ? 'shift_jis' : encoding, { fatal: true });
}

/** The decoder exchanges three control characters, as IBM's tables did: the end mark of old systems (1A) among them. */
function withOwnControls(text: string): string {
  let whole = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const own = EXCHANGED.get(text.charCodeAt(at));
    if (own === undefined) continue;
    whole += text.slice(from, at) + String.fromCharCode(own);
    from = at + 1;
  }
  return whole + text.slice(from);
}

/** By what the decoder gives. */
const EXCHANGED: ReadonlyMap<number, number> = new Map([
  [0x1c, 0x1a],
  [0x7f, 0x1c],
  [0x1a, 0x7f],
]);

function markOf(bytes: Uint8Array): ListEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function firstLine(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(LINE_FEED);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  return head.filter((byte, at) => byte === 0x2c && (head[at + 1] === 0 || head[at - 1] === 0)).length > 1;
}

const LINE_FEED = 0x0a;

/** Line in which a byte lies, counted from 1. A line feed is never the second byte of a CP932 character. */
function lineAt(bytes: Uint8Array, byte: number, encoding: ListEncoding = 'cp932'): number {
  const wide = encoding.startsWith('utf-16');
  const low = encoding === 'utf-16be' ? 1 : 0;
  let line = 1;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < byte; at = bytes.indexOf(LINE_FEED, at + 1)) {
    if (!wide || (at % 2 === low && bytes[at + 1 - 2 * low] === 0)) line += 1;
  }
  return line;
}

/** Halves the bytes until the one is left at which decoding stops. */
function firstBrokenByte(bytes: Uint8Array, encoding: ListEncoding): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = good + Math.floor((bad - good) / 2);
    if (decodesUpTo(bytes.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  return startOfCharacter(bytes, good, encoding);
}

function decodesUpTo(bytes: Uint8Array, encoding: ListEncoding): boolean {
  try {
    decoderOf(encoding).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The fault shows at the last byte of a sequence; it is told at the first, where an editor would look. */
function startOfCharacter(bytes: Uint8Array, at: number, encoding: ListEncoding): number {
  let start = at;
  while (start > 0 && at - start < 3 && !decodesWhole(bytes.subarray(0, start), encoding)) start -= 1;
  return start;
}

function decodesWhole(bytes: Uint8Array, encoding: ListEncoding): boolean {
  try {
    decoderOf(encoding).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
