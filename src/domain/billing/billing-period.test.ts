import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addDays, date } from '../basics/civil-date.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { Billable } from './billable.ts';
import { billedWith, type ContractMonths, type InvoicePeriod } from './billing-period.ts';

const month = (text: string) => text as YearMonth;
const contract: ContractMonths = {
  first: month('2026-04'),
  last: month('2027-03'),
  after: 'supplement',
};
const closing = (of: string, upTo: number, edition = 1): InvoicePeriod => ({
  month: month(of),
  edition,
  upTo,
});

const visit = (day: string, place: number, quantity = 1): Billable => ({
  code: 'visit',
  quantity,
  on: date(day),
  place,
  fact: `fact_${place}`,
  of: 'case_1',
});

const MAY = closing('2026-05', 100);
const JUNE = closing('2026-06', 200);

const billed = (of: InvoicePeriod, closings: readonly InvoicePeriod[], ...things: readonly Billable[]) =>
  billedWith(of, closings, contract, things).map(({ fact, adjusts }) =>
    adjusts ? `${fact} adjusts ${adjusts}` : fact,
  );

test('a visit recorded before its month closed is on the invoice of its month [CHI-10.2-6]', () => {
  const things = [visit('2026-05-20', 90), visit('2026-06-01', 95)];
  assert.deepEqual(billed(MAY, [MAY, JUNE], ...things), ['fact_90']);
  assert.deepEqual(billed(JUNE, [MAY, JUNE], ...things), ['fact_95']);
});

test('what is recorded after the close goes to the next invoice and says which month it adjusts', () => {
  const late = visit('2026-05-30', 101);
  assert.deepEqual(billed(MAY, [MAY, JUNE], late), []);
  assert.deepEqual(billed(JUNE, [MAY, JUNE], late), ['fact_101 adjusts 2026-05']);
});

test('a thing taken back after the close changes no issued invoice but adjusts its month in the next', () => {
  const things = [visit('2026-05-20', 90), visit('2026-05-20', 150, -1)];
  assert.deepEqual(billed(MAY, [MAY, JUNE], ...things), ['fact_90']);
  assert.deepEqual(billed(JUNE, [MAY, JUNE], ...things), ['fact_150 adjusts 2026-05']);
});

test('a package received after 31 March is in a supplement of March, never in a month [AMB-39, CHI-10.2-5]', () => {
  const march = closing('2027-03', 900);
  const first = closing('2027-03', 950, 2);
  const second = closing('2027-03', 990, 3);
  const all = [march, first, second];
  const things = [
    visit('2027-03-31', 880),
    visit('2027-03-30', 920),
    visit('2027-04-10', 930),
    visit('2027-05-02', 960),
  ];
  assert.deepEqual(billed(march, all, ...things), ['fact_880']);
  assert.deepEqual(billed(first, all, ...things), ['fact_920 adjusts 2027-03', 'fact_930']);
  assert.deepEqual(billed(second, all, ...things), ['fact_960']);
});

test('a month closed again after the next one still takes what belongs to it', () => {
  const again = closing('2026-05', 250);
  const things = [visit('2026-05-20', 90), visit('2026-05-20', 220), visit('2026-06-03', 150)];
  assert.deepEqual(billed(again, [again, JUNE], ...things), ['fact_90', 'fact_220']);
  assert.deepEqual(billed(JUNE, [again, JUNE], ...things), ['fact_150']);
});

test('where the ward says so, what is received after 31 March goes to the next contract [AMB-39]', () => {
  const all = [closing('2027-03', 900), closing('2027-03', 950, 2)];
  const things = [visit('2027-03-30', 920), visit('2027-04-10', 930)];
  const next = { ...contract, after: 'next-contract' as const };
  const facts = all.flatMap((one) => billedWith(one, all, next, things)).map(({ fact }) => fact);
  assert.deepEqual(facts, ['fact_920']);
});

test('what is older than the contract counts in its first month, as in the report', () => {
  const [april] = billedWith(MAY, [MAY], contract, [visit('2026-03-31', 5)]);
  assert.deepEqual([april?.on, april?.adjusts], ['2026-04-01', '2026-04']);
});

test('wherever the months are cut, each thing is billed once and the year adds up', () => {
  const start = date('2026-04-01');
  const things = fc
    .array(fc.record({ day: fc.integer({ min: 0, max: 500 }), quantity: fc.constantFrom(1, 1, 1, -1) }), {
      maxLength: 60,
    })
    .map((list) => list.map(({ day, quantity }, index) => visit(addDays(start, day), index + 1, quantity)));
  const cuts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(things, cuts, (all, places) => {
      const months = places
        .toSorted((a, b) => a - b)
        .map((upTo, index) =>
          closing(index < 9 ? `2026-${String(index + 4).padStart(2, '0')}` : `2027-0${index - 8}`, upTo),
        );
      const closings = [...months, closing('2027-03', 1_000, 2)];
      const facts = closings
        .flatMap((one) => billedWith(one, closings, contract, all))
        .map(({ fact }) => fact);
      assert.deepEqual(facts.toSorted(), all.map(({ fact }) => fact).toSorted());
    }),
    { numRuns: 500 },
  );
});
