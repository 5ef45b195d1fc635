import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { postcodeFits, splitAddress, type AddressHints, type AddressParts } from './address.ts';
import { townTable } from './town-table.ts';
import { TOWNS_13101 } from './towns-13101.ts';

const table = townTable([TOWNS_13101], '13101');

function parts(address: string, hints: AddressHints = {}): AddressParts {
  const read = splitAddress(address, table, hints);
  if (!read.ok) throw new Error(`Not read: ${address}`);
  return read.value;
}

/** domain.md 4.5, the six rows. */
const ROWS: readonly (readonly [string, string, boolean])[] = [
  ['東京都千代田区九段北一丁目2番14号', '千代田区九段北１－２－１４', true],
  ['千代田区一番町6番地4', '千代田区一番町6-4', true],
  ['千代田区一番町6-4', '千代田区1-6-4', false],
  ['麴町3-7-24', '麹町三丁目7番24号', true],
  ['外神田2-17-6 ○○マンション302', '外神田2-17-6 ○○マンション303', false],
  ['大手町1-1-1 ○○ビル10F', '大手町1-1-1 ○○ビル10階', true],
];

for (const [one, other, same] of ROWS) {
  test(`${one} and ${other} have ${same ? 'one key' : 'two keys'}`, () => {
    assert.equal(parts(one).key === parts(other).key, same);
  });
}

const APART: readonly (readonly [string, string])[] = [
  ['岩本町1-2-3', '神田岩本町1-2'],
  ['平河町1-2-3', '神田平河町1-2-3'],
  ['鍛冶町2-1', '神田鍛冶町3-1'],
  ['一番町6-4', '二番町6-4'],
  ['九段北1-2-14', '九段南1-2-14'],
  ['九段北1-2-14', '九段北1-21-4'],
  ['九段北1-2-14', '九段北12-14'],
  ['一番町6-4-302', '一番町6-4'],
  ['一番町6-4 302', '一番町6-4302'],
  ['九段北1-2-14 2号棟301', '九段北1-2-14 3号棟201'],
  ['九段北1-2-14 1F', '九段北1-2-14 B1F'],
  ['九段北1-2-14 10F', '九段北1-2-14 10'],
  ['九段北1-2-14 1-11', '九段北1-2-14 11-1'],
  ['九段北1-2-14 山田方', '九段北1-2-14'],
];

for (const [one, other] of APART) {
  test(`${one} and ${other} never have one key`, () => assert.notEqual(parts(one).key, parts(other).key));
}

test('the parts of an address are those of the postal table, and the building is as written', () => {
  assert.deepEqual(parts('千代田区神田美土代町９番地７千代田２１ビル７階'), {
    pref: '東京都',
    city: '千代田区',
    town: '神田美土代町',
    rest: '9-7',
    building: '千代田２１ビル７階',
    afterTown: '９番地７千代田２１ビル７階',
    key: '東京都千代田区:神田美土代町:9-7:千代田21ビル7F',
    siteKey: '東京都千代田区:神田美土代町:9-7',
  });
});

test('the ward’s column 方書 joins the building and what stands after the number', () => {
  const apart = parts('九段北1-2-14', { building: '九段ハイツ　３０２' });
  assert.equal(apart.building, '九段ハイツ　３０２');
  assert.equal(apart.key, parts('九段北1-2-14 九段ハイツ302号室').key);
});

test('a town that got lost stays lost, also when a postcode would name it', () => {
  const lost = parts('千代田区1-6-4', { postcode: '102-0082' });
  assert.deepEqual([lost.town, lost.rest], ['', '1-6-4']);
});

test('one house has one site key, whatever home in it', () => {
  const homes = ['九段北1-2-14 九段ハイツ302', '九段北一丁目2番14号 九段ハイツ101', '九段北1-2-14'];
  assert.equal(new Set(homes.map((home) => parts(home).siteKey)).size, 1);
  assert.equal(new Set(homes.map((home) => parts(home).key)).size, 3);
});

test('what names no place in Japan is an error', () => {
  for (const [text, reason] of [
    ['', 'empty'],
    [' 　', 'empty'],
    ['〒102-0083', 'empty'],
    ['1-2-3', 'no-place'],
    ['12 Example Street, Seoul', 'no-place'],
    ['ソウル特別市', 'no-place'],
  ] as const) {
    assert.deepEqual(splitAddress(text, table), { ok: false, error: { type: 'not-an-address', reason } });
  }
});

