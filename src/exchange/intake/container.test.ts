import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as zip from '@zip.js/zip.js';
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import * as fc from 'fast-check';
import { lockWith, PASSWORD } from '../../../tests/support/ward-file.ts';
import { openContainer } from './container.ts';
import { lockList, type WardLock } from './ward-file.ts';

const LIST = Buffer.from('整理番号,氏名\r\n1,見本\r\n');

async function refusal(bytes: Uint8Array, password = PASSWORD): Promise<object | string> {
  const opened = await openContainer(bytes, password);
  return opened.ok ? 'opened' : opened.error;
}

/** A ZIP with anything in it, as another tool might write it. */
async function zipOf(
  files: Readonly<Record<string, Uint8Array>>,
  options: zip.ZipWriterAddDataOptions = { password: PASSWORD },
): Promise<Uint8Array> {
  const writer = new zip.ZipWriter(new zip.Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, bytes] of Object.entries(files)) {
    await writer.add(name, new zip.Uint8ArrayReader(bytes), options);
  }
  return writer.close();
}

const kinds: readonly WardLock['kind'][] = [
  'zip-aes256',
  'zip-aes192',
  'zip-aes128',
  'zip-crypto',
  'age',
  'age-armored',
];

test('every agreed lock opens with its password and says how strong it was [CHI-8.1-1, AMB-45]', async () => {
  for (const kind of kinds) {
    const opened = await openContainer(await lockList(LIST, lockWith({ kind })), PASSWORD);
    assert.ok(opened.ok, kind);
    assert.deepEqual(Buffer.from(opened.value.bytes), LIST);
    assert.equal(opened.value.kind, kind === 'age-armored' ? 'age' : kind);
  }
});

test('a wrong or missing password opens nothing [CHI-8.1-1]', async () => {
  for (const kind of kinds) {
    const locked = await lockList(LIST, lockWith({ kind }));
    assert.deepEqual(await refusal(locked, ''), { type: 'password-missing' });
    const wrong = await refusal(locked, 'another-password');
    // ZipCrypto proves a password by one byte: one wrong one in 256 shows as damage.
    const weak = kind === 'zip-crypto' && JSON.stringify(wrong).includes('wrong-password-or-damaged');
    if (!weak) assert.deepEqual(wrong, { type: 'wrong-password' });
  }
});

test('a Japanese file name of Windows inside the ZIP is read, a folder around it does no harm [AMB-45]', async () => {
  const opened = await openContainer(await zipOf({ '令和8年/対象者一覧表.csv': LIST }), PASSWORD);
  assert.ok(opened.ok);
  assert.equal(opened.value.name, '令和8年/対象者一覧表.csv');
});

test('an unencrypted list is sent back: the ward must encrypt [CHI-8.1-1]', async () => {
  assert.deepEqual(await refusal(LIST), { type: 'not-encrypted' });
  assert.deepEqual(await refusal(await zipOf({ 'list.csv': LIST }, {})), { type: 'not-encrypted' });
});

