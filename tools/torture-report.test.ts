import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tortureReport } from './torture-report.ts';

test('the page tells every test, its result and what it remarked', () => {
  const page = tortureReport({
    date: '2026-05-01',
    rounds: '200',
    node: '26.0.0',
    cores: 2,
    tests: [
      { name: 'kill a | b', passed: true, seconds: 1.26 },
      { name: 'full disk', passed: false, seconds: 20 },
    ],
    remarks: ['200 kills, nothing lost'],
  });
  assert.deepEqual(page.split('\n'), [
    '# Torture, 2026-05-01',
    '',
    'Made by `npm run torture`: 200 rounds a kind, 2 cores, Node.js 26.0.0. 2 tests, 1 failed.',
    '',
    '| test | result | seconds |',
    '|---|---|---:|',
    '| kill a \\| b | passed | 1.3 |',
    '| full disk | FAILED | 20.0 |',
    '',
    '- 200 kills, nothing lost',
    '',
  ]);
});
