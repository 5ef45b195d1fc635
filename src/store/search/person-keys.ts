import type { CaseId, PersonId } from '../../domain/basics/ids.ts';
import { splitAddress } from '../../domain/text/address.ts';
import { DASHES } from '../../domain/text/dashes.ts';
import { kanaKey } from '../../domain/text/kana.ts';
import { nameKey } from '../../domain/text/name.ts';
import { readPhone } from '../../domain/text/phone.ts';
import type { TownTable } from '../../domain/text/town-table.ts';

/** What the vault says of a person, by `section.field`, as far as she is found by it. */
export type PersonValues = {
  readonly [Field in (typeof SEARCHED_FIELDS)[number]]?: string | undefined;
};

export const SEARCHED_FIELDS = [
  'identity.name',
  'identity.kana',
  'identity.commonName',
  'identity.birthDate',
  'reference.number',
  'address.postcode',
  'address.address',
  'address.building',
  'contact.phone',
] as const;

/** What a word may be: as it stands in the log of a search. */
export type KeyKind = 'kana' | 'name' | 'birth-date' | 'phone' | 'reference' | 'address';

/** Keys of one person; an empty one was not given or could not be read. */
export type PersonKeys = {
  readonly kana: string;
  /** The end of `kana` that is read after the first blank: the given name. */
  readonly givenKana: string;
  readonly name: string;
  readonly givenName: string;
  /** 通称名. */
  readonly otherName: string;
  /** YYYYMMDD, 0 when unknown. */
  readonly birthDate: number;
  /** Digits from the leading 0 on. */
  readonly phone: string;
  readonly reference: string;
  /** `AddressParts.key`: same house, same room. */
  readonly address: string;
  readonly town: string;
};

export type AgreeingKey = 'kana' | 'birthDate' | 'phone' | 'address' | 'reference';

/** Somebody of the ledger who agrees in some keys. */
export type Candidate = {
  readonly person: PersonId;
  readonly cases: readonly CaseId[];
  readonly agrees: readonly AgreeingKey[];
};

/** Makes the keys of one person. What cannot be read gives an empty key, never an error: the index shows, it does not check. */
export function personKeys(values: PersonValues, towns: TownTable): PersonKeys {
  const name = values['identity.name'] ?? '';
  const kana = values['identity.kana'] ?? '';
  const parts = addressParts(values, towns);
  return {
    kana: kanaKey(kana),
    givenKana: kanaKey(afterBlank(kana)),
    name: nameKey(name),
    givenName: nameKey(afterBlank(name)),
    otherName: nameKey(values['identity.commonName'] ?? ''),
    birthDate: Number((values['identity.birthDate'] ?? '').replaceAll('-', '')) || 0,
    phone: phoneKey(values['contact.phone'] ?? ''),
    reference: referenceKey(values['reference.number'] ?? ''),
    address: parts?.key ?? '',
    town: parts?.town ?? '',
  };
}

const ANY_DASH = new RegExp(`[${DASHES}]`, 'g');

/** The ward's number in one width, case and dash; nothing is left out, since 26-1 and 261 may be two women. */
export function referenceKey(number: string): string {
  return number.normalize('NFKC').toUpperCase().replace(/\s/g, '').replace(ANY_DASH, '-');
}

/** A number that the rules for telephones do not know is found by its digits all the same. */
function phoneKey(phone: string): string {
  if (phone === '') return '';
  const read = readPhone(phone);
  return read.ok ? read.value.digits : phone.normalize('NFKC').replace(/\D/g, '');
}

function addressParts(values: PersonValues, towns: TownTable): { key: string; town: string } | undefined {
  const address = values['address.address'];
  if (!address) return undefined;
  const postcode = values['address.postcode'];
  const building = values['address.building'];
  const parts = splitAddress(address, towns, {
    ...(postcode ? { postcode } : {}),
    ...(building ? { building } : {}),
  });
  return parts.ok ? parts.value : undefined;
}

function afterBlank(name: string): string {
  return /\s+(\S.*)$/s.exec(name.trim())?.[1] ?? '';
}
