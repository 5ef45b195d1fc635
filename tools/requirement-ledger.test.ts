import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLedger, withShownBy } from './requirement-ledger.ts';

const LEDGER = `# Ledger

| Prefix | Document |
|---|---|
| \`CHI\` | text |

## 1. Blocks
| Block | What it is |
|---|---|
| B-01 Calendar | days |

### 2.1 Visits
| ID | Requirement | Kind |
|---|---|---|
| CHI-8.4-3 | within 10 days  | **core** |
| PII-F1-2 | a \\| bar | support |
`;

test('every row that begins with an ID is a requirement of its section', () => {
  assert.deepEqual(readLedger(LEDGER), [
    { id: 'B-01', section: '1. Blocks', kind: '' },
    { id: 'CHI-8.4-3', section: '2.1 Visits', kind: '**core**' },
    { id: 'PII-F1-2', section: '2.1 Visits', kind: 'support' },
  ]);
});

test('the column is added to tables of requirements only, and the rest stays byte for byte', () => {
  const written = withShownBy(LEDGER, (id) => (id === 'B-01' ? 'calendar' : '–'));
  assert.deepEqual(written.split('\n').slice(2, 17), [
    '| Prefix | Document |',
    '|---|---|',
    '| `CHI` | text |',
    '',
    '## 1. Blocks',
    '| Block | What it is | Shown by |',
    '|---|---|---|',
    '| B-01 Calendar | days | calendar |',
    '',
    '### 2.1 Visits',
    '| ID | Requirement | Kind | Shown by |',
    '|---|---|---|---|',
    '| CHI-8.4-3 | within 10 days  | **core** | – |',
    '| PII-F1-2 | a \\| bar | support | – |',
    '',
  ]);
});

test('writing the column again changes only the column', () => {
  const once = withShownBy(LEDGER, () => 'a, b, c +2');
  assert.equal(
    withShownBy(once, () => '–'),
    withShownBy(LEDGER, () => '–'),
  );
});

test('an ID that stands twice is refused', () => {
  assert.throws(() => readLedger(LEDGER.replace('PII-F1-2', 'CHI-8.4-3')), /two rows CHI-8.4-3/);
});
