import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { civilDate, date, dayNumber, dayOf, monthOf, yearOf } from '../basics/civil-date.ts';
import { ERAS, eraOf } from './era.ts';
import { formatEraDate } from './japanese-date.ts';
import { parseWardDate, type WardDateCode } from './ward-date.ts';

test('one day is read from every form a ward writes [AMB-45, B-01]', () => {
  const forms = [
    '2026-09-01|2026-9-1|2026/9/1|2026/09/01|2026.9.1|20260901|2026年9月1日',
    '2026年09月01日|R8.9.1|R08.09.01|R8/9/1|R8-9-1|R080901|r8.9.1|令8.9.1',
    '令8年9月1日|令和8.9.1|令和8年9月1日|令和08年09月01日|㋿8年9月1日|5080901|令和８年９月１日|Ｒ８．９．１',
    '２０２６／９／１|５０８０９０１|2026−9−1|２０２６－０９－０１|  2026-09-01 |　令和８年　９月　１日　',
    '令和 8年 9月 1日|R 8. 9. 1|令和 8 年 9 月 1 日|2026/9/1 0:00|2026/09/01 00:00:00',
    '2026-09-01T00:00:00|2026-09-01 00:00:00.000',
  ].flatMap((line) => line.split('|'));
  for (const form of forms) assert.deepEqual(parseWardDate(form), { ok: true, value: '2026-09-01' }, form);
});

test('every era is read, its first year as 元 or 1, its last day and each figure code [AMB-45]', () => {
  const table = [
    ['令和元年5月1日', '2019-05-01'],
    ['令和1年5月1日', '2019-05-01'],
    ['R元.5.1', '2019-05-01'],
    ['R01.05.01', '2019-05-01'],
    ['5010501', '2019-05-01'],
    ['㍻31年4月30日', '2019-04-30'],
    ['4310430', '2019-04-30'],
    ['平13.4.1', '2001-04-01'],
    ['㍼64年1月7日', '1989-01-07'],
    ['S64.1.7', '1989-01-07'],
    ['3640107', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['㍽15年12月24日', '1926-12-24'],
    ['大正15年12月25日', '1926-12-25'],
    ['T2.3.4', '1913-03-04'],
    ['2020304', '1913-03-04'],
    ['㍾45年7月29日', '1912-07-29'],
    ['M33.1.1', '1900-01-01'],
    ['1330101', '1900-01-01'],
    ['令和10年2月29日', '2028-02-29'],
  ] as const;
  for (const [form, day] of table) assert.deepEqual(parseWardDate(form), { ok: true, value: day }, form);
});

function codeOf(text: string): WardDateCode | 'accepted' {
  const read = parseWardDate(text);
  return read.ok ? 'accepted' : read.error.code;
}

test('what is not one day is refused with a code that says why [AMB-45]', () => {
  const table: Record<WardDateCode, readonly string[]> = {
    blank: ['', '   ', '　'],
    'year-ambiguous': [
      '080401',
      '80401',
      '8.4.1',
      '8/4/1',
      '26/4/1',
      '８年４月１日',
      '1-2-3',
      '99-1-1',
      '260401',
    ],
    'excel-serial': ['46113', '４６１１３', '46113.0', '32874', '10000'],
    'no-such-day': [
      '2026-02-29',
      '2026-13-01',
      '2026/4/31',
      '20260230',
      'R8.2.30',
      '5080230',
      '2026-00-01',
      '1867-12-31',
      '2200-01-01',
    ],
    'no-such-era-year': ['令和0年1月1日', 'R0.1.1', 'R00.01.01', '5000101'],
    'outside-era': [
      '平成31年5月1日',
      '平成32年1月1日',
      'H32.1.1',
      '4320101',
      '令和元年4月30日',
      'S64.1.8',
      '明治5年12月2日',
    ],
    unreadable: [
      '3-4|9月1日|R8.9|令和8年9月|2026/9-1|2026年9/1|9/1/2026|Sep-26|1-Sep-26|〃|不明',
      '0080901|6080901|9080901|X8.9.1|令和8年9月1 0日|2026 9 1|R8.9.1²|令和八年九月一日',
      '2026-09-01 12:30|2026-09-01-|12345678901|1234|-46113|46113.5|令和元元年1月1日',
      'R8.9.1 R8.9.2',
    ].flatMap((line) => line.split('|')),
  };
  for (const [code, texts] of Object.entries(table)) {
    for (const text of texts) assert.equal(codeOf(text), code, text);
  }
});

test('a refusal keeps the text as written and offers the day meant where there is one [AMB-45]', () => {
  assert.deepEqual(parseWardDate(' ４６１１３'), {
    ok: false,
    error: { type: 'ward-date', code: 'excel-serial', found: ' ４６１１３', meant: '2026-04-01' },
  });
  assert.deepEqual(parseWardDate('平成31年5月1日'), {
    ok: false,
    error: { type: 'ward-date', code: 'outside-era', found: '平成31年5月1日', meant: '2019-05-01' },
  });
  assert.deepEqual(parseWardDate('080401'), {
    ok: false,
    error: { type: 'ward-date', code: 'year-ambiguous', found: '080401' },
  });
});

test('what is written in any form is read back as the same day [AMB-45]', () => {
  const day = fc
    .integer({ min: dayNumber(date('1900-01-01')), max: dayNumber(date('2099-12-31')) })
    .map(civilDate);
  const two = (value: number) => String(value).padStart(2, '0');
  fc.assert(
    fc.property(day, (written) => {
      const named = eraOf(written);
      const era = ERAS.find(({ name }) => name === named?.era);
      assert.ok(named && era);
      const [m, d] = [monthOf(written), dayOf(written)];
      const forms = [
        written,
        `${yearOf(written)}/${m}/${d}`,
        written.replaceAll('-', ''),
        formatEraDate(written),
        `${era.letter}${named.year}.${m}.${d}`,
        `${era.name[0]}${two(named.year)}.${two(m)}.${two(d)}`,
        `${era.code}${two(named.year)}${two(m)}${two(d)}`,
      ];
      for (const form of forms) {
        const wide = form.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        assert.deepEqual(parseWardDate(form), { ok: true, value: written });
        assert.deepEqual(parseWardDate(wide), { ok: true, value: written });
      }
    }),
    { numRuns: 4000 },
  );
});

test('any text whatever gives a day that exists or a refusal, never a throw [AMB-45]', () => {
  const letters = fc.constantFrom(...'0123456789年月日令和平成元RHSTM./-: 　０８．㋿'.split(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: letters, maxLength: 14 })), (text) => {
      const read = parseWardDate(text);
      if (read.ok) assert.equal(Temporal.PlainDate.from(read.value).toString(), read.value);
      else assert.equal(read.error.found, text);
    }),
    { numRuns: 20_000 },
  );
});
