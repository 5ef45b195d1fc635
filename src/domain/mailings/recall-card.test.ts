import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { RecordedFact } from '../facts.ts';
import type { MailWay } from '../facts/case.ts';
import { CASE, given, on, opened, today } from '../../../tests/support/given.ts';
import { delivered, returned, sent } from '../../../tests/support/mail.ts';
import { dueMail } from './due-mail.ts';

const RESEND = { piece: 'piece_two', batch: 'batch_two', kind: 'resend' } as const;
const due = (facts: readonly RecordedFact[], day = '2026-06-12') => {
  const found = dueMail(given(...facts).case, date(day), today(day).rules);
  return found.due ? found.kind : `${found.kind ?? 'none'} ${found.why}`;
};

test('a recall card goes to her who got her letter three weeks ago and did nothing [CHI-8.9-1]', () => {
  assert.equal(due([opened(), ...sent('2026-05-12'), delivered('2026-05-14')]), 'recall');
});

test('a protected woman never gets a recall card, whatever place the ward has named, and whenever it began [CHI-8.8-2] [AMB-56] [INC-13]', () => {
  const ways: readonly MailWay[] = ['registered', 'designated', 'ward', 'undecided'];
  const began = on('2026-06-10', { type: 'case.protection-changed', case: CASE, to: true, ref: 'W-1' });
  for (const mailWay of ways) {
    const from = [
      opened('2026-04-20', { mailWay, protected: true }),
      ...sent('2026-05-12'),
      delivered('2026-05-14'),
    ];
    const later = [opened('2026-04-20', { mailWay }), ...sent('2026-05-12'), delivered('2026-05-14'), began];
    for (const facts of [from, later]) assert.match(due(facts), /^recall (stopped|mail-way-undecided)$/);
  }
});

test('where mail came back twice no card follows, not even when a third letter is told to have arrived [AMB-10]', () => {
  const twice = [
    opened('2026-04-02'),
    ...sent('2026-04-13'),
    returned('2026-04-24'),
    ...sent('2026-05-12', RESEND),
    returned('2026-05-20', RESEND),
    on('2026-05-20', { type: 'case.unreachable', case: CASE, on: date('2026-05-20') }),
  ];
  assert.equal(due(twice), 'none unreachable');
  assert.equal(due([...twice, delivered('2026-05-21', RESEND)]), 'recall unreachable');
});
