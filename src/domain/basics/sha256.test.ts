import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sha256 } from './sha256.ts';

const oracle = (text: string) => createHash('sha256').update(text).digest('hex');

test('the digest of any ASCII text is that of OpenSSL, whatever its length', () => {
  assert.equal(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  for (let length = 0; length <= 260; length += 1) {
    const text = 'a'.repeat(length);
    assert.equal(sha256(text), oracle(text), `of ${length} characters`);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 600 }), (text) => {
      assert.equal(sha256(text), oracle(text));
    }),
    { numRuns: 500 },
  );
  const long = 'mimamori '.repeat(100_000);
  assert.equal(sha256(long), oracle(long));
});

test('a text with other characters is a mistake of ours and stops', () => {
  assert.throws(() => sha256('区'), /Only ASCII/);
});
