import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { answerText, type TextSubject } from './answers.ts';
import { townTable } from './town-table.ts';
import { TOWNS_13101 } from './towns-13101.ts';

const table = townTable([TOWNS_13101], '13101');

const LINES: readonly (readonly [TextSubject, unknown, object])[] = [
  ['kana', { kana: 'ﾔﾏｻﾞｷ ﾊﾅｺ' }, { key: 'ヤマザキハナコ' }],
  ['kana', { kana: '・' }, { error: 'empty' }],
  ['kana', { name: 'ハナコ' }, { error: 'no-kana' }],
  ['name', { name: '髙橋　花子' }, { key: '高橋花子' }],
  ['name', { name: 7 }, { error: 'no-name' }],
  [
    'address',
    { address: '東京都千代田区一番町6番地4 302号室', postcode: '102-0082' },
    {
      pref: '東京都',
      city: '千代田区',
      town: '一番町',
      rest: '6-4',
      building: '302号室',
      key: '東京都千代田区:一番町:6-4:302',
    },
  ],
  ['address', { address: ' ' }, { error: 'empty' }],
  ['address', { address: '1-2-3' }, { error: 'no-place' }],
  ['address', { postcode: '102-0082' }, { error: 'no-address' }],
  [
    'barcode',
    { postcode: '100-0013', rest: '1丁目3番2号 郵便プラザ503室' },
    {
      digits: '1-3-2-503',
      codes: ['1', '-', '3', '-', '2', '-', '5', '0', '3', 'CC4', 'CC4', 'CC4', 'CC4'],
      check: '9',
    },
  ],
  ['barcode', { postcode: '100-0000', rest: '1' }, { error: 'general-postcode' }],
  ['barcode', { postcode: '600001', rest: '1' }, { error: 'postcode-lost-zero' }],
  ['barcode', { rest: '1' }, { error: 'no-postcode' }],
  ['barcode', { postcode: '1000013' }, { error: 'no-rest' }],
  ['tracking', { number: '１３１－１２－３８３８５－２' }, { ok: true, number: '13112383852' }],
  ['tracking', { number: '131-12-38385-3' }, { ok: false, number: '13112383853', reason: 'check' }],
  ['tracking', null, { error: 'no-number' }],
];

for (const [subject, line, answer] of LINES) {
  test(`text ${subject} answers ${JSON.stringify(line)} in the promised shape`, () => {
    assert.deepEqual(answerText(subject, line, table), answer);
  });
}

test('no line whatever makes an answer throw or repeat it in an error', () => {
  const subjects = fc.constantFrom<TextSubject[]>('kana', 'name', 'address', 'barcode', 'tracking');
  const field = fc.string({ unit: 'binary' });
  const line = fc.oneof(
    fc.anything(),
    fc.record({ kana: field, name: field, address: field, postcode: field, rest: field, number: field }),
  );
  fc.assert(
    fc.property(subjects, line, (subject, value) => {
      const answer = answerText(subject, value, table);
      if ('error' in answer) assert.match(answer.error, /^[a-z]+(-[a-z]+)*$/);
    }),
    { numRuns: 1000 },
  );
});
