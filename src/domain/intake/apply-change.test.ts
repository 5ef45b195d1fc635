import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { applyChange, type ApplyChange } from './apply-change.ts';
import { changeNeeds } from './change-kinds.ts';
import type { ChangeKind } from './rows.ts';
import { updateFromList, type UpdateFromList } from './update-from-list.ts';

const LIST = 'list_changes';

function apply(kind: ChangeKind, more: Partial<ApplyChange> = {}): readonly string[] {
  const command = { case: CASE, list: LIST, asOf: date('2026-05-10'), kind, ...more } as const;
  return factsOf(applyChange(given(opened()), command, today('2026-05-11'))).map(({ type }) => type);
}

const ADDRESS = { postcode: '1020074', address: '東京都千代田区九段南１－２－１' };

test('every kind of change does what its subject says, or holds the case when a part is missing [AMB-38]', () => {
  const expected: Readonly<Record<ChangeKind, readonly string[]>> = {
    'moved-out': ['case.moved'],
    'move-out-cancelled': [],
    'moved-back': [],
    'moved-within': ['case.held'],
    'address-corrected': ['case.held'],
    'mail-address-changed': ['case.held'],
    birth: ['case.birth-reported'],
    loss: ['case.loss-reported', 'urgent.raised'],
    'child-death': ['case.died', 'urgent.raised'],
    'woman-death': ['case.died'],
    'protection-started': ['case.protection-changed'],
    'protection-ended': [],
    'follow-up-decided': ['case.follow-up-decided'],
    'follow-up-cancelled': [],
    'sending-stopped': ['case.held'],
    'stop-lifted': [],
    'name-changed': ['case.held'],
    'due-date-changed': ['case.held'],
    'listing-cancelled': ['case.held'],
  };
  for (const kind of Object.keys(changeNeeds) as ChangeKind[])
    assert.deepEqual(apply(kind), expected[kind], kind);
});

test('with its parts a change is carried out [AMB-38]', () => {
  assert.deepEqual(apply('moved-within', ADDRESS), ['case.moved']);
  assert.deepEqual(apply('address-corrected', ADDRESS), ['case.contact-changed']);
  assert.deepEqual(apply('mail-address-changed', ADDRESS), ['case.mail-way-named']);
  assert.deepEqual(apply('name-changed', { name: '見本　新子' }), ['case.contact-changed']);
  assert.deepEqual(apply('due-date-changed', { due: date('2026-08-10') }), ['case.due-date-changed']);
});

test('a loss without a day is taken as of the day of the list, and one that lies ahead as of today [AMB-38]', () => {
  const day = (on: string | undefined) => {
    const command = { case: CASE, list: LIST, asOf: date('2026-05-10'), kind: 'loss' } as const;
    const [fact] = factsOf(
      applyChange(
        given(opened()),
        { ...command, on: on === undefined ? undefined : date(on) },
        today('2026-05-11'),
      ),
    );
    return fact?.type === 'case.loss-reported' ? fact.on : undefined;
  };
  assert.equal(day(undefined), '2026-05-10');
  assert.equal(day('2026-05-03'), '2026-05-03');
  assert.equal(day('2026-06-01'), '2026-05-11');
});

const update: UpdateFromList = {
  case: CASE,
  list: LIST,
  parts: ['phone'],
  values: [
    { section: 'reference', value: { number: '26-1', delivered: '{}' } },
    { section: 'contact', value: { phone: '0300000000' } },
  ],
  due: date('2026-08-20'),
  followUp: false,
  protected: false,
  mailWay: 'registered',
};

test('her own telephone number goes before the ward’s once she has registered [CHI-8.1-3]', () => {
  const before = updateFromList(given(opened()), update, today('2026-05-11'));
  assert.deepEqual(
    factsOf(before).map(({ type }) => type),
    ['case.contact-changed'],
  );
  const registered = on('2026-05-01', { type: 'resident.registered', case: CASE, channel: 'web' });
  const after = updateFromList(given(opened(), registered), update, today('2026-05-11'));
  assert.deepEqual(factsOf(after), []);
  assert.doesNotMatch(JSON.stringify(after), /0300000000/);
});

test('protection begins by a second delivery and does not end by it [AMB-56] [INC-11]', () => {
  const parts = ['protected'] as const;
  const begins = updateFromList(given(opened()), { ...update, parts, protected: true }, today('2026-05-11'));
  assert.deepEqual(
    factsOf(begins).map(({ type }) => type),
    ['case.protection-changed'],
  );
  const ends = updateFromList(
    given(opened('2026-04-20', { protected: true })),
    { ...update, parts },
    today('2026-05-11'),
  );
  assert.deepEqual(factsOf(ends), []);
});

test('a case that was never opened takes nothing [CHI-8.1-3]', () => {
  assert.equal(refusalOf(updateFromList(given(), update, today('2026-05-11'))), 'case-not-open');
});
