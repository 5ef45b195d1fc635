import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import type { ResultLine } from './report-line.ts';
import { makeLine } from './report-line.ts';

const NAME = { 'identity.name': '見本　\u{e000}子', 'identity.kana': 'ミホン　ハナコ' };

function nameOn(fields: Readonly<Record<string, string>>): string {
  const line: ResultLine = JSON.parse(makeLine([], fields, () => undefined, chiyodaVisit.rules.reports).row);
  return line.name;
}

test('a name that no font shows stands in the results table as the ward said to print it [AMB-45] [CHI-9.1-2]', () => {
  const printed = '見本　葉子';
  assert.ok(nameOn({ ...NAME, 'identity.printName': printed }) === printed);
  assert.ok(nameOn(NAME) === NAME['identity.name']);
});
