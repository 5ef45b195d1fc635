import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fateOf, month, outcome, readRows, type Fate } from '../../../tests/support/read-ward-list.ts';
import { target, type Cells } from '../../../tests/support/ward-file.ts';

const designated = { 送付先区分: '1', 送付先郵便番号: '101-0051', 送付先住所: '東京都千代田区神田神保町1-1' };

/** The table of traps: what a ward's row may hold, and what becomes of it. {} is: taken without a word. */
const rowTraps: readonly (readonly [trap: string, changes: Cells, fate: Fate])[] = [
  ['a row without a fault', {}, {}],
  ['half-width kana', { 氏名カナ: 'ﾐﾎﾝ ﾊﾅｺ' }, {}],
  ['a roman name', { 氏名: 'NGUYEN THI AN', 氏名カナ: 'ＮＧＵＹＥＮ　ＴＨＩ　ＡＮ' }, {}],
  ['a kanji in the kana', { 氏名カナ: 'ミホン 花子' }, { refused: ['kana-not-kana 氏名カナ'] }],
  ['a number in the kana', { 氏名カナ: 'ミホン 2' }, { refused: ['kana-not-kana 氏名カナ'] }],
  ['外字 in the name', { 氏名: '見本\uE000花子' }, { asked: ['gaiji 氏名'] }],
  ['外字 in the building', { 方書: '\uE001マンション101' }, { asked: ['gaiji 方書'] }],
  ['外字 in a remark, which is not printed', { 備考: '\uE001' }, {}],
  ['IVS in the name', { 氏名: '葛\u{E0100}城 花子' }, {}],
  ['a geta for a character', { 氏名: '見〓花子' }, { asked: ['character-lost 氏名'] }],
  ['a question mark for a character', { 住所: '千代田区?町1-1' }, { asked: ['character-lost 住所'] }],
  ['a replacement character', { 氏名: '見\uFFFD花子' }, { refused: ['replacement-character 氏名'] }],
  ['a control character', { 氏名: '見本\u0007' }, { refused: ['control-character 氏名'] }],
  ['a direction mark', { 備考: 'a\u202Eb' }, { asked: ['control-character 備考'] }],
  ['a line feed in the address', { 住所: '千代田区\n九段南1-1' }, { refused: ['line-feed 住所'] }],
  ['a line feed in the remark', { 備考: '一行目\n二行目' }, {}],
  ['様 behind the name', { 氏名: '見本 花子様' }, { asked: ['honorific 氏名'] }],
  ['a ditto mark', { 住所: '〃' }, { refused: ['ditto-mark 住所'] }],
  ['#N/A where a letter needs it', { 氏名: '#N/A' }, { refused: ['excel-error 氏名'] }],
  ['#N/A where a letter does not need it', { 使用言語: '#N/A' }, { asked: ['excel-error 使用言語'] }],
  [
    'a column too narrow for its date',
    { 出産予定日: '########' },
    { refused: ['excel-overflow 出産予定日'] },
  ],
  ['a date as serial number', { 出産予定日: '46235' }, { refused: ['date-serial 出産予定日'] }],
  ['a date without era or century', { 生年月日: '080402' }, { refused: ['date-year-unclear 生年月日'] }],
  ['30 February', { 生年月日: '1996-02-30' }, { refused: ['date-does-not-exist 生年月日'] }],
  ['令和0年', { 妊娠届出日: '令和0年1月1日' }, { asked: ['date-does-not-exist 妊娠届出日'] }],
  ['a due date in era figures', { 出産予定日: '5080801' }, {}],
  ['a number that became a date', { 整理番号: '2026/3/4' }, { refused: ['number-became-date 整理番号'] }],
  ['a rounded number', { 整理番号: '1.23E+15' }, { refused: ['scientific-number 整理番号'] }],
  ['a block that became a date', { 住所: '千代田区九段南3月4日' }, { refused: ['number-became-date 住所'] }],
  ['a postcode without its zero', { 郵便番号: '600001' }, { refused: ['leading-zero-lost 郵便番号'] }],
  ['a postcode of nine digits', { 郵便番号: '102-007444' }, { refused: ['postcode-unreadable 郵便番号'] }],
  ['a postcode in full width', { 郵便番号: '〒１０２－００７４' }, {}],
  ['a telephone without its zero', { 電話番号: '9000000000' }, { asked: ['leading-zero-lost 電話番号'] }],
  [
    'two telephones in one cell',
    { 電話番号: '03-0000-0000/090-0000-0000' },
    { asked: ['phone-unreadable 電話番号'] },
  ],
  ['no telephone', { 電話番号: '' }, {}],
  ['an apostrophe before the number', { 整理番号: "'26-00777" }, { asked: ['apostrophe 整理番号'] }],
  ['no due date', { 出産予定日: '' }, { refused: ['blank 出産予定日'] }],
  [
    'a due date of another month',
    { 出産予定日: '2026-08-24' },
    { refused: ['month8-outside-list-months 出産予定日'] },
  ],
  ['the last due date of the month', { 出産予定日: '2026-08-20' }, {}],
  [
    'a residence day after the list',
    { 出産予定日: '2026-08-21' },
    { noted: ['residence-day-after-list 出産予定日'] },
  ],
  ['a mother of eleven', { 生年月日: '2015-01-01' }, { asked: ['birth-date-implausible 生年月日'] }],
  ['born after the due date', { 生年月日: '2027-01-01' }, { asked: ['birth-date-implausible 生年月日'] }],
  ['notified after the birth', { 妊娠届出日: '2026-09-01' }, { asked: ['notified-implausible 妊娠届出日'] }],
  ['blank 支援措置', { 支援措置: '' }, { refused: ['protection-blank 支援措置'] }],
  ['支援措置 in words', { 支援措置: '有' }, { refused: ['flag-unreadable 支援措置'] }],
  ['支援措置 without a way', { 支援措置: '1' }, { asked: ['protected-way-undecided 送付先区分'] }],
  ['支援措置 with 0', { 支援措置: '1', 送付先区分: '0' }, { asked: ['protected-way-undecided 送付先区分'] }],
  ['支援措置 with a designated place', { 支援措置: '1', ...designated }, {}],
  ['支援措置, the ward hands it over', { 支援措置: '1', 送付先区分: '2' }, {}],
  [
    'a designated place without address',
    { 送付先区分: '1' },
    { refused: ['designated-address-missing 送付先住所'] },
  ],
  ['an unknown 送付先区分', { 送付先区分: '3' }, { refused: ['mail-way-unreadable 送付先区分'] }],
  [
    'a designated address that nothing uses',
    { ...designated, 送付先区分: '0' },
    { asked: ['mail-address-unused 送付先区分'] },
  ],
  ['blank 要フォロー', { 要フォロー: '' }, {}],
  ['要フォロー in words', { 要フォロー: '要' }, { asked: ['flag-unreadable 要フォロー'] }],
  ['full-width flags', { 初産: '１', 支援措置: '０' }, {}],
  ['confidants in words', { 相談できる人数: '多数' }, { asked: ['count-unreadable 相談できる人数'] }],
  ['an unknown language', { 使用言語: 'ズールー語' }, { noted: ['language-unknown 使用言語'] }],
  [
    'an address in another ward',
    { 住所: '東京都新宿区西新宿2-8-1' },
    { asked: ['address-not-in-ward 住所'] },
  ],
  [
    'an address in another prefecture',
    { 住所: '神奈川県川崎市川崎区1-1' },
    { asked: ['address-not-in-ward 住所'] },
  ],
  ['an address without the ward', { 住所: '神田神保町1-1' }, {}],
  ['an address without a number', { 住所: '千代田区丸の内' }, { asked: ['house-number-missing 住所'] }],
  [
    'a building in the address without a room',
    { 方書: '', 住所: '千代田区九段南1-2-1みほんコーポ' },
    { noted: ['room-missing 方書'] },
  ],
  ['a building without a room', { 方書: 'みほんハイツ' }, { noted: ['room-missing 方書'] }],
  ['a household instead of a room', { 方書: '見本様方' }, {}],
  [
    'a designated woman of another month and place',
    {
      対象区分: '区指定',
      区指定範囲: '通知・訪問',
      妊娠届出日: '',
      出産予定日: '2026-12-01',
      住所: '東京都新宿区1-1',
    },
    {},
  ],
  ['a designated woman without a scope', { 対象区分: '区指定' }, { asked: ['blank 区指定範囲'] }],
  [
    'an unknown scope',
    { 対象区分: '区指定', 区指定範囲: '電話' },
    { asked: ['designation-scope-unreadable 区指定範囲'] },
  ],
  ['a carried-over woman of another month', { 対象区分: '繰越', 出産予定日: '2026-06-30' }, {}],
  ['an unknown 対象区分', { 対象区分: '特別' }, { refused: ['origin-unreadable 対象区分'] }],
  ['a name of a thousand letters', { 氏名: '見'.repeat(1000) }, { refused: ['cell-too-long 氏名'] }],
];

