import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../src/domain/basics/civil-date.ts';
import type { YearMonth } from '../../src/domain/basics/year-month.ts';
import { yen } from '../../src/domain/basics/yen.ts';
import type { RecordedFact } from '../../src/domain/facts.ts';
import type { PieceKind } from '../../src/domain/facts/mailing.ts';
import { booked } from '../support/booked.ts';
import { completedVisit } from '../support/completed-visit.ts';
import { CASE, on, opened } from '../support/given.ts';
import { grantedPackage } from '../support/granted-package.ts';
import { programmeDays } from './audit-days.ts';
import { auditYear } from './year-audit.ts';
import { disagreements } from './year-reports.ts';

let pieces = 0;
/** A number of the post whose last digit is the rest of the ten before it by seven. */
const numbered = (nth: number) => {
  const ten = String(1_000_000_000 + nth * 7);
  return `${ten}${Number(BigInt(ten) % 7n)}`;
};

/** A piece from its planning to its delivery; `end` false leaves it with the post. */
function sent(day: string, kind: PieceKind, end = true, number?: string): readonly RecordedFact[] {
  pieces += 1;
  const piece = `piece_audit${pieces}` as const;
  const batch = `batch_audit${pieces}` as const;
  const of = { piece, case: CASE } as const;
  const service =
    kind === 'recall'
      ? 'postcard'
      : kind.startsWith('package')
        ? 'simplified-registered'
        : 'specified-record';
  return [
    on(day, { type: 'piece.planned', ...of, batch, kind }),
    on(day, { type: 'piece.printed', ...of, batch, kind, template: `${kind}/1`, copy: 1 }),
    on(day, {
      type: 'piece.posted',
      ...of,
      kind,
      service,
      ...(kind === 'recall' ? {} : { tracking: number ?? numbered(pieces) }),
      postage: yen(100),
    }),
    on(day, {
      type: 'postage.receipted',
      receipt: 'r',
      batch,
      kind,
      pieces: 1,
      amount: yen(100),
      on: date(day),
    }),
    ...(end ? [on(day, { type: 'piece.delivered', ...of, on: date(day), source: 'tracking-page' })] : []),
  ];
}
const loss = (day: string) =>
  on(day, { type: 'case.loss-reported', case: CASE, on: date(day), source: 'phone' });
const held = (day: string, reason: string) => on(day, { type: 'benefit.held', case: CASE, reason });
const earned = [
  opened(),
  booked('2026-06-10', '2026-06-10'),
  completedVisit('2026-06-10'),
  grantedPackage('2026-06-10'),
] as const;

const says = (facts: readonly RecordedFact[], what: RegExp) =>
  assert.match(auditYear(facts).join('\n'), what);

test('a calm case gives the auditor nothing to say', () => {
  assert.deepEqual(auditYear([opened(), ...sent('2026-05-14', 'notice')]), []);
  assert.deepEqual(auditYear([...earned, ...sent('2026-06-18', 'package')]), []);
});

test('the auditor sees a letter, a card, a mail and a call after a loss [AMB-38] [CHI-8.14-5]', () => {
  says([opened(), loss('2026-05-12'), ...sent('2026-05-14', 'notice')], /posted .*letter in spite of loss/);
  says([opened(), loss('2026-05-12'), ...sent('2026-05-14', 'recall')], /recall in spite of loss/);
  const call = on('2026-05-13', { type: 'call.made', case: CASE, about: 'no-booking', result: 'reached' });
  says([opened(), loss('2026-05-12'), call], /call in spite of loss/);
  says([opened(), ...sent('2026-05-14', 'notice', false), loss('2026-05-15')], /nobody asked the post/);
});

test('the auditor sees a package that was held, came late, or came twice [CHI-8.4-3] [CHI-8.4-7] [AMB-05]', () => {
  says([...earned, held('2026-06-11', 'loss'), ...sent('2026-06-18', 'package')], /held for loss/);
  says([...earned, loss('2026-06-11'), ...sent('2026-06-18', 'package')], /after a loss, not agreed/);
  says([...earned, ...sent('2026-06-23', 'package')], /ten programme days/);
  says([...earned, ...sent('2026-06-18', 'package'), ...sent('2026-06-19', 'package')], /a second package/);
  says(earned, /earned and never sent/);
});

test('the auditor sees a number that is wrong or stands on two pieces, and a second re-send [CHI-8.1-7] [CHI-8.1-9]', () => {
  says([opened(), ...sent('2026-05-14', 'notice', true, '10000000001')], /a wrong number/);
  const two = [
    ...sent('2026-05-14', 'notice', true, numbered(1)),
    ...sent('2026-06-14', 'reissue', true, numbered(1)),
  ];
  says([opened(), ...two], /a number twice/);
  says([opened(), ...sent('2026-05-14', 'notice'), ...sent('2026-06-14', 'resend')], /had not come back/);
});

test('ten programme days from Saturday 26 December 2026 end after the New Year and Coming-of-Age Day [CHI-8.6-3]', () => {
  assert.equal(programmeDays('2026-12-26', 1), '2026-12-28');
  assert.equal(programmeDays('2026-12-26', 10), '2027-01-14');
  assert.equal(programmeDays('2026-06-10', 10), '2026-06-22');
});

test('a report that says one talk too few is seen, and one put right by a later report is not [CHI-9.1-2]', () => {
  const july = { month: '2026-07' as YearMonth, edition: 1, corrections: [] };
  assert.match(disagreements([july], earned).join(), /visits\.completed: the reports say 0, the facts 1/);
  const late = {
    month: '2026-06' as YearMonth,
    item: 'visits.completed',
    from: 0,
    to: 1,
    reason: 'recorded-late',
  };
  assert.deepEqual(disagreements([{ ...july, corrections: [late] }], earned), []);
});
