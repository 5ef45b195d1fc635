import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { buildingKey, lacksRoom } from './building.ts';

for (const [key, ...spellings] of [
  ['302', '302', '３０２号室', '#302', 'No.302', 'ROOM 302', '302号', '三〇二号室', '302室'],
  ['10F', '10F', '10階', '１０Ｆ', '十階', '10 f'],
  ['B1F', 'B1F', '地下1階', 'Ｂ１階', '地下一階'],
  [
    '九段ハイツB101',
    '九段ハイツ B-101',
    '九段ハイツＢ１０１',
    'くだんハイツB101'.replace('くだん', '九段'),
    '九段・ハイツ　Ｂ－１０１号室',
  ],
  ['セントラルタワ12', 'セントラルタワー12', 'セントラル・タワー 12号室', 'ｾﾝﾄﾗﾙﾀﾜｰ12', 'せんとらるタワ－12'],
  ['高島方', '髙島様方', '高嶋方', '髙島 様方'],
  ['2棟301', '2号棟301', '２号棟　３０１号室'],
  ['ビル3-302', 'ビル3 302', 'ビル3-302号室', 'ビル３、３０２'],
] as const) {
  test(`${spellings.length} ways to write one room or floor have the key ${key}`, () => {
    for (const spelling of spellings) assert.equal(buildingKey(spelling), key, spelling);
  });
}

test('other rooms, floors and houses keep other keys', () => {
  const rooms = [
    '302',
    '303',
    '3-02',
    '30-2',
    '10F',
    '1F',
    'B1F',
    'B101',
    'A101',
    '2号棟301',
    '1号棟301',
    'ビル3302',
  ];
  assert.equal(new Set(rooms.map(buildingKey)).size, rooms.length);
});

const home = fc.record({
  house: fc.constantFrom('', '九段ハイツ', 'ＫＳビル', 'セントラルタワー', '2号棟', '髙島様方', 'A棟'),
  floor: fc.option(fc.integer({ min: 1, max: 40 })),
  below: fc.boolean(),
  room: fc.option(fc.integer({ min: 1, max: 4005 })),
});
type Home = typeof home extends fc.Arbitrary<infer One> ? One : never;

const plainly = ({ house, floor, below, room }: Home) =>
  `${house} ${floor === null ? '' : `${below ? 'B' : ''}${floor}F`} ${room ?? ''}`;
const wordily = ({ house, floor, below, room }: Home) =>
  `${house}　${floor === null ? '' : `${below ? '地下' : ''}${floor}階`}　${room === null ? '' : `${room}号室`}`;

test('F and 階, B and 地下, 号室 and nothing are one, and a key is its own key', () => {
  fc.assert(
    fc.property(home, (one) => {
      const key = buildingKey(plainly(one));
      assert.equal(buildingKey(wordily(one)), key);
      assert.equal(buildingKey(key), key);
    }),
  );
});

test('two homes that differ in house, floor or room never have one key', () => {
  fc.assert(
    fc.property(home, home, (one, other) => {
      fc.pre(plainly(one) !== plainly(other));
      assert.notEqual(buildingKey(plainly(one)), buildingKey(plainly(other)));
    }),
  );
});

test('a flat without a number is noticed, a house and a numbered flat are not', () => {
  for (const building of ['九段ハイツ', 'グランドマンション', 'ﾊﾟｰｸﾊｲﾂ'])
    assert.ok(lacksRoom(building), building);
  for (const building of ['', '鈴木様方', '九段ハイツ302', '九段ハイツ三〇二'])
    assert.ok(!lacksRoom(building), building);
});
