import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as zip from '@zip.js/zip.js';
import { writeWardFile, type WardFile } from './ward-file.ts';

const salt = Uint8Array.from({ length: 16 }, (_unused, at) => at * 7);
const file = (given: Uint8Array): WardFile => ({
  columns: ['整理番号', '氏名'],
  rows: Array.from({ length: 300 }, (_unused, at) => [`26-${at}`, '見本　花子']),
  encoding: 'cp932',
  lock: {
    kind: 'zip-aes256',
    password: 'mihon-no-password-2026',
    name: 'taisho.csv',
    modified: new Date('2026-05-08T09:10:00+09:00'),
    salt: given,
  },
});

async function bytesOf(given: Uint8Array): Promise<Uint8Array> {
  const written = await writeWardFile(file(given));
  assert.ok(written.ok);
  return written.value;
}

async function readBack(bytes: Uint8Array, password: string): Promise<string> {
  const reader = new zip.ZipReader(new zip.Uint8ArrayReader(bytes), { password, useWebWorkers: false });
  const [entry] = await reader.getEntries();
  assert.ok(entry && !entry.directory);
  assert.equal(entry.filename, 'taisho.csv');
  assert.ok(entry.encrypted);
  return new TextDecoder('shift_jis').decode(await entry.getData(new zip.Uint8ArrayWriter()));
}

test('a ZIP with a given salt is opened by another program with its password, and by no other password [CHI-8.1-2]', async () => {
  const text = await readBack(await bytesOf(salt), 'mihon-no-password-2026');
  assert.ok(text.startsWith('整理番号,氏名\r\n26-0,見本　花子\r\n'));
  assert.equal(text.split('\r\n').length, 302);
  await assert.rejects(readBack(await bytesOf(salt), 'another'));
});

test('the same salt gives the same bytes, another salt others', async () => {
  assert.deepEqual(await bytesOf(salt), await bytesOf(salt));
  assert.notDeepEqual(await bytesOf(salt), await bytesOf(salt.toReversed()));
});
