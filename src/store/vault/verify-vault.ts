import { sha256 } from '../../security/digest.ts';
import { keyOfEpoch, type KeyRing } from '../../security/programme-key.ts';
import { SealBroken } from '../../security/sealing.ts';
import type { Reader, Statement } from '../connection.ts';
import { bytes, text, whole } from '../row.ts';
import type { Damage } from '../damage.ts';

const CHUNK = 5000;

const ROWS: Statement = {
  name: 'verify-vault-rows',
  text: `select person, section, item, version, sealed from vault
         where (person, section, item) > ($1, $2, $3) order by person, section, item limit ${CHUNK}`,
};

const KEYS: Statement = {
  name: 'verify-vault-keys',
  text: `select person, epoch, wrapped from person_key where person > $1 order by person limit ${CHUNK}`,
};

const LINKS: Statement = {
  name: 'verify-vault-links',
  text: `select digest, owner, epoch, sealed from subject_link where digest > $1 order by digest limit ${CHUNK}`,
};

/**
 * Holds every vault row against the last write that the access log remembers: a changed, rolled back, missing or
 * foreign row is found. Rows of persons who were erased must be gone. Who has rows has a key that opens, and at least one
 * case or account leads to her.
 */
export async function verifyVault(
  reader: Reader,
  ring: KeyRing,
  wrote: ReadonlyMap<string, { readonly version: number; readonly digest: string }>,
  forgot: ReadonlySet<string>,
): Promise<readonly Damage[]> {
  const damage: Damage[] = [];
  const missing = new Map([...wrote].filter(([slot]) => !forgot.has(slot.slice(0, slot.indexOf('|')))));
  const persons = new Set<string>();
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
      persons.add(after[0] ?? '');
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
  damage.push(...(await verifyKeys(reader, ring, persons)), ...(await verifyLinks(reader, ring, persons)));
  return damage;
}

async function verifyKeys(
  reader: Reader,
  ring: KeyRing,
  persons: ReadonlySet<string>,
): Promise<readonly Damage[]> {
  const damage: Damage[] = [];
  const keyless = new Set(persons);
  for (let after = ''; ;) {
    const rows = await reader.rows(KEYS, [after]);
    if (rows.length === 0) break;
    for (const row of rows) {
      after = text(row, 'person');
      keyless.delete(after);
      const key = keyOfEpoch(ring, whole(row, 'epoch'));
      const person = after;
      if (!opens(() => key.unwrap(person, bytes(row, 'wrapped'))))
        damage.push({ book: 'vault', at: after, what: 'the key of this person does not open' });
    }
  }
  for (const at of keyless) damage.push({ book: 'vault', at, what: 'the key of this person is missing' });
  return damage;
}

async function verifyLinks(
  reader: Reader,
  ring: KeyRing,
  persons: ReadonlySet<string>,
): Promise<readonly Damage[]> {
  const damage: Damage[] = [];
  const unled = new Set(persons);
  for (let after: Buffer = Buffer.alloc(0); ;) {
    const rows = await reader.rows(LINKS, [after]);
    if (rows.length === 0) break;
    for (const row of rows) {
      after = bytes(row, 'digest');
      const key = keyOfEpoch(ring, whole(row, 'epoch'));
      const digest = after;
      const link = opens(() => key.openLink(digest, bytes(row, 'sealed')));
      // An erasure finds her links by their owner: under another owner a link would outlive her.
      if (!link || !key.ownerDigest(link.person).equals(bytes(row, 'owner'))) {
        damage.push({ book: 'vault', at: digest.toString('hex'), what: 'a link to a person does not open' });
      } else unled.delete(link.person);
    }
  }
  for (const at of unled) damage.push({ book: 'vault', at, what: 'nothing leads to this person any more' });
  return damage;
}

/** What was sealed, or nothing: it was spoiled or put here from elsewhere. */
function opens<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
