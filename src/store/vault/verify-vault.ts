import { sha256 } from '../../security/digest.ts';
import type { Reader, Statement } from '../connection.ts';
import { bytes, text, whole } from '../row.ts';
import type { Damage } from '../damage.ts';

const CHUNK = 5000;

const ROWS: Statement = {
  name: 'verify-vault-rows',
  text: `select person, section, item, version, sealed from vault
         where (person, section, item) > ($1, $2, $3) order by person, section, item limit ${CHUNK}`,
};

/**
 * Holds every vault row against the last write that the access log remembers: a changed, rolled back, missing or
 * foreign row is found. Rows of persons who were erased must be gone.
 */
export async function verifyVault(
  reader: Reader,
  wrote: ReadonlyMap<string, { readonly version: number; readonly digest: string }>,
  forgot: ReadonlySet<string>,
): Promise<readonly Damage[]> {
  const damage: Damage[] = [];
  const missing = new Map([...wrote].filter(([slot]) => !forgot.has(slot.slice(0, slot.indexOf('|')))));
  let after = ['', '', ''];
  for (;;) {
    const rows = await reader.rows(ROWS, after);
    if (rows.length === 0) break;
    for (const row of rows) {
      after = [text(row, 'person'), text(row, 'section'), text(row, 'item')];
      const slot = after.join('|');
      const at = `${after[0]}/${after[1]}${after[2] ? `/${after[2]}` : ''}`;
      if (forgot.has(after[0] ?? '')) {
        damage.push({ book: 'vault', at, what: 'the row belongs to a person who was erased' });
        continue;
      }
      const expected = wrote.get(slot);
      missing.delete(slot);
      if (!expected) {
        damage.push({ book: 'vault', at, what: 'no command wrote this row' });
      } else if (whole(row, 'version') < expected.version) {
        damage.push({ book: 'vault', at, what: 'an older value was put back' });
      } else if (sha256(bytes(row, 'sealed')).toString('base64url') !== expected.digest) {
        damage.push({ book: 'vault', at, what: 'the value is not the one that was written' });
      }
    }
  }
  for (const slot of missing.keys()) {
    damage.push({
      book: 'vault',
      at: slot.replaceAll('|', '/'),
      what: 'a value that was written is missing',
    });
  }
  return damage;
}
