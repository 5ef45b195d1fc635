import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../domain/basics/civil-date.ts';
import { openContainer } from '../exchange/intake/container.ts';
import { lockSeeded, type SeededLock } from './seeded-lock.ts';

const lock: SeededLock = {
  kind: 'zip-aes256',
  name: 'taisho.csv',
  password: 'mihon-no-password-2026',
  on: date('2026-05-08'),
  seed: 7,
};
const text = Buffer.from('一行目\r\n'.repeat(20_000));

for (const kind of ['zip-aes256', 'age'] as const) {
  test(`a list locked from a seed as ${kind} is opened by the reader of real lists [CHI-8.1-1]`, async () => {
    const opened = await openContainer(lockSeeded(text, { ...lock, kind }), lock.password);
    assert.ok(opened.ok);
    assert.equal(opened.value.kind, kind);
    assert.ok(Buffer.from(opened.value.bytes).equals(text));
  });

  test(`the same seed locks to the same bytes as ${kind}, another seed or password to others`, () => {
    const bytes = Buffer.from(lockSeeded(text, { ...lock, kind }));
    assert.ok(bytes.equals(lockSeeded(text, { ...lock, kind })));
    assert.ok(!bytes.equals(lockSeeded(text, { ...lock, kind, seed: 8 })));
    assert.ok(!bytes.equals(lockSeeded(text, { ...lock, kind, password: 'another-password-2026' })));
  });

  test(`a wrong password does not open a list locked as ${kind}`, async () => {
    const opened = await openContainer(lockSeeded(text, { ...lock, kind }), 'another-password-2026');
    assert.deepEqual(opened.ok ? 'opened' : opened.error.type, 'wrong-password');
  });
}
