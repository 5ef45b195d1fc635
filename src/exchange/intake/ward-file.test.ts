import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockWith } from '../../../tests/support/ward-file.ts';
import { encodeList, writeWardFile } from './ward-file.ts';

test('a list with characters that CP932 cannot hold is not written, its cells are named by place [AMB-45]', async () => {
  const rows = [
    ['1', '髙橋﨑'],
    ['2', '𠮷野'],
    ['〜', '葛\u{E0100}城'],
  ];
  const written = await writeWardFile({
    columns: ['整理番号', '氏名'],
    rows,
    encoding: 'cp932',
    lock: lockWith(),
  });
  assert.deepEqual(written, {
    ok: false,
    error: {
      type: 'characters-lost',
      cells: [
        { line: 3, column: 2 },
        { line: 4, column: 1 },
        { line: 4, column: 2 },
      ],
    },
  });
  assert.ok(encodeList({ columns: ['整理番号', '氏名'], rows, encoding: 'utf-8' }).ok);
});

test('a list is written as the ward writes it: CRLF, quotation marks where needed, a mark before UTF-8 [AMB-45]', () => {
  const written = encodeList({ columns: ['a', 'b'], rows: [['x,"y"', 'z\r\nw']], encoding: 'utf-8' });
  assert.ok(written.ok);
  assert.equal(Buffer.from(written.value).toString(), '\uFEFFa,b\r\n"x,""y""","z\r\nw"\r\n');
});

test('外字 are written where Windows keeps them, and read back by the decoder of real lists [AMB-45]', () => {
  const rows = [['渡\uE000'], ['\uE03F\uE757']];
  const written = encodeList({ columns: ['a'], rows, encoding: 'cp932' });
  assert.ok(written.ok);
  assert.equal(Buffer.from(written.value).toString('hex'), '610d0a936ef0400d0af080f9fc0d0a');
});
