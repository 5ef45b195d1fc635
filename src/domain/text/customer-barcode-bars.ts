import type { BarcodeCode, CustomerBarcode } from './customer-barcode.ts';

/** `long` reaches up and down, `up` and `down` one way only, `timing` is the short middle. */
export type Bar = 'long' | 'up' | 'down' | 'timing';

const BAR_OF: Readonly<Record<string, Bar>> = { L: 'long', U: 'up', D: 'down', T: 'timing' };

/** Three bars a character. Three published implementations agree on every line. */
const BARS: Readonly<Record<BarcodeCode, string>> = {
  '0': 'LTT',
  '1': 'LLT',
  '2': 'LDU',
  '3': 'DLU',
  '4': 'LUD',
  '5': 'LTL',
  '6': 'DUL',
  '7': 'ULD',
  '8': 'UDL',
  '9': 'TLL',
  '-': 'TLT',
  CC1: 'DUT',
  CC2: 'DTU',
  CC3: 'UDT',
  CC4: 'TDU',
  CC5: 'UTD',
  CC6: 'TUD',
  CC7: 'TTL',
  CC8: 'LLL',
};
const START = 'LD';
const STOP = 'DL';

/**
 * The 67 bars from left to right: start, seven digits of postcode, thirteen characters, check, stop.
 * Sizes at 10 points: long 3.6 mm, timing 1.2 mm, pitch 1.2 mm, width 0.6 mm; 8 to 11.5 points are allowed
 * (郵便番号・バーコードマニュアル p12).
 */
export function customerBarcodeBars(barcode: CustomerBarcode): readonly Bar[] {
  const postcode = Array.from(barcode.postcode, (digit) => BARS[digit as BarcodeCode]);
  const codes = [...barcode.codes, barcode.check].map((code) => BARS[code]);
  return Array.from([START, ...postcode, ...codes, STOP].join(''), (letter) => BAR_OF[letter] ?? 'timing');
}
