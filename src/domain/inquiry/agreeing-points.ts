import { splitAddress } from '../text/address.ts';
import { kanaKey } from '../text/kana.ts';
import { nameKey } from '../text/name.ts';
import { townTable, type City } from '../text/town-table.ts';
import type { IdentityPoint } from './identify-caller.ts';

/** What a caller said of herself. `name` as it is read or as it is written; a birthday as YYYY-MM-DD. */
export type SaidOfHerself = {
  readonly name?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly address?: string | undefined;
};

/** The same in the ward's list. */
export type ListedOfHer = {
  readonly name?: string | undefined;
  readonly kana?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly address?: string | undefined;
};

/**
 * Which points of identity a caller has said as the ward's list has them (domain.md 8). The house counts: on the
 * telephone few say the name of their building. What is not said or not known agrees with nothing.
 */
export function agreeingPoints(
  said: SaidOfHerself,
  listed: ListedOfHer,
  ward: City,
): readonly IdentityPoint[] {
  const agrees: Readonly<Record<IdentityPoint, boolean>> = {
    name:
      same(kanaKey(said.name ?? ''), kanaKey(listed.kana ?? '')) ||
      same(nameKey(said.name ?? ''), nameKey(listed.name ?? '')),
    'birth-date': same(said.birthDate ?? '', listed.birthDate ?? ''),
    address: same(houseOf(said.address ?? '', ward), houseOf(listed.address ?? '', ward)),
  };
  return (Object.keys(agrees) as IdentityPoint[]).filter((point) => agrees[point]);
}

function same(one: string, other: string): boolean {
  return one !== '' && one === other;
}

function houseOf(address: string, ward: City): string {
  const parts = splitAddress(address, townTable([ward], ward.code));
  return parts.ok ? parts.value.siteKey : '';
}
