import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../domain/basics/civil-date.ts';
import { customerBarcode } from '../domain/text/customer-barcode.ts';
import { letterTemplates } from '../programmes/chiyoda-visit/letters/all.ts';
import { someLetter } from '../../tests/support/letters.ts';
import { inkIn, readPdf, type SeenPage } from '../../tests/support/read-pdf.ts';
import { renderLetters } from './render-letters.ts';
import { ALWAYS_SEEN } from './window-envelope.ts';

/** The post's table as published: 1 long, 2 reaches up, 3 reaches down, 4 timing (郵便番号・バーコードマニュアル p12). */
const POST: Readonly<Record<string, string>> = {
  '144': '0',
  '114': '1',
  '132': '2',
  '312': '3',
  '123': '4',
  '141': '5',
  '321': '6',
  '213': '7',
  '231': '8',
  '411': '9',
  '414': '-',
  '324': 'CC1',
  '342': 'CC2',
  '234': 'CC3',
  '432': 'CC4',
  '243': 'CC5',
  '423': 'CC6',
  '441': 'CC7',
  '111': 'CC8',
};

/** domain.md 3.4: postcode, what follows the town, the thirteen characters, the check. */
const VECTORS = [
  ['100-0013', '1丁目3番2号 郵便プラザ503室', '1-3-2-503', '9'],
  ['263-0023', '3丁目30-8 郵便ビル403号', '3-30-8-403', '5'],
  ['110-0016', '5-6-3 ABCビル10F', '5-6-3-10', '9'],
  ['065-0006', '8丁目 郵便センター10号館', '8-10', '9'],
  ['273-0102', '東3丁目-20-5 郵便・A&bコーポB604号', '3-20-5 CC1 1604', '0'],
  ['027-0203', '第二十一地割大淵川480', '21-480', 'CC5'],
  ['080-0831', '南七線 西28', '7-28', 'CC7'],
  ['650-0046', '9丁目7-6 郵便シティA棟1F1号', '9-7-6 CC1 01-1', '5'],
  ['064-0804', '29丁目1524-23 第2郵便ハウス501', '29-1524-23-2-', '3'],
] as const;

test('the bars on the page are those of the vectors, long bars 2.88 mm, 67 of them at a pitch of 0.96 mm [CHI-8.1-4]', async () => {
  const letters = VECTORS.map(([postcode, rest], n) => {
    const barcode = customerBarcode(postcode, rest);
    assert.ok(barcode.ok);
    return someLetter(n, 'notice-1', { postcode, barcode: barcode.value });
  });
  const run = { templates: letterTemplates, day: date('2026-05-15'), sample: true };
  const set = await renderLetters(run, letters, { workers: 0 });
  assert.ok(set.ok);
  const pages = await readPdf(set.value[0]?.pdf ?? new Uint8Array(), 20);
  assert.equal(pages.length, VECTORS.length);
  for (const [index, [postcode, , characters, check]] of VECTORS.entries()) {
    const page = pages[index];
    assert.ok(page);
    const bars = barsOn(page);
    assert.equal(bars.length, 67);
    assert.deepEqual(
      [bars.slice(0, 2), bars.slice(-2)],
      [
        [1, 3],
        [3, 1],
      ],
    );
    const read =
      bars
        .slice(2, -2)
        .join('')
        .match(/.{3}/g)
        ?.map((three) => POST[three]) ?? [];
    const written = characters.replaceAll(' ', '');
    const codes = written.match(/CC\d|./g) ?? [];
    const wanted = [...codes, ...Array.from({ length: 13 - codes.length }, () => 'CC4')];
    assert.deepEqual(read, [...Array.from(postcode.replace('-', '')), ...wanted, check]);
  }
});

/** The bars of the lowest strip of the window, as the post's numbers. */
function barsOn(page: SeenPage): readonly number[] {
  const strip = inkIn(page, { ...ALWAYS_SEEN, top: ALWAYS_SEEN.bottom - 5.5 });
  const tops = Math.min(...strip.map(([, y]) => y));
  const columns = new Map<number, [number, number]>();
  for (const [x, y] of strip) {
    const seen = columns.get(x) ?? [y, y];
    columns.set(x, [Math.min(seen[0], y), Math.max(seen[1], y)]);
  }
  const xs = [...columns.keys()].toSorted((a, b) => a - b);
  const starts = xs.filter((x, at) => at === 0 || x - (xs[at - 1] ?? 0) > 0.2);
  assert.ok(Math.abs((starts.at(-1) ?? 0) - (starts[0] ?? 0) - 66 * 0.96) < 0.2);
  return starts.map((x) => {
    const [top, bottom] = columns.get(xs.find((other) => other >= x + 0.2) ?? x) ?? [0, 0];
    const up = top - tops < 0.5;
    const down = bottom - tops > 2.4;
    if (up && down) return 1;
    if (up) return 2;
    return down ? 3 : 4;
  });
}
