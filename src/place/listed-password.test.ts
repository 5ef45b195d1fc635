import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isListedPassword } from './listed-password.ts';

const dir = await mkdtemp(join(tmpdir(), 'mimamori-listed-'));
after(() => rm(dir, { recursive: true, force: true }));

test('a password is found as a word, as a SHA-1 and as the beginning of one [SEC-5-2]', async () => {
  const file = join(dir, 'list');
  // SHA-1 of `abc` (FIPS 180-2, appendix A) with a count, and the first ten signs of that of `password`.
  await writeFile(file, 'Correct-Horse-7\r\n\nA9993E364706816ABA3E25717850C26C9CD0D89D:12\n5baa61e4c9\n');
  const found = (password: string) => isListedPassword(file, password);
  assert.deepEqual(
    await Promise.all(['correct-horse-7', 'abc', 'password', 'abd', '', 'Correct-Horse'].map(found)),
    [true, true, true, false, false, false],
  );
  await assert.rejects(isListedPassword(join(dir, 'none'), 'abc'));
});
