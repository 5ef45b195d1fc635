import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, on, refusalOf, today } from '../../../tests/support/given.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { RecordedFact } from '../facts.ts';
import { closeMonth, type GatheredMonth } from './close-month.ts';
import { acceptReport, issueReport, returnReport } from './inspect-report.ts';
import { evolveMonth, noMonth, type MonthState } from './month-state.ts';

const MAY = '2026-05' as YearMonth;
const MARCH = '2027-03' as YearMonth;

test('a month can be closed from the first minute after its end [CHI-9.1-2]', () => {
  assert.equal(close(MAY, [], { day: '2026-05-31', time: '23:59' }), 'month-not-over');
  assert.equal(close(MAY, [], { day: '2026-06-01', time: '00:00' }), 'decided');
});

test('March is closed on 31 March from the closing hour on, never before [CHI-9.1-3, AMB-22]', () => {
  assert.equal(close(MARCH, [], { day: '2027-03-30', time: '23:00' }), 'month-not-over');
  assert.equal(close(MARCH, [], { day: '2027-03-31', time: '16:59' }), 'month-not-over');
  assert.equal(close(MARCH, [], { day: '2027-03-31', time: '17:00' }), 'decided');
});

test('a month waits for the one before it, and one outside the contract is none [CHI-9.1-2]', () => {
  const day = { day: '2027-06-01', time: '10:00' };
  assert.equal(close(MAY, [], day, { previous: noMonth }), 'month-before-open');
  assert.equal(close('2026-04' as YearMonth, [], day, { previous: noMonth }), 'decided');
  assert.equal(close('2026-03' as YearMonth, [], day), 'month-outside-contract');
  assert.equal(close('2027-04' as YearMonth, [], day), 'month-outside-contract');
});

test('a closed month is closed again only after the ward returned its report, and before the next is closed [CHI-9.1-2]', () => {
  const day = { day: '2026-06-05', time: '10:00' };
  const closedMay = closing(MAY, 1);
  const issued = on('2026-06-05', { type: 'report.issued', month: MAY, edition: 1, digest: 'd' });
  const returned = on('2026-06-06', { ...issued, type: 'report.returned', reason: 'wrong', ref: 'w-1' });
  assert.equal(close(MAY, [closedMay], day), 'month-closed-already');
  assert.equal(close(MAY, [closedMay, issued], day), 'month-closed-already');
  assert.equal(close(MAY, [closedMay, issued, returned], day, {}, 2), 'decided');
  const next = state([closing('2026-06' as YearMonth, 1)]);
  assert.equal(close(MAY, [closedMay, issued, returned], day, { next }, 2), 'month-closed-already');
});

test('only the last month has supplements, after it was closed and when there is something to say [AMB-22, AMB-39]', () => {
  const day = { day: '2027-04-05', time: '10:00' };
  const march = closing(MARCH, 1);
  assert.equal(close(MARCH, [march], day), 'month-closed-already');
  assert.equal(supplement(MARCH, [], 1, 1), 'no-supplement-yet');
  assert.equal(supplement(MARCH, [march], 2, 0), 'nothing-to-supplement');
  assert.equal(supplement(MARCH, [march], 2, 3), 'decided');
  assert.equal(supplement(MARCH, [march], 2, 0, true), 'decided');
  assert.equal(supplement(MAY, [closing(MAY, 1)], 2, 3), 'no-supplement-yet');
});

test('what was counted for another edition is not written [CHI-9.1-2]', () => {
  assert.equal(close(MAY, [], { day: '2026-06-01', time: '10:00' }, {}, 2), 'month-not-counted');
});