for (const [trap, changes, expected] of rowTraps) {
  test(`targets: ${trap} → ${outcome(expected)} [CHI-8.1-3]`, async () => {
    assert.deepEqual(await fateOf(target(1, changes), 'targets'), expected);
  });
}

test('a target row comes out as the ward wrote it, dates and codes understood [CHI-8.1-3, AMB-45]', async () => {
  const list = await readRows([
    target(7, {
      整理番号: '２６－００００７',
      氏名: '　髙橋　\u{FA19}子 ',
      通称名: '橋本　アン',
      備考: ' 里帰り=9月 ',
      支援措置: '1',
      ...designated,
      送付先方書: '○○気付',
      胎児数: '2',
      住定日: '2025/12/1',
      独自欄: 'A1',
    }),
  ]);
  assert.equal(list.kind, 'targets');
  assert.deepEqual(list.rows[0]?.row, {
    reference: '26-00007',
    name: '髙橋　\u{FA19}子',
    kana: 'ミホン　ハナコ',
    commonName: '橋本　アン',
    birthDate: '1996-04-02',
    due: '2026-08-01',
    address: {
      postcode: '1020074',
      address: '東京都千代田区九段南一丁目２番１号',
      building: 'みほんマンション３０２',
    },
    phone: '03-0000-0000',
    notifiedOn: '2026-01-10',
    firstBirth: true,
    confidants: 2,
    followUp: false,
    protected: true,
    language: { written: '日本語', code: 'ja' },
    remark: '里帰り=9月',
    mailWay: 'designated',
    mailAddress: { postcode: '1010051', address: '東京都千代田区神田神保町1-1', building: '○○気付' },
    residentSince: '2025-12-01',
    children: 2,
    origin: 'list',
    designationScope: [],
    extra: { 独自欄: 'A1' },
  });
  assert.deepEqual(list.unknownColumns, ['独自欄']);
});

test('a protected woman is never sent to her registered address by a blank or a 0 [AMB-56] [INC-14]', async () => {
  const rows = [target(1, { 支援措置: '1', 送付先区分: '' }), target(2, { 支援措置: '1', 送付先区分: '0' })];
  const list = await readRows(rows);
  assert.ok(list.kind === 'targets');
  assert.deepEqual(
    list.rows.map(({ row }) => row.mailWay),
    ['undecided', 'undecided'],
  );
});

test('a catch-up list takes the women of each month it names [AMB-58]', async () => {
  const rows = [target(1, { 出産予定日: '2026-07-01' }), target(2), target(3)];
  assert.equal((await readRows(rows)).refused.length, 1);
  const months = [month('2026-04'), month('2026-05')];
  assert.equal((await readRows(rows, { months })).refused.length, 0);
});
