import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { CASE, factsOf, given, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { openCase, type OpenCase } from './open-case.ts';

const command: OpenCase = {
  case: CASE,
  person: 'person_hanako',
  opening: {
    contractYear: 2026,
    list: 'list_april',
    due: date('2026-08-20'),
    followUp: true,
    origin: 'list',
    mailWay: 'registered',
    protected: false,
  },
  values: [{ section: 'identity', value: { name: '見本 花子' } }],
};

test('a row of an approved list becomes a case whose values are kept for the woman [CHI-8.1-3]', () => {
  const outcome = openCase(given(), command, today('2026-04-20'));
  assert.deepEqual(factsOf(outcome), [{ type: 'case.opened', case: CASE, ...command.opening }]);
  assert.ok(!('refused' in outcome));
  assert.deepEqual(outcome.link, [{ subject: CASE, person: 'person_hanako' }]);
});

test('a case that is open is not opened again [CHI-8.1-1]', () => {
  assert.equal(refusalOf(openCase(given(opened()), command, today('2026-04-21'))), 'case-already-open');
});
