import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands, questions } from '../src/gate/inside/catalogue.ts';
import { accessTable } from './access-table.ts';
import { auditEvents } from './audit-events.ts';

test('every row of the gate stands in the access table with who may and what is opened [SEC-6-1]', () => {
  const page = accessTable([...commands.values()], [...questions.values()]);
  const rows = page.split('\n').filter((line) => /^\| [a-z-]+\.[a-z-]+ \|/.test(line));
  assert.equal(rows.length, commands.size + questions.size);
  assert.ok(
    rows.includes(
      '| access.review | Record a review of the access rights; the second person approves it | administrator, work-supervisor | – | – | access-approver | – |',
    ),
  );
  const show = rows.find((line) => line.startsWith('| case.show |'));
  assert.match(show ?? '', /\| visitor \| – \| opened \| .*contact\.phone.* \|$/);
});

test('every word of the access log stands on its page [SEC-17-1]', () => {
  assert.match(auditEvents({ denied: 'Somebody asked' }), /\| `denied` \| Somebody asked \|/);
});
