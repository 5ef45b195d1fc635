import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchInFile, type FileKeys } from './match-in-file.ts';

const row = (line: number, changes: Partial<FileKeys> = {}): FileKeys => ({
  line,
  kana: `ナマエ${line}`,
  birthDate: 19900101 + line,
  address: `home${line}`,
  ...changes,
});

test('twins in one file: the same birth date and home, another reading [CHI-8.1-3]', () => {
  const twins = matchInFile([row(2), row(3, { birthDate: row(2).birthDate, address: 'home2' })]);
  assert.deepEqual(
    [...twins.values()].map(({ warnings }) => warnings),
    [['twin'], ['twin']],
  );
});

test('another birth date in the same home is a household, in another home it is nothing [CHI-8.1-3]', () => {
  const home = matchInFile([row(2), row(3, { address: 'home2' }), row(4, { birthDate: row(2).birthDate })]);
  assert.deepEqual(
    [2, 3, 4].map((line) => home.get(line)?.warnings),
    [['same-household'], ['same-household'], undefined],
  );
});

test('the same reading and birth date again: the later line is asked for, the first is not [CHI-8.1-3]', () => {
  const twice = matchInFile([row(2), row(3, { kana: 'ナマエ2', birthDate: row(2).birthDate })]);
  assert.equal(twice.get(2)?.twiceWith, undefined);
  assert.equal(twice.get(3)?.twiceWith, 2);
});

test('keys that are not known agree with nothing [CHI-8.1-3]', () => {
  const blank = { kana: '', birthDate: 0, address: '' };
  assert.equal(matchInFile([row(2, blank), row(3, blank)]).size, 0);
});
