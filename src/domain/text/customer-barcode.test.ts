import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { splitAddress } from './address.ts';
import { customerBarcodeBars } from './customer-barcode-bars.ts';
import { addressDigits, customerBarcode } from './customer-barcode.ts';
import { townTable } from './town-table.ts';
import { TOWNS_13101 } from './towns-13101.ts';

/** domain.md 3.4: postcode, what follows the town, what is taken out, thirteen codes, check. */
const VECTORS = `
100-0013|1丁目3番2号 郵便プラザ503室|1-3-2-503|1 - 3 - 2 - 5 0 3 CC4 CC4 CC4 CC4|9
263-0023|3丁目30-8 郵便ビル403号|3-30-8-403|3 - 3 0 - 8 - 4 0 3 CC4 CC4 CC4|5
110-0016|5-6-3 ABCビル10F|5-6-3-10|5 - 6 - 3 - 1 0 CC4 CC4 CC4 CC4 CC4|9
065-0006|8丁目 郵便センター10号館|8-10|8 - 1 0 CC4 CC4 CC4 CC4 CC4 CC4 CC4 CC4 CC4|9
273-0102|東3丁目-20-5 郵便・A&bコーポB604号|3-20-5B604|3 - 2 0 - 5 CC1 1 6 0 4 CC4 CC4|0
027-0203|第二十一地割大淵川480|21-480|2 1 - 4 8 0 CC4 CC4 CC4 CC4 CC4 CC4 CC4|CC5
080-0831|南七線 西28|7-28|7 - 2 8 CC4 CC4 CC4 CC4 CC4 CC4 CC4 CC4 CC4|CC7
650-0046|9丁目7-6 郵便シティA棟1F1号|9-7-6A1-1|9 - 7 - 6 CC1 0 1 - 1 CC4 CC4 CC4|5
064-0804|29丁目1524-23 第2郵便ハウス501|29-1524-23-2-501|2 9 - 1 5 2 4 - 2 3 - 2 -|3
014-0113|南田茂木　添60-1|60-1|6 0 - 1 CC4 CC4 CC4 CC4 CC4 CC4 CC4 CC4 CC4|CC8
198-0036|十一丁目六番地一号　郵便タワー601|11-6-1-601|1 1 - 6 - 1 - 6 0 1 CC4 CC4 CC4|CC8
590-0016|四丁六番十九号|4-6-19|4 - 6 - 1 9 CC4 CC4 CC4 CC4 CC4 CC4 CC4|CC2
623-0011|綾部6-7　LプラザB106|6-7LB106|6 - 7 CC2 1 CC1 1 1 0 6 CC4 CC4 CC4|4
910-0067|3丁目80-25　J1ビル2-B|3-80-25J1-2B|3 - 8 0 - 2 5 CC1 9 1 - 2 CC1|9
`
  .trim()
  .split('\n')
  .map((line) => line.split('|'));

for (const [postcode = '', rest = '', digits, codes, check] of VECTORS) {
  test(`${postcode} ${rest} gives ${digits} and the check ${check}`, () => {
    const read = customerBarcode(postcode, rest);
    assert.ok(read.ok);
    assert.deepEqual(
      [read.value.digits, read.value.codes.join(' '), read.value.check],
      [digits, codes, check],
    );
  });
}

test('the number in the name 一番町 does not come into the bars, since the town is cut off first', () => {
  const address = splitAddress('東京都千代田区一番町6-4', townTable([TOWNS_13101], '13101'));
  assert.ok(address.ok);
  const cut = customerBarcode('102-0082', address.value.afterTown);
  assert.ok(cut.ok);
  assert.deepEqual([cut.value.digits, cut.value.check], ['6-4', 'CC7']);
  const whole = customerBarcode('102-0082', '1-6-4');
  assert.ok(whole.ok);
  assert.equal(whole.value.check, 'CC5');
});

test('a building called 三番町ハウス adds no number', () => {
  assert.equal(addressDigits('2番地4三番町ハウス１０階'), '2-4-10');
});

test('a general postcode and an unreadable one get no barcode', () => {
  assert.deepEqual(customerBarcode('100-0000', '1-2'), { ok: false, error: { type: 'general-postcode' } });
  const lost = customerBarcode('600001', '1-2');
  assert.ok(!lost.ok);
  assert.equal(lost.error.type, 'not-a-postcode');
});

test('without anything after the town the thirteen places are filled up', () => {
  const read = customerBarcode('1020082', '');
  assert.ok(read.ok);
  assert.deepEqual(read.value.codes, Array(13).fill('CC4'));
});

test('the sum of the twenty characters and the check is a multiple of nineteen', () => {
  const value = (code: string) =>
    code === '-' ? 10 : code.startsWith('CC') ? 10 + Number(code[2]) : Number(code);
  const sign = fc.constantFrom(...Array.from('0123456789-ABKTUZ丁目番地号階ビルF　十三'));
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      const read = customerBarcode('1020082', signs.join(''));
      assert.ok(read.ok);
      const { postcode, codes, check } = read.value;
      assert.equal(codes.length, 13);
      assert.match(read.value.digits, /^$|^[0-9A-Z]([0-9A-Z-]*[0-9A-Z])?$/);
      assert.doesNotMatch(read.value.digits, /--|-[A-Z]|[A-Z]-/);
      const sum = [...Array.from(postcode), ...codes, check].reduce((total, code) => total + value(code), 0);
      assert.equal(sum % 19, 0);
    }),
  );
});

test('the bars are 67, begin with long and down and end with down and long', () => {
  const read = customerBarcode('2730102', '東3丁目-20-5 郵便・A&bコーポB604号');
  assert.ok(read.ok);
  const bars = customerBarcodeBars(read.value);
  assert.equal(bars.length, 67);
  const letters = bars.map((bar) =>
    bar === 'timing' ? 'T' : bar === 'long' ? 'F' : bar === 'up' ? 'A' : 'D',
  );
  // Start, 273 0102, 3-20-5, B as CC1 and 1, 604, two CC4, check 0, stop.
  const expected =
    'FD FDA AFD DFA FTT FFT FTT FDA DFA TFT FDA FTT TFT FTF DAT FFT DAF FTT FAD TDA TDA FTT DF';
  assert.equal(letters.join(''), expected.replaceAll(' ', ''));
});
