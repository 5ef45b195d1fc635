import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { isRefusal } from '../basics/refusal.ts';
import type { Decision } from '../decision.ts';
import type { RecordedFact } from '../facts.ts';
import { screening } from '../../programmes/screening/programme.ts';
import { booked } from '../../../tests/support/booked.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { changeContact } from './change-contact.ts';
import { move, type Move } from './move.ts';
import { nameMailWay } from './name-mail-way.ts';

const context = today('2026-06-10');
const dated = booked('2026-06-01', '2026-06-15');
const printed: readonly RecordedFact[] = [
  on('2026-06-08', { type: 'piece.planned', piece: 'piece_1', batch: 'batch_1', case: CASE, kind: 'recall' }),
  on('2026-06-09', {
    type: 'piece.printed',
    piece: 'piece_1',
    batch: 'batch_1',
    case: CASE,
    kind: 'recall',
    template: 'recall/1',
    copy: 1,
  }),
];
const seen = given(opened(), dated, ...printed);
const protectedSeen = given(
  opened(),
  on('2026-06-01', { type: 'case.protection-changed', case: CASE, to: true, ref: 'w-1' }),
);

const yes = (outcome: Decision | { readonly refused: string }): Decision => {
  assert.ok(!isRefusal(outcome));
  return outcome;
};
const moved = (changes: Partial<Move>) =>
  move(seen, { case: CASE, kind: 'out', on: date('2026-06-15'), source: 'phone', ...changes }, context);
const types = (decision: Decision) => decision.facts.map(({ type }) => type);
const inWard = { postcode: '1020074', address: '東京都千代田区九段南1-2-1' };

test('a move out effective on the visit day gives the date up and tells the ward [CHI-4.2-1]', () => {
  const decided = yes(moved({}));
  assert.deepEqual(types(decided), ['case.moved', 'booking.cancelled']);
  assert.ok(decided.send?.some(({ queue }) => queue === 'ward-notice'));
});

test('a move out after the visit day keeps the date; known to the ward it is not told back [CHI-4.2-1]', () => {
  const decided = yes(moved({ on: date('2026-06-16'), source: 'list' }));
  assert.deepEqual(types(decided), ['case.moved']);
  assert.deepEqual(decided.send, []);
});

test('a move out that is in force pulls letters that invite [CHI-4.3-1]', () => {
  const decided = yes(moved({ on: date('2026-06-10'), source: 'list' }));
  assert.deepEqual(
    decided.send?.map(({ queue, ref }) => [queue, ref]),
    [['pull-piece', 'piece_1']],
  );
});

test('a woman designated for the visit keeps her date when she moves out [CHI-4.4-1]', () => {
  const designated = given(
    opened(),
    dated,
    on('2026-06-02', { type: 'case.designated', case: CASE, scope: ['visit'], ref: 'w-9' }),
  );
  const out = { case: CASE, kind: 'out', on: date('2026-06-12'), source: 'list' } as const;
  assert.deepEqual(types(yes(move(designated, out, context))), ['case.moved']);
});

test('a move within the ward keeps the new address, pulls old letters and asks her about the place [CHI-8.14-6]', () => {
  const decided = yes(moved({ kind: 'within', address: inWard }));
  assert.deepEqual(types(decided), ['case.moved']);
  assert.deepEqual(
    decided.send?.map(({ queue }) => queue),
    ['pull-piece', 'call', 'ward-notice'],
  );
  assert.deepEqual(
    decided.keep?.map(({ section }) => section),
    ['address'],
  );
});

test('a place outside the ward, or none, is no move within it [CHI-8.14-6, AMB-55]', () => {
  for (const address of ['東京都港区芝公園1-5-25', '北海道札幌市中央区北1条西2', 'ソウル特別市']) {
    const outcome = moved({ kind: 'within', address: { postcode: '1050011', address } });
    assert.equal(refusalOf(outcome), 'place-outside-ward');
  }
  assert.equal(refusalOf(moved({ kind: 'within' })), 'new-address-missing');
});

test('a programme that knows no towns of its ward takes a move within it as told [CHI-4.2-1]', () => {
  const address = { postcode: '1000014', address: '東京都千代田区永田町2-1-1' };
  const decided = move(
    given(opened()),
    { case: CASE, kind: 'within', on: date('2026-06-10'), source: 'phone', address },
    today('2026-06-10', { rules: screening.rules }),
  );
  assert.equal(isRefusal(decided), false);
});

test('back again undoes the move; told twice, or with nothing to undo, it is known [CHI-4.2-1]', () => {
  const back = { case: CASE, kind: 'back', on: date('2026-06-20'), source: 'list' } as const;
  assert.deepEqual(factsOf(move(seen, back, context)), []);
  const out = on('2026-06-09', {
    type: 'case.moved',
    case: CASE,
    on: date('2026-06-15'),
    within: false,
    source: 'list',
  });
  const away = given(opened(), out);
  const [fact] = factsOf(move(away, back, context));
  assert.ok(fact?.type === 'case.moved' && fact.back);
  assert.equal(given(opened(), out, on('2026-06-20', fact)).case.standing.movedOut, undefined);
  const again = { case: CASE, kind: 'out', on: date('2026-06-15'), source: 'list' } as const;
  assert.deepEqual(factsOf(move(away, again, context)), []);
});

test('under protection only the ward changes where and how she is reached [AMB-56]', () => {
  const address = { case: CASE, kind: 'within', on: date('2026-06-10'), address: inWard } as const;
  assert.equal(
    refusalOf(move(protectedSeen, { ...address, source: 'phone' }, context)),
    'changed-by-ward-only',
  );
  assert.equal(refusalOf(move(protectedSeen, { ...address, source: 'ward' }, context)), 'decided');
  const phone = { case: CASE, what: 'phone', values: { phone: '0300000000' } } as const;
  assert.equal(
    refusalOf(changeContact(protectedSeen, { ...phone, source: 'phone' }, context)),
    'changed-by-ward-only',
  );
  assert.equal(refusalOf(changeContact(seen, { ...phone, source: 'phone' }, context)), 'decided');
});

test('the ward alone says where notices go; her own stay elsewhere never does [CHI-8.8-2]', () => {
  const values = { postcode: '0600001', address: '北海道札幌市中央区北1条西2' };
  const place = { case: CASE, source: 'phone', values } as const;
  assert.equal(
    refusalOf(changeContact(seen, { ...place, what: 'mail-address' }, context)),
    'changed-by-ward-only',
  );
  const delivery = yes(changeContact(seen, { ...place, what: 'delivery-address' }, context));
  assert.deepEqual(
    delivery.keep?.map(({ section }) => section),
    ['delivery-address'],
  );
  const abroad = { ...place, what: 'delivery-address', values: { ...values, postcode: '03172' } } as const;
  assert.equal(refusalOf(changeContact(seen, abroad, context)), 'address-not-in-japan');
});

test('a designated way of mail needs its place, and pulls what is printed for another [CHI-8.8-2]', () => {
  const way = { case: CASE, way: 'designated', ref: 'w-1' } as const;
  assert.equal(refusalOf(nameMailWay(seen, way, context)), 'designated-address-missing');
  const named = yes(nameMailWay(seen, { ...way, address: inWard }, context));
  assert.deepEqual(types(named), ['case.mail-way-named']);
  assert.deepEqual(
    named.send?.map(({ ref }) => ref),
    ['piece_1'],
  );
  assert.deepEqual(factsOf(nameMailWay(seen, { ...way, way: 'registered' }, context)), []);
});
