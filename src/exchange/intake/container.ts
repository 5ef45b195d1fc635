import { err, type Result } from '../../domain/basics/result.ts';
import type { FileRefusal } from '../../domain/intake/problems.ts';
import { openAge } from './container-age.ts';
import { openZip } from './container-zip.ts';
import { limits } from './limits.ts';
import type { OpenedContainer } from './opened-container.ts';

/**
 * Opens the ward's file: a ZIP under WinZip AES or ZipCrypto, or an age file under a passphrase, with exactly one
 * file inside. Anything else is sent back with its own code, an unencrypted list too: the ward must encrypt
 * (CHI-8.1-1, AMB-45). A damaged or shortened file never yields bytes: every container here is authenticated
 * or check-summed. Unpacking stops at the limits, whatever the file says of its own size.
 */
export async function openContainer(
  bytes: Uint8Array,
  password: string,
): Promise<Result<OpenedContainer, FileRefusal>> {
  if (bytes.length === 0) return err({ type: 'empty-file' });
  if (bytes.length > limits.containerBytes) return err({ type: 'too-large', limit: limits.containerBytes });
  const form = formOf(bytes);
  if (form === 'other') return err({ type: looksLikeText(bytes) ? 'not-encrypted' : 'unknown-container' });
  if (form === 'excel') return err({ type: 'excel-book' });
  if (password === '') return err({ type: 'password-missing' });
  const opened = form === 'zip' ? await openZip(bytes, password) : await openAge(bytes, password);
  if (!opened.ok) return opened;
  if (opened.value.bytes.length === 0) return err({ type: 'no-rows' });
  const inner = formOf(opened.value.bytes);
  if (inner === 'excel' || isExcelName(opened.value.name)) return err({ type: 'excel-book' });
  return inner === 'other' ? opened : err({ type: 'nested-archive' });
}

type Form = 'zip' | 'age' | 'excel' | 'other';

function formOf(bytes: Uint8Array): Form {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return 'zip';
  // An OLE file: .xls, or .xlsx under Excel's own password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'excel';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart();
  return head.startsWith('age-encryption.org/') || head.startsWith('-----BEGIN AGE ') ? 'age' : 'other';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function isExcelName(name: string | undefined): boolean {
  return name !== undefined && /\.xls[xmb]?$/i.test(name);
}

/** A bare list: no control bytes below the tab in its first part, and a comma in it. */
function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return utf16 || (head.includes(0x2c) && head.every((byte) => byte >= 0x09));
}
