import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from './language-of.ts';

test('what she chose comes before what the list says, and Japanese comes last [CHI-8.3-13]', () => {
  assert.equal(languageOf('ko', 'en'), 'ko');
  assert.equal(languageOf(undefined, 'zh-Hant'), 'zh');
  assert.equal(languageOf(undefined, 'vi'), 'ja');
  assert.equal(languageOf('easy'), 'easy');
  assert.equal(languageOf(), 'ja');
});