test('what is no agreed container is sent back with its own code [AMB-45]', async () => {
  assert.deepEqual(await refusal(new Uint8Array()), { type: 'empty-file' });
  assert.deepEqual(await refusal(Buffer.from('377abcaf271c0004', 'hex')), { type: 'unknown-container' });
  assert.deepEqual(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex')), { type: 'excel-book' });
  const book = await zipOf({ '[Content_Types].xml': LIST, 'xl/workbook.xml': LIST }, {});
  assert.deepEqual(await refusal(book), { type: 'excel-book' });
  assert.deepEqual(await refusal(await zipOf({ '一覧.xlsx': book })), { type: 'excel-book' });
  assert.deepEqual(await refusal(await zipOf({ 'inner.zip': await zipOf({ 'list.csv': LIST }) })), {
    type: 'nested-archive',
  });
  assert.deepEqual(await refusal(new Uint8Array(65 * 1024 * 1024)), {
    type: 'too-large',
    limit: 64 * 1024 * 1024,
  });
});

test('a ZIP without a file, or with two, is sent back; the two are named [CHI-8.1-1]', async () => {
  assert.deepEqual(await refusal(await zipOf({})), { type: 'no-file-inside' });
  assert.deepEqual(await refusal(await zipOf({ '4月.csv': LIST, '5月.csv': LIST })), {
    type: 'several-files-inside',
    names: ['4月.csv', '5月.csv'],
  });
});

test('an entry name that reaches out of its folder is refused [CHI-8.1-1]', async () => {
  for (const name of [
    '../list.csv',
    '/etc/list.csv',
    'C:\\list.csv',
    'a/../../list.csv',
    'a//b.csv',
    'x\u202Evsc.csv',
  ]) {
    assert.deepEqual(await refusal(await zipOf({ [name]: LIST })), { type: 'unsafe-entry-name' }, name);
  }
});

test('a ZIP that swells beyond measure is stopped by what it declares [CHI-8.1-1]', async () => {
  const zeros = new Uint8Array(20 * 1024 * 1024);
  assert.deepEqual(await refusal(await zipOf({ 'list.csv': zeros })), {
    type: 'inflates-too-much',
    limit: 200,
  });
  const huge = new Uint8Array(65 * 1024 * 1024);
  assert.deepEqual(await refusal(await zipOf({ 'list.csv': huge })), {
    type: 'too-large',
    limit: 64 * 1024 * 1024,
  });
});

test('a ZIP that declares less than it holds is stopped while it unpacks [CHI-8.1-1] [THREAT-14]', async () => {
  const zeros = new Uint8Array(8 * 1024 * 1024);
  const lying = Buffer.from(
    await zipOf({ 'list.csv': zeros }, { password: PASSWORD, dataDescriptor: false }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(zeros.length);
  const small = Buffer.alloc(4);
  small.writeUInt32LE(1000);
  for (let at = lying.indexOf(size); at !== -1; at = lying.indexOf(size, at)) small.copy(lying, at);
  assert.deepEqual(await refusal(lying), { type: 'damaged' });
});

test('an age file for a key, or one that asks for too much memory, is refused before any work [CHI-8.1-1]', async () => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(await generateIdentity()));
  assert.deepEqual(await refusal(await encrypter.encrypt(LIST)), { type: 'age-not-by-passphrase' });
  const costly = Buffer.from(await lockList(LIST, lockWith({ kind: 'age' })));
  const header = costly.toString('latin1').replace(/^(-> scrypt \S+) \d+$/m, '$1 19');
  assert.deepEqual(await refusal(Buffer.from(header, 'latin1')), { type: 'age-work-factor' });
});

test('a file cut anywhere never yields bytes, whatever its lock [CHI-8.1-1]', async () => {
  for (const kind of ['zip-aes256', 'zip-crypto', 'age', 'age-armored'] as const) {
    const locked = await lockList(LIST, lockWith({ kind }));
    // Armor ends in a line feed that carries nothing.
    const last = kind === 'age-armored' ? locked.length - 2 : locked.length - 1;
    await fc.assert(
      fc.asyncProperty(fc.nat(last), async (end) => {
        assert.notEqual(await refusal(locked.subarray(0, end)), 'opened');
      }),
      { numRuns: 60, examples: [[0], [1], [last]] },
    );
  }
});

test('a changed byte is found, or it changes nothing that is read [CHI-8.1-1]', async () => {
  for (const kind of ['zip-aes256', 'zip-crypto', 'age'] as const) {
    const locked = await lockList(LIST, lockWith({ kind }));
    await fc.assert(
      fc.asyncProperty(fc.nat(locked.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Uint8Array.from(locked);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        const opened = await openContainer(damaged, PASSWORD);
        if (opened.ok) assert.deepEqual(Buffer.from(opened.value.bytes), LIST);
      }),
      { numRuns: 150 },
    );
  }
});
