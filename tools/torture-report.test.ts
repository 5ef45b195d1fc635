import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTortureReport, tortureReport, type Tortured } from './torture-report.ts';

const tests: readonly Tortured[] = [
  {
    name: 'kill a | b',
    on: '2026-05-01',
    rounds: '200',
    passed: true,
    seconds: 1.3,
    remarks: ['200 kills', 'nothing lost'],
  },
  { name: 'full disk', on: '2026-05-02', rounds: '20', passed: false, seconds: 20, remarks: [] },
];

test('the page tells every test, its day, its result and what it counted', () => {
  const page = tortureReport(tests, { node: '26.0.0', cores: 2 });
  assert.deepEqual(page.split('\n').slice(2), [
    'Made by `npm run torture`, last on 2 cores with Node.js 26.0.0. 2 tests, 1 failed.',
    '',
    '| test | day | rounds a kind | result | seconds | what it counted |',
    '|---|---|--:|---|--:|---|',
    '| kill a \\| b | 2026-05-01 | 200 | passed | 1.3 | 200 kills; nothing lost |',
    '| full disk | 2026-05-02 | 20 | FAILED | 20.0 |  |',
    '',
  ]);
});

test('a page is read back as it was written, so that a run of some tests keeps the others', () => {
  assert.deepEqual(readTortureReport(tortureReport(tests, { node: '26.0.0', cores: 2 })), tests);
});
