import { armor, Decrypter } from 'age-encryption';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { FileRefusal } from '../../domain/intake/problems.ts';
import type { OpenedContainer } from './opened-container.ts';
import { limits } from './limits.ts';

/** An age file under a passphrase, binary or armored. Called by `openContainer` only. */
export async function openAge(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<OpenedContainer, FileRefusal>> {
  const binary = dearmored(bytes);
  if (binary === undefined) return err({ type: 'damaged' });
  const header = scryptHeader(binary);
  if (!header.ok) return header;
  try {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const plain = await decrypter.decrypt(binary);
    if (plain.length > limits.listBytes) return err({ type: 'too-large', limit: limits.listBytes });
    return ok({ kind: 'age', name: undefined, bytes: plain });
  } catch (error) {
    const wrong = error instanceof Error && error.message.startsWith('no identity matched');
    return err({ type: wrong ? 'wrong-password' : 'damaged' });
  }
}

function dearmored(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] === 0x61 /* a */) return bytes;
  try {
    return armor.decode(new TextDecoder('latin1').decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * The header is read before the passphrase is tried: deriving a key costs 128 × 8 × 2^factor bytes of memory,
 * and the factor is the sender's choice.
 */
function scryptHeader(binary: Uint8Array): Result<undefined, FileRefusal> {
  const head = new TextDecoder('latin1').decode(binary.subarray(0, 4096)).split('\n');
  const stanzas = head
    .slice(
      1,
      head.findIndex((line) => line.startsWith('---')),
    )
    .filter(isStanza);
  if (stanzas.length === 0) return err({ type: 'damaged' });
  const factor = /^-> scrypt \S+ ([1-9]\d{0,2})$/.exec(stanzas[0] ?? '')?.[1];
  if (factor === undefined || stanzas.length > 1) return err({ type: 'age-not-by-passphrase' });
  return Number(factor) > limits.ageWorkFactor ? err({ type: 'age-work-factor' }) : ok(undefined);
}

function isStanza(line: string): boolean {
  return line.startsWith('-> ');
}
