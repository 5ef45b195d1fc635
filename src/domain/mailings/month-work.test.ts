import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { CaseState } from '../case.ts';
import { given, on, opened, today } from '../../../tests/support/given.ts';
import { returned, sent } from '../../../tests/support/mail.ts';
import { monthWork } from './month-work.ts';

const { rules } = today('2026-05-01');
const work = (day: string, month = day.slice(0, 7), cases: ReadonlyMap<CaseId, CaseState> = town()) =>
  monthWork(cases, month as YearMonth, date(day), rules);

/** One woman to notice, one to send to again, one stopped. */
function town(): ReadonlyMap<CaseId, CaseState> {
  const loss = on('2026-05-11', {
    type: 'case.loss-reported',
    case: 'case_stopped',
    on: date('2026-05-10'),
    source: 'ward',
  });
  return new Map<CaseId, CaseState>([
    ['case_new', given(opened()).case],
    ['case_back', given(opened(), ...sent('2026-05-12'), returned('2026-05-25')).case],
    ['case_stopped', given(opened(), loss).case],
  ]);
}

test('the work of a month counts each kind and each reason for leaving somebody out [CHI-8.1-8, CHI-4.3-1]', () => {
  const june = work('2026-06-05');
  assert.deepEqual(june.counts, { notice: 1, resend: 1, recall: 0, reissue: 0 });
  assert.deepEqual(june.dropped, [{ kind: 'notice', why: 'stopped', count: 1 }]);
  assert.deepEqual(
    june.due.map(({ case: id, kind }) => [id, kind]),
    [
      ['case_new', 'notice'],
      ['case_back', 'resend'],
    ],
  );
});

test('in May the returned letter is not yet work, and asked ahead for June it is [CHI-8.1-8]', () => {
  assert.equal(work('2026-05-28').counts.resend, 0);
  assert.equal(work('2026-05-28', '2026-06').counts.resend, 1);
});

test('unsent notices warn from the 16th and are a breach on the 21st [CHI-8.1-5, AMB-09]', () => {
  // 20 June 2026 is a Saturday and worked; 15 June a Monday.
  assert.deepEqual(work('2026-06-05').dispatch, {
    target: '2026-06-15',
    latest: '2026-06-20',
    state: 'ok',
  });
  assert.equal(work('2026-06-15').dispatch.state, 'ok');
  assert.equal(work('2026-06-16').dispatch.state, 'warning');
  assert.equal(work('2026-06-21').dispatch.state, 'breach');
  assert.equal(work('2026-06-21', '2026-06', new Map()).dispatch.state, 'ok');
});

test('a closed day moves both dates of a dispatch earlier [AMB-09]', () => {
  // 15 and 20 September 2026: the 20th is a Sunday. 15 November is a Sunday, the 20th a Friday.
  assert.equal(work('2026-09-01').dispatch.latest, '2026-09-19');
  assert.equal(work('2026-11-01').dispatch.target, '2026-11-14');
});
