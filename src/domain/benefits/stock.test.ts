import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../basics/civil-date.ts';
import type { NewFact, RecordedFact } from '../facts.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { countStock } from './count-stock.ts';
import { packBenefit } from './pack-benefit.ts';
import { receiveStock } from './receive-stock.ts';
import { returnStock } from './return-stock.ts';
import { allSets, evolveStock, inStock, noStock, setOf, type Stock } from './stock.ts';

const day = today('2026-06-20', { second: 'account_second' });
const stockAfter = (...facts: readonly RecordedFact[]): Stock => facts.reduce(evolveStock, noStock);
const received = (serials: readonly string[], expiry: string) =>
  on('2026-06-01', {
    type: 'stock.received',
    serials,
    expiry: date(expiry),
    count: serials.length,
    witnesses: ['a', 'b'],
  });
const wrapped = (facts: readonly NewFact[]) => facts.map((fact) => on('2026-06-20', fact));
const printed: RecordedFact[] = [
  opened(),
  on('2026-06-20', {
    type: 'piece.planned',
    piece: 'piece_1',
    batch: 'batch_1',
    case: CASE,
    kind: 'package',
  }),
  on('2026-06-20', {
    type: 'piece.printed',
    piece: 'piece_1',
    batch: 'batch_1',
    case: CASE,
    kind: 'package',
    template: 'package/1',
    copy: 1,
  }),
];
const pack = (serials: readonly string[], stock: Stock, ...facts: RecordedFact[]) =>
  packBenefit(
    { ...given(...printed, ...facts), stock },
    { case: CASE, batch: 'batch_1', piece: 'piece_1', serials },
    day,
  );

test('voucher sets come in counted by two, each serial once [CHI-8.4-14]', () => {
  const take = (serials: readonly string[], count: number, stock = noStock) =>
    refusalOf(receiveStock({ stock }, { serials, expiry: date('2028-03-31'), count }, day));
  assert.equal(take(['s1', 's2'], 2), 'decided');
  assert.equal(take(['s1', 's2'], 3), 'count-differs');
  assert.equal(take(['s1', 's1'], 2), 'count-differs');
  assert.equal(take(['s1'], 1, stockAfter(received(['s1'], '2028-03-31'))), 'serial-known');
});

test('the set that expires first is packed first, one that expires too soon not at all [CHI-8.4-14] [INC-30]', () => {
  const stock = stockAfter(
    received(['late'], '2029-03-31'),
    received(['soon'], '2028-03-31'),
    received(['over'], '2026-12-31'),
  );
  assert.equal(refusalOf(pack(['late'], stock)), 'older-first');
  assert.equal(refusalOf(pack(['over'], stock)), 'expires-too-soon');
  assert.equal(refusalOf(pack(['none'], stock)), 'serial-not-in-stock');
  assert.equal(refusalOf(pack(['soon', 'late'], stock)), 'sets-per-package');
  const outcome = pack(['soon'], stock);
  assert.deepEqual(
    factsOf(outcome).map((fact) => fact.type),
    ['benefit.packed', 'stock.packed'],
  );
  assert.ok(!('refused' in outcome) && outcome.claim?.[0]?.kind === 'serial');
});

test('a stop between printing and packing pulls the package [CHI-4.2-7]', () => {
  const stock = stockAfter(received(['s1'], '2028-03-31'));
  const lost = on('2026-06-20', {
    type: 'case.loss-reported',
    case: CASE,
    on: date('2026-06-19'),
    source: 'phone',
  });
  assert.equal(refusalOf(pack(['s1'], stock, lost)), 'pull-package');
  const held = on('2026-06-20', { type: 'benefit.held', case: CASE, reason: 'overseas' });
  assert.equal(refusalOf(pack(['s1'], stock, held)), 'pull-package');
});

test('a count that differs closes the safe until one fits [CHI-8.4-14]', () => {
  const before = received(['s1', 's2'], '2028-03-31');
  const wrong = wrapped(countStock({ stock: stockAfter(before) }, { counted: 1 }, day).facts);
  const differing = stockAfter(before, ...wrong);
  assert.deepEqual(differing.differs, { counted: 1, expected: 2 });
  assert.equal(refusalOf(pack(['s1'], differing)), 'stock-differs');
  const right = wrapped(countStock({ stock: differing }, { counted: 2 }, day).facts);
  assert.equal(stockAfter(before, ...wrong, ...right).differs, undefined);
});

test('a returned package gives back every set that was packed, or nothing [CHI-8.4-6]', () => {
  const stock0 = stockAfter(received(['s1'], '2028-03-31'));
  const packed = wrapped(factsOf(pack(['s1'], stock0)));
  const stock = packed.reduce(evolveStock, stock0);
  const back = on('2026-07-03', {
    type: 'piece.returned',
    piece: 'piece_1',
    case: CASE,
    on: date('2026-07-03'),
    reason: 'storage-expired',
    source: 'scan',
  });
  const state = { ...given(...printed, ...packed, back), stock };
  const put = (serials: readonly string[]) =>
    returnStock(state, { case: CASE, piece: 'piece_1', serials }, day);
  assert.equal(refusalOf(put([])), 'serials-differ');
  assert.equal(refusalOf(put(['s2'])), 'serials-differ');
  const returned = wrapped(factsOf(put(['s1'])));
  const after = returned.reduce(evolveStock, stock);
  assert.deepEqual(
    inStock(after).map((set) => set.serial),
    ['s1'],
  );
  assert.equal(
    refusalOf(
      returnStock({ ...state, stock: after }, { case: CASE, piece: 'piece_1', serials: ['s1'] }, day),
    ),
    'already-back',
  );
});

test('received is always in, out and destroyed together [CHI-8.4-14]', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('in', 'out', 'back', 'destroy'), fc.nat(9)), { maxLength: 40 }),
      (steps) => {
        let stock = noStock;
        const came = new Set<string>();
        for (const [step, n] of steps) {
          const serial = `s${n}`;
          const status = setOf(stock, serial)?.status;
          const fact = (type: 'stock.received' | 'stock.packed' | 'stock.returned' | 'stock.destroyed') => {
            stock = evolveStock(
              stock,
              on('2026-06-01', {
                type,
                serials: [serial],
                expiry: addDays(date('2028-01-01'), n),
                count: 1,
                witnesses: [],
              }),
            );
          };
          if (step === 'in' && !status) {
            fact('stock.received');
            came.add(serial);
          }
          if (step === 'out' && status === 'in') fact('stock.packed');
          if (step === 'back' && status === 'out') fact('stock.returned');
          if (step === 'destroy' && status === 'in') fact('stock.destroyed');
        }
        const by = (wanted: string) => allSets(stock).filter(({ status }) => status === wanted).length;
        assert.equal(by('in') + by('out') + by('destroyed'), came.size);
        assert.equal(inStock(stock).length, by('in'));
      },
    ),
  );
});