test('the closing carries place, digest, codes and proofs, and the pages go to the vault [CHI-9.1-2]', () => {
  const keep = [{ of: 'case_a', section: 'report-line', item: '2026-05/1', value: { salt: 's' } }] as const;
  const decided = closeMonth(
    { month: noMonth, previous: state([closing('2026-04' as YearMonth, 1)]), next: noMonth },
    { month: MAY, supplement: false, gathered: { ...gathered(1, 0), keep } },
    today('2026-06-01'),
  );
  assert.ok('facts' in decided);
  assert.deepEqual(decided.keep, keep);
  const [fact] = decided.facts;
  assert.ok(fact?.type === 'month.closed');
  assert.deepEqual([fact.upTo, fact.digest, fact.edition], [77, 'digest', 1]);
});

test('a report is issued once an edition, then returned or accepted, never both [CHI-9.1-2, CHI-10-1]', () => {
  const context = today('2026-06-05');
  const of = { month: MAY };
  assert.equal(refusalOf(issueReport({ month: noMonth }, of, context)), 'month-not-closed');
  assert.equal(
    refusalOf(acceptReport({ month: noMonth }, { ...of, ref: 'w' }, context)),
    'report-not-issued',
  );
  const closed = [closing(MAY, 1)];
  const [issued] = factsOf(issueReport({ month: state(closed) }, of, context));
  assert.ok(issued);
  const after = [...closed, on('2026-06-05', issued)];
  assert.equal(refusalOf(issueReport({ month: state(after) }, of, context)), 'report-issued-already');
  const [accepted] = factsOf(acceptReport({ month: state(after) }, { ...of, ref: 'w-1' }, context));
  assert.ok(accepted?.type === 'report.accepted');
  assert.deepEqual([accepted.edition, accepted.digest, accepted.ref], [1, 'digest', 'w-1']);
  const inspected = state([...after, on('2026-06-08', accepted)]);
  assert.equal(
    refusalOf(returnReport({ month: inspected }, { ...of, reason: 'x', ref: 'w-2' }, context)),
    'report-accepted-already',
  );
});

test('the annual report waits for all its months [CHI-9.2-1]', () => {
  const context = today('2027-03-31');
  const year = { edition: 1, digest: 'd', complete: false };
  assert.equal(
    refusalOf(issueReport({ month: noMonth }, { month: '2026', year }, context)),
    'year-not-complete',
  );
  const complete = { ...year, complete: true };
  const [issued] = factsOf(issueReport({ month: noMonth }, { month: '2026', year: complete }, context));
  assert.ok(issued?.type === 'report.issued');
  assert.equal(issued.month, '2026');
});

type When = { readonly day: string; readonly time: string };
type Around = { readonly previous?: MonthState; readonly next?: MonthState };

function close(
  month: YearMonth,
  facts: readonly RecordedFact[],
  { day, time }: When,
  { previous = state([closing('2026-04' as YearMonth, 1)]), next = noMonth }: Around = {},
  edition = 1,
): string {
  const seen = { month: state(facts), previous, next };
  const command = { month, supplement: false, gathered: gathered(edition, 0) };
  return refusalOf(closeMonth(seen, command, today(day, { time })));
}

function supplement(
  month: YearMonth,
  facts: readonly RecordedFact[],
  edition: number,
  corrections: number,
  newToBill = false,
): string {
  const previous = state([closing('2027-02' as YearMonth, 1)]);
  const command = { month, supplement: true, gathered: { ...gathered(edition, corrections), newToBill } };
  return refusalOf(
    closeMonth({ month: state(facts), previous, next: noMonth }, command, today('2027-04-05')),
  );
}

function gathered(edition: number, corrections: number): GatheredMonth {
  return {
    edition,
    upTo: 77,
    tabulated: {},
    lines: [],
    linesDigest: 'l',
    digest: 'digest',
    corrections,
    newToBill: false,
    keep: [],
  };
}

function closing(month: YearMonth, edition: number): RecordedFact {
  const { keep: _none, corrections: _count, newToBill: _new, ...frozen } = gathered(edition, 0);
  return on('2026-06-02', { type: 'month.closed', month, ...frozen });
}

function state(facts: readonly RecordedFact[]): MonthState {
  return facts.reduce(evolveMonth, noMonth);
}
