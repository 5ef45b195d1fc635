import { resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { TOGETHER } from './test-files.ts';

// A test file for node:test that is many. Loading one of them may fail; that is a failure of its own and no reason to
// leave out the others.
for (const path of process.env[TOGETHER]?.split(',') ?? []) {
  try {
    await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    void test(`${path} can be loaded`, () => {
      throw error;
    });
  }
}
