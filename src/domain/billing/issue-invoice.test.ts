import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { factsOf, on, refusalOf, today } from '../../../tests/support/given.ts';
import { date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import type { YearMonth } from '../basics/year-month.ts';
import { yen } from '../basics/yen.ts';
import type { NewFact, RecordedFact } from '../facts.ts';
import { evolveMonth, noMonth, type MonthState } from '../reports/month-state.ts';
import { invoiceText } from './invoice-text.ts';
import { issueInvoice, type InvoiceEvidence } from './issue-invoice.ts';
import { issueLumpSum } from './issue-lump-sum.ts';
import { payInvoice } from './pay-invoice.ts';
import { receiveInvoice } from './receive-invoice.ts';

const MAY = '2026-05' as YearMonth;
const MARCH = '2027-03' as YearMonth;

const closed = (month: YearMonth, edition: number, upTo: number, day: string) =>
  on(day, {
    type: 'month.closed',
    month,
    edition,
    digest: `report-${edition}`,
    upTo,
    tabulated: {},
    lines: [],
    linesDigest: '',
  });
const report = (
  type: 'report.issued' | 'report.returned' | 'report.accepted',
  month: YearMonth,
  edition = 1,
) => on('2026-06-08', { type, month, edition, digest: `report-${edition}` });

const monthAfter = (...facts: readonly RecordedFact[]): { readonly month: MonthState } => ({
  month: facts.reduce(evolveMonth, noMonth),
});
const accepted = (month = MAY, upTo = 100, edition = 1) => [
  closed(month, edition, upTo, '2026-06-01'),
  report('report.issued', month, edition),
  report('report.accepted', month, edition),
];
/** The facts of a yes as the journal gives them back. */
const recorded = (day: string, facts: readonly NewFact[]): readonly RecordedFact[] =>
  facts.map((fact) => ({
    ...fact,
    id: `fact_${fact.type}`,
    v: 1,
    at: instantAt(date(day), '10:00'),
    recordedAt: instantAt(date(day), '10:00'),
    actor: 'account_manager',
  }));

const closings = (...states: readonly MonthState[]) =>
  states.flatMap((state) => state.closings).toSorted((x, y) => x.upTo - y.upTo);

const FACTS = [
  { place: 40, fact: completedVisit('2026-05-12') },
  { place: 50, fact: completedVisit('2026-05-20', { mode: 'phone', followUp: true }) },
  // Recorded after the month was closed: a matter of the next one.
  { place: 120, fact: completedVisit('2026-05-30') },
];
const evidence = (changes: Partial<InvoiceEvidence> = {}): InvoiceEvidence => ({
  facts: FACTS,
  closings: closings(monthAfter(...accepted()).month),
  issued: [],
  ...changes,
});

const issue = (state: { readonly month: MonthState }, proof: InvoiceEvidence | undefined, month = MAY) =>
  issueInvoice(state, { month, evidence: proof }, today('2026-06-10'));

test('after the inspection the invoice is issued with the digest of its bytes and a number of its own [CHI-10-1, CHI-10.2-6]', () => {
  const decided = issue(monthAfter(...accepted()), evidence());
  const [fact] = factsOf(decided);
  assert.ok(fact?.type === 'invoice.issued');
  assert.deepEqual(
    [fact.month, fact.edition, fact.number, fact.on, fact.report, fact.upTo],
    [MAY, 1, 'MV8-202605-1', '2026-06-10', 1, 100],
  );
  assert.deepEqual(
    fact.invoice.lines.map(({ code, quantity, amount }) => [code, quantity, amount]),
    [
      ['visit', 1, 14_800],
      ['remote-follow-up', 1, 11_300],
    ],
  );
  assert.equal(fact.amount, 26_100 + 2_610);
  assert.equal(fact.amount, fact.invoice.total);
  assert.equal(fact.digest, createHash('sha256').update(invoiceText(fact.invoice)).digest('hex'));
  assert.ok('claim' in decided);
  assert.deepEqual(decided.claim, [{ kind: 'invoice-no', key: 'MV8-202605-1' }]);
});

test('before the month is closed, before the ward has accepted the report, and after it returned it there is no invoice [CHI-10-1]', () => {
  const [close, sent] = accepted();
  assert.ok(close && sent);
  assert.equal(refusalOf(issue(monthAfter(), evidence())), 'invoice-month-open');
  assert.equal(refusalOf(issue(monthAfter(close), evidence())), 'invoice-before-acceptance');
  assert.equal(refusalOf(issue(monthAfter(close, sent), evidence())), 'invoice-before-acceptance');
  assert.equal(
    refusalOf(issue(monthAfter(close, sent, report('report.returned', MAY)), evidence())),
    'invoice-before-acceptance',
  );
});

test('of a report that was returned and closed again, the accepted edition is billed', () => {
  const state = monthAfter(
    closed(MAY, 1, 100, '2026-06-01'),
    report('report.issued', MAY),
    report('report.returned', MAY),
    ...accepted(MAY, 130, 2),
  );
  assert.equal(refusalOf(issue(state, evidence())), 'invoice-read-too-early');
  const [fact] = factsOf(issue(state, evidence({ closings: closings(state.month) })));
  assert.ok(fact?.type === 'invoice.issued');
  assert.deepEqual([fact.edition, fact.report, fact.upTo], [1, 2, 130]);
  assert.equal(fact.invoice.lines[0]?.quantity, 2);
});

test('an adjusted month is billed as the report corrects it, and refused where the two differ', () => {
  const APRIL = '2026-04' as YearMonth;
  const april = monthAfter(...accepted(APRIL, 55));
  const may = monthAfter(...accepted());
  const proof = evidence({
    facts: [...FACTS, { place: 60, fact: completedVisit('2026-04-28') }],
    closings: closings(april.month, may.month),
    issued: [{ month: APRIL, edition: 1, upTo: 55 }],
  });
  const [fact] = factsOf(issue(may, proof));
  assert.ok(fact?.type === 'invoice.issued');
  assert.deepEqual(fact.invoice.lines.at(-1), {
    code: 'visit',
    quantity: 1,
    unitPrice: 14_800,
    amount: 14_800,
    taxClass: 'standard',
    adjusts: '2026-04',
  });
  const tooFar = { ...proof, issued: [{ month: APRIL, edition: 1, upTo: 70 }] };
  assert.deepEqual(issue(may, tooFar), {
    refused: 'invoice-differs-from-report',
    month: APRIL,
    item: 'visits.completed',
    report: 1,
    invoice: 0,
  });
});

test('an invoice is issued once and never changed; what comes later is in the next month', () => {
  const first = factsOf(issue(monthAfter(...accepted()), evidence()));
  const state = monthAfter(...accepted(), ...recorded('2026-06-10', first));
  assert.deepEqual(issue(state, evidence()), {
    refused: 'invoice-issued-already',
    month: MAY,
    number: 'MV8-202605-1',
    on: '2026-06-10',
  });
});

test('months are billed in their order, so that nothing is billed twice', () => {
  const proof = evidence({
    closings: closings(
      monthAfter(...accepted('2026-04' as YearMonth, 55)).month,
      monthAfter(...accepted()).month,
    ),
  });
  assert.deepEqual(issue(monthAfter(...accepted()), proof), {
    refused: 'invoice-of-earlier-month',
    month: MAY,
    earlier: '2026-04',
  });
});

test('a month outside the contract has no invoice', () => {
  for (const month of ['2026-03', '2027-04'] as YearMonth[]) {
    assert.equal(
      refusalOf(issue(monthAfter(...accepted(month)), evidence(), month)),
      'invoice-month-outside',
    );
  }
});

test('a month with nothing to bill has an invoice without lines', () => {
  const proof = evidence({ facts: [] });
  const [fact] = factsOf(issue(monthAfter(...accepted()), proof));
  assert.ok(fact?.type === 'invoice.issued');
  assert.deepEqual(fact.invoice, { month: MAY, edition: 1, lines: [], taxByRate: [], total: 0 });
});

test('what is received after 31 March is billed in a supplement of March [AMB-39, CHI-10.2-5]', () => {
  const facts = [
    on('2027-03-20', {
      type: 'piece.planned',
      piece: 'piece_1',
      batch: 'batch_1',
      case: 'case_hanako',
      kind: 'package',
    }),
    on('2027-04-03', {
      type: 'piece.delivered',
      piece: 'piece_1',
      case: 'case_hanako',
      on: date('2027-04-03'),
      source: 'tracking-page',
    }),
  ].map((fact, index) => ({ place: index === 0 ? 880 : 930, fact }));
  const march = accepted(MARCH, 900);
  const empty = evidence({ facts, closings: closings(monthAfter(...march).month) });
  const own = factsOf(issue(monthAfter(...march), empty, MARCH));
  const afterwards = [...march, ...recorded('2027-04-02', own)];
  assert.equal(refusalOf(issue(monthAfter(...afterwards), empty, MARCH)), 'invoice-issued-already');

  const open = monthAfter(...afterwards, ...accepted(MARCH, 950, 2));
  const proof = evidence({
    facts,
    closings: closings(open.month),
    issued: [{ month: MARCH, edition: 1, upTo: 900 }],
  });
  const [fact] = factsOf(issue(open, proof, MARCH));
  assert.ok(fact?.type === 'invoice.issued');
  assert.deepEqual([fact.edition, fact.number], [2, 'MV8-202703-2']);
  assert.deepEqual(fact.invoice.lines, [
    { code: 'package', quantity: 1, unitPrice: 10_000, amount: 10_000, taxClass: 'non-taxable' },
  ]);
});

test('where the ward returned the report of March and accepted its supplement, both are one invoice', () => {
  const facts = [
    { place: 880, fact: completedVisit('2027-03-30') },
    { place: 920, fact: completedVisit('2027-03-31', { mode: 'online' }) },
  ];
  const march = monthAfter(
    closed(MARCH, 1, 900, '2027-03-31'),
    report('report.issued', MARCH),
    report('report.returned', MARCH),
    ...accepted(MARCH, 950, 2),
  );
  const [fact] = factsOf(issue(march, evidence({ facts, closings: closings(march.month) }), MARCH));
  assert.ok(fact?.type === 'invoice.issued');
  assert.deepEqual(
    fact.invoice.lines.map(({ code, quantity, adjusts }) => [code, quantity, adjusts]),
    [
      ['visit', 1, undefined],
      ['remote', 1, undefined],
    ],
  );
});

test('a company whose registration number is mistyped issues no invoice [CHI-10-1]', () => {
  const context = today('2026-06-10');
  const issuer = { ...context.rules.billing.issuer, registration: 'T7123456789021' };
  const rules = { ...context.rules, billing: { ...context.rules.billing, issuer } };
  const state = monthAfter(...accepted());
  assert.deepEqual(issueInvoice(state, { month: MAY, evidence: evidence() }, { ...context, rules }), {
    refused: 'issuer-number-wrong',
    fault: 'check-digit-wrong',
  });
  const trader = { ...rules, billing: { ...rules.billing, issuer: { ...issuer, corporate: false } } };
  const asTrader = issueInvoice(state, { month: MAY, evidence: evidence() }, { ...context, rules: trader });
  assert.equal(refusalOf(asTrader), 'decided');
});

test('the lump sum is claimed once, after the last month passed its inspection [CHI-10.1-2]', () => {
  const context = today('2027-04-08');
  const lump = (last: MonthState, year: MonthState = noMonth, of = 2026) =>
    issueLumpSum({ year, last }, { year: of }, context);
  const march = monthAfter(...accepted(MARCH, 900)).month;
  const unready = monthAfter(closed(MARCH, 1, 900, '2027-03-31')).month;
  assert.equal(refusalOf(lump(unready)), 'lump-sum-before-year-end');
  assert.equal(refusalOf(lump(march, noMonth, 2025)), 'lump-sum-other-year');
  const facts = factsOf(lump(march));
  const [fact] = facts;
  assert.ok(fact?.type === 'invoice.issued');
  assert.deepEqual([fact.month, fact.number, fact.invoice.month], ['2026', 'MV8-2026-L', MARCH]);
  const issued = monthAfter(...recorded('2027-04-08', facts)).month;
  assert.equal(refusalOf(lump(march, issued)), 'invoice-issued-already');
});

test('the ward pays within 30 days of the receipt, to the yen, and once [CHI-10-1]', () => {
  const issued = recorded('2026-06-10', factsOf(issue(monthAfter(...accepted()), evidence())));
  const due = { month: MAY, edition: 1 };
  const state = monthAfter(...issued);
  const receive = (day: string, from = state) =>
    receiveInvoice(from, { ...due, on: date(day) }, today('2026-06-20'));
  assert.equal(refusalOf(receive('2026-06-12', monthAfter())), 'invoice-not-issued');
  assert.equal(refusalOf(receive('2026-06-09')), 'invoice-day-impossible');
  assert.equal(refusalOf(receive('2026-06-21')), 'invoice-day-impossible');
  const received = factsOf(receive('2026-06-12'));
  assert.ok(received[0]?.type === 'invoice.received');
  assert.equal(received[0].dueBy, '2026-07-12');

  const pay = (from: typeof state, amount: number, day = '2026-07-10') =>
    payInvoice(from, { ...due, on: date(day), amount }, today('2026-07-11'));
  assert.equal(refusalOf(pay(state, 28_710)), 'invoice-not-received');
  const open = monthAfter(...issued, ...recorded('2026-06-20', received));
  assert.equal(refusalOf(receive('2026-06-12', open)), 'invoice-received-already');
  assert.deepEqual(pay(open, 28_700), {
    refused: 'payment-differs',
    claimed: 28_710,
    paid: 28_700,
    difference: -10,
  });
  assert.equal(refusalOf(pay(open, 28_710, '2026-06-11')), 'invoice-day-impossible');
  const paid = factsOf(pay(open, 28_710));
  assert.deepEqual(
    paid.map((fact) => (fact.type === 'invoice.paid' ? [fact.number, fact.amount, fact.on] : [])),
    [['MV8-202605-1', yen(28_710), '2026-07-10']],
  );
  const done = monthAfter(...issued, ...recorded('2026-06-20', received), ...recorded('2026-07-11', paid));
  assert.equal(refusalOf(pay(done, 28_710)), 'invoice-paid-already');
});
