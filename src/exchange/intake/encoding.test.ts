import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeList, findEncoding } from './encoding.ts';

function decoded(bytes: Uint8Array): string | object {
  const encoding = findEncoding(bytes);
  return encoding.ok ? [...decodeList(bytes, encoding.value)].join('') : encoding.error;
}

function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? iconv.encode(part, 'cp932') : Buffer.from(part))),
  );
}

test('names that Windows writes in CP932 come out as they are [AMB-45]', () => {
  const names = [
    ['fbfc8bb4', '髙橋'],
    ['936ee7b3', '渡邉'],
    ['8e52fab1', '山﨑'],
  ] as const;
  for (const [hex, name] of names) {
    assert.equal(decoded(bytesOf('氏名\r\n', [...Buffer.from(hex, 'hex')], '\r\n')), `氏名\r\n${name}\r\n`);
  }
});

test('characters whose second byte is a backslash break nothing [AMB-45]', () => {
  assert.equal(decoded(bytesOf('氏名\r\n表ソ能予十構貼暴\r\n')), '氏名\r\n表ソ能予十構貼暴\r\n');
});

test('no normal form is applied: old forms of kanji, IVS and half-width kana stay [AMB-45]', () => {
  const text = '氏名\r\n\u{FA10}\u{FA19}\u{F9DC}ﾔﾏｻﾞｷ葛\u{E0100}が\r\n';
  assert.equal(decoded(Buffer.from(`\uFEFF${text}`)), text);
});

test('外字 of the whole user-defined area become private characters, none is lost [AMB-45]', () => {
  assert.equal(decoded(bytesOf('氏名\r\n', [0xf0, 0x40, 0xf9, 0xfc], '\r\n')), '氏名\r\n\uE000\uE757\r\n');
});

test('UTF-8 with and without a mark and UTF-16 with a mark are read, the mark is no part of the text [AMB-45]', () => {
  const text = '整理番号,氏名\r\n1,𠮷野\r\n';
  assert.equal(decoded(Buffer.from(text)), text);
  assert.equal(decoded(Buffer.from(`\uFEFF${text}`)), text);
  assert.equal(decoded(iconv.encode(text, 'utf-16le', { addBOM: true })), text);
  assert.equal(decoded(iconv.encode(text, 'utf-16be', { addBOM: true })), text);
});

test('UTF-16 without a mark is refused with advice, a NUL byte by its line [AMB-45]', () => {
  assert.deepEqual(decoded(iconv.encode('整理番号,氏名,住所\r\n1,2,3\r\n', 'utf-16le', { addBOM: false })), {
    type: 'utf16-without-mark',
  });
  assert.deepEqual(decoded(bytesOf('氏名,住所\r\na\r\n', [0], 'b\r\n')), { type: 'nul-byte', line: 3 });
});

test('a broken byte is named by encoding, line and offset of the character [AMB-45]', () => {
  const before = bytesOf('氏名\r\n山田\r\n');
  assert.deepEqual(decoded(bytesOf('氏名\r\n山田\r\n', [0x81, 0x20], '\r\n')), {
    type: 'broken-byte',
    encoding: 'cp932',
    line: 3,
    byte: before.length,
  });
  const utf8 = Buffer.from('氏名\r\n山');
  assert.deepEqual(decoded(Buffer.concat([utf8, Buffer.from([0xe7, 0x94]), Buffer.from('\r\n')])), {
    type: 'broken-byte',
    encoding: 'utf-8',
    line: 2,
    byte: utf8.length,
  });
  const utf16 = iconv.encode('氏名\r\n山', 'utf-16be', { addBOM: true });
  assert.deepEqual(decoded(Buffer.concat([utf16, Buffer.from([0xd8, 0x42, 0x00, 0x0a])])), {
    type: 'broken-byte',
    encoding: 'utf-16be',
    line: 2,
    byte: utf16.length,
  });
});

test('a character cut at the end of the file is a broken byte [AMB-45]', () => {
  const whole = bytesOf('氏名\r\n山田');
  assert.deepEqual(decoded(whole.subarray(0, -1)), {
    type: 'broken-byte',
    encoding: 'cp932',
    line: 2,
    byte: whole.length - 2,
  });
});

test('each control character of CP932 stays what it is, the end mark of old systems among them [AMB-45]', () => {
  const controls = [...Array(0x20).keys(), 0x7f].filter((code) => code !== 0);
  const text = `整理番号\r\n${String.fromCharCode(...controls)}`;
  assert.equal(decoded(bytesOf(text)), text);
});

/** By the tables of another library. Byte 80 has no character: the library gives it one all the same, and we refuse it. */
function isInCp932(sign: string): boolean {
  return sign !== '\u0080' && iconv.decode(iconv.encode(sign, 'cp932'), 'cp932') === sign;
}

test('every character that CP932 holds is read as itself [AMB-45]', () => {
  const signs = Array.from({ length: 0xfffe }, (_, code) => String.fromCharCode(code + 1)).filter(isInCp932);
  const text = `整理番号\r\n${signs.join('')}`;
  assert.ok(signs.length > 7000);
  assert.equal(decoded(bytesOf(text)), text);
});

test('byte 80, which has no character, is a broken byte [AMB-45]', () => {
  assert.deepEqual(decoded(bytesOf('氏名\r\n', [0x80], '\r\n')), {
    type: 'broken-byte',
    encoding: 'cp932',
    line: 2,
    byte: 6,
  });
});

test('every text that CP932 holds survives, longer than one piece too [AMB-45]', () => {
  const unit = fc
    .integer({ min: 0x20, max: 0x9fff })
    .map((code) => String.fromCharCode(code))
    .filter(isInCp932);
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 40 }), (words) => {
      const text = `整理番号\r\n${words}\r\n`;
      assert.equal(decoded(bytesOf(text)), text);
    }),
  );
  const long = `整理番号\r\n${'渡邉髙橋a\r\n'.repeat(60_000)}`;
  assert.equal(decoded(bytesOf(long)), long);
});
