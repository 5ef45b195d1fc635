import type { City, TownTable } from '../text/town-table.ts';
import { townTable } from '../text/town-table.ts';
import { splitAddress } from '../text/address.ts';
import { kanaKey } from '../text/kana.ts';
import { readPhone } from '../text/phone.ts';

export type IdentityKey = 'kana' | 'birth-date' | 'phone' | 'address';

/** A person as far as matching looks; what is unknown is absent and agrees with nothing. */
export type Identity = {
  readonly kana?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly building?: string | undefined;
};

/** Which keys agree between what somebody wrote and what the ward's list says (domain.md 4.4). */
export function agreeingKeys(one: Identity, other: Identity, ward: City): readonly IdentityKey[] {
  const towns = townTable([ward], ward.code);
  const keys: Readonly<Record<IdentityKey, (of: Identity) => string>> = {
    kana: ({ kana }) => kanaKey(kana ?? ''),
    'birth-date': ({ birthDate }) => birthDate ?? '',
    phone: ({ phone }) => phoneKey(phone ?? ''),
    address: (of) => addressKey(of, towns),
  };
  return (Object.keys(keys) as IdentityKey[]).filter((key) => {
    const mine = keys[key](one);
    return mine !== '' && mine === keys[key](other);
  });
}

/** Enough to say that it is she: the reading and the date of birth, and telephone or address (CHI-8.2-1). */
export function isSamePerson(agreeing: readonly IdentityKey[]): boolean {
  const both = agreeing.includes('kana') && agreeing.includes('birth-date');
  return both && (agreeing.includes('phone') || agreeing.includes('address'));
}

function phoneKey(phone: string): string {
  const read = readPhone(phone);
  return read.ok ? read.value.digits : '';
}

function addressKey({ address, building }: Identity, towns: TownTable): string {
  const parts = splitAddress(address ?? '', towns, building ? { building } : {});
  return parts.ok ? parts.value.key : '';
}