test('a municipality outside the table is still cut at its end [CHI-8.4-9]', () => {
  for (const [text, expected] of [
    ['北海道札幌市中央区北1条西2丁目1-1', ['北海道', '札幌市中央区', '北1条西', '2-1-1']],
    ['京都府京都市中京区下本能寺前町488', ['京都府', '京都市中京区', '下本能寺前町', '488']],
    ['神奈川県横浜市港北区大豆戸町１７番地１１', ['神奈川県', '横浜市港北区', '大豆戸町', '17-11']],
    ['東京都江東区豊洲 四-2-27', ['東京都', '江東区', '豊洲', '4-2-27']],
    ['東京都西多摩郡奥多摩町氷川215-6', ['東京都', '西多摩郡奥多摩町', '氷川', '215-6']],
    ['豊島区西池袋三丁目２番１号', ['', '豊島区', '西池袋', '3-2-1']],
  ] as const) {
    const { pref, city, town, rest } = parts(text);
    assert.deepEqual([pref, city, town, rest], expected, text);
  }
});

test('the postcode of a town or of one of its high buildings fits, another does not', () => {
  const town = TOWNS_13101.towns.find((one) => one.name === '霞が関');
  assert.ok(town);
  assert.ok(postcodeFits('1000013', town));
  assert.ok(postcodeFits('1006035', town));
  assert.ok(!postcodeFits('1020083', town));
});

const towns = TOWNS_13101.towns;
const place = fc.record({
  town: fc.constantFrom(...towns),
  block: fc.integer({ min: 1, max: 99 }),
  number: fc.integer({ min: 1, max: 99 }),
  room: fc.option(fc.integer({ min: 101, max: 1299 })),
});
type SamplePlace = typeof place extends fc.Arbitrary<infer One> ? One : never;

const dashes = '- － ﹣ − ‐ ⁃ ‑ ‒ – — ﹘ ― ⎯ ⏤ ー ｰ ─ ━'.split(' ');
const wide = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

function numbersOf({ town, block, number }: SamplePlace): readonly number[] {
  const chome = town.chome?.[block % (town.chome.length || 1)];
  return chome === undefined ? [block, number] : [chome, block, number];
}

test('width, any of the eighteen dashes and blanks around them never change a key', () => {
  fc.assert(
    fc.property(
      place,
      fc.constantFrom(...dashes),
      fc.boolean(),
      fc.boolean(),
      (one, dash, isWide, blanks) => {
        const numbers = numbersOf(one);
        const room = one.room === null ? '' : ` ${one.room}`;
        const plain = `千代田区${one.town.name}${numbers.join('-')}${room}`;
        const between = blanks ? `　${dash} ` : dash;
        const other = `東京都 千代田区 ${one.town.name}${blanks ? ' ' : ''}${numbers.join(between)}${room}${room && '号室'}`;
        assert.equal(parts(isWide ? wide(other) : other).key, parts(plain).key);
        assert.equal(parts(plain).town, one.town.name);
        assert.equal(parts(plain).rest, numbers.join('-'));
      },
    ),
  );
});

test('丁目, 番地, 番 and 号 say the same as dashes', () => {
  fc.assert(
    fc.property(place, fc.constantFrom('番地', '番', '番の', '番地の'), (one, unit) => {
      const numbers = numbersOf(one);
      const end = unit === '番' ? '号' : '';
      const [last = 0, block = 0, chome] = numbers.toReversed();
      const spoken = `${chome === undefined ? '' : `${chome}丁目`}${block}${unit}${last}${end}`;
      assert.equal(parts(one.town.name + spoken).key, parts(one.town.name + numbers.join('-')).key);
    }),
  );
});

test('two places with another town, number or room never have one key', () => {
  fc.assert(
    fc.property(place, place, (one, other) => {
      const write = (some: SamplePlace) =>
        `${some.town.name}${numbersOf(some).join('-')}${some.room === null ? '' : ` ハイツ${some.room}`}`;
      fc.pre(write(one) !== write(other));
      assert.notEqual(parts(write(one)).key, parts(write(other)).key);
    }),
  );
});
