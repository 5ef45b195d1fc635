import type { CaseId, PersonId } from '../../domain/basics/ids.ts';
import { bundledRows } from '../vault/bundle.ts';
import { boundTo, readValue } from '../vault/session.ts';
import type { PersonValues } from './person-keys.ts';

/** A person as she was read: her own key, and the sealed rows of the sections by which she is found, end to end. */
export type SealedPerson = {
  readonly person: PersonId;
  readonly cases: readonly CaseId[];
  readonly key: Uint8Array;
  /** As `BUNDLE` gives them. */
  readonly heads: string;
  readonly sealed: Uint8Array;
};

/** What the vault says of her, as far as she is searched. Throws `SealBroken`. */
export function openPerson(of: Omit<SealedPerson, 'cases'>): PersonValues {
  const values: Record<string, string> = {};
  for (const { section, item, version, sealed } of bundledRows(of.heads, of.sealed)) {
    const value = readValue(of.key, sealed, boundTo(of.person, section, item, version));
    for (const [field, content] of Object.entries(value)) values[`${section}.${field}`] = content;
  }
  return values;
}
