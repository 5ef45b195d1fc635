import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { Fact } from '../facts.ts';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { changeProtection } from './change-protection.ts';
import { endHold } from './end-hold.ts';
import { holdCase } from './hold-case.ts';
import { liftStop } from './lift-stop.ts';
import { pause } from './pause.ts';
import { resume } from './resume.ts';
import { stopsOn } from './what-stops-what.ts';
import { withdraw } from './withdraw.ts';

const DAY = date('2026-06-10');
const alone = today(DAY);
const two = today(DAY, { second: 'account_second' });

const told = (fact: Fact) => {
  const recorded = on('2026-06-01', fact);
  return { seen: given(opened(), recorded), of: recorded.id };
};
const pauseFact = (by: 'herself' | 'ward' | 'staff', until = '2026-07-01'): Fact => ({
  type: 'case.paused',
  case: CASE,
  reason: 'hospital',
  until: date(until),
  by,
  channel: 'phone',
});
const withdrawn: Fact = {
  type: 'case.withdrawn',
  case: CASE,
  by: 'herself',
  channel: 'phone',
  package: 'decline',
};

const OF_WARD: readonly Fact[] = [
  { type: 'case.loss-reported', case: CASE, on: date('2026-06-01'), source: 'phone' },
  { type: 'case.died', case: CASE, who: 'child', on: date('2026-06-01'), source: 'list' },
  { type: 'case.birth-reported', case: CASE, on: date('2026-06-01'), source: 'list' },
  { type: 'case.held', case: CASE, reason: 'ward-stop', ref: 'w-1' },
  pauseFact('ward'),
  { type: 'case.protection-changed', case: CASE, to: true, ref: 'w-1' },
];

test("what the ward stops is undone by two people with the ward's word, never by one [B-17, CHI-8.14-5]", () => {
  for (const fact of OF_WARD) {
    const { seen, of } = told(fact);
    const command = { case: CASE, of, by: 'ward', ref: 'w-2' } as const;
    assert.equal(refusalOf(liftStop(seen, command, alone)), 'two-people-needed', fact.type);
    const [lifted, ...more] = factsOf(liftStop(seen, command, two));
    assert.ok(lifted && more.length === 0);
    const after = given(opened(), { ...on('2026-06-01', fact), id: of }, on(DAY, lifted)).case.standing;
    const left = fact.type === 'case.protection-changed' ? ['mail-way-undecided'] : [];
    assert.deepEqual(stopsOn(after, DAY), left, fact.type);
  }
});

test('a stop that is gone, or was never there, is not found [B-17]', () => {
  const { seen } = told(OF_WARD[0] as Fact);
  const command = { case: CASE, of: 'fact_other', by: 'ward', ref: 'w-2' } as const;
  assert.equal(refusalOf(liftStop(seen, command, two)), 'stop-not-found');
});

test('her own pause and withdrawal are not lifted over her head [CHI-8.14-7]', () => {
  for (const fact of [pauseFact('herself'), withdrawn]) {
    const { seen, of } = told(fact);
    const command = { case: CASE, of, by: 'ward', ref: 'w-2' } as const;
    assert.equal(refusalOf(liftStop(seen, command, two)), 'undone-by-herself-only');
  }
});

test('with code and birthday she takes back a pause, but neither a withdrawal nor a pause of the ward [CHI-8.14-7]', () => {
  const byLink = { case: CASE, by: 'herself', identity: 'code', channel: 'web' } as const;
  const link = { ...alone, actor: 'resident' as const };
  for (const by of ['herself', 'staff'] as const) {
    assert.equal(factsOf(resume(told(pauseFact(by)).seen, byLink, link)).length, 1);
  }
  assert.equal(refusalOf(resume(told(withdrawn).seen, byLink, link)), 'identity-needed');
  assert.equal(refusalOf(resume(told(pauseFact('ward')).seen, byLink, link)), 'undone-by-ward-only');
});

test('she takes back her pause and her withdrawal after three points, not before [CHI-8.14-7]', () => {
  const herself = { case: CASE, by: 'herself', channel: 'phone' } as const;
  for (const fact of [pauseFact('herself'), pauseFact('staff'), withdrawn]) {
    const { seen, of } = told(fact);
    assert.equal(refusalOf(resume(seen, herself, alone)), 'identity-needed');
    const facts = factsOf(resume(seen, { ...herself, identity: 'three-points' }, alone));
    const after = given(opened(), { ...on('2026-06-01', fact), id: of }, ...facts.map((one) => on(DAY, one)));
    assert.deepEqual(stopsOn(after.case.standing, DAY), []);
  }
});

test("a ward's pause is not taken back by her or by staff before its day [CHI-8.14-7]", () => {
  const { seen } = told(pauseFact('ward'));
  const herself = { case: CASE, by: 'herself', identity: 'three-points', channel: 'phone' } as const;
  assert.equal(refusalOf(resume(seen, herself, alone)), 'undone-by-ward-only');
  assert.equal(
    refusalOf(pause(seen, { ...pauseCommand, by: 'herself', until: date('2026-06-12') }, alone)),
    'paused-by-ward',
  );
});

const pauseCommand = {
  case: CASE,
  reason: 'hospital',
  until: date('2026-07-01'),
  by: 'herself',
  channel: 'phone',
} as const;

test('staff take back what staff set, the clock only what is over [CHI-8.14-7]', () => {
  const staff = { case: CASE, by: 'staff', channel: 'phone' } as const;
  assert.equal(factsOf(resume(told(pauseFact('staff')).seen, staff, alone)).length, 1);
  assert.equal(refusalOf(resume(told(pauseFact('herself')).seen, staff, alone)), 'identity-needed');
  assert.equal(refusalOf(resume(told(withdrawn).seen, staff, alone)), 'identity-needed');
  const clock = { ...staff, by: 'clock' } as const;
  assert.equal(refusalOf(resume(told(pauseFact('herself')).seen, clock, alone)), 'pause-not-over');
  assert.equal(factsOf(resume(told(pauseFact('herself', '2026-06-10')).seen, clock, alone)).length, 1);
});

test('nothing to resume is no error [CHI-8.14-7]', () => {
  assert.deepEqual(
    factsOf(resume(given(opened()), { case: CASE, by: 'herself', channel: 'phone' }, alone)),
    [],
  );
});

test('a pause ends after today; the same one told twice is known, another end moves it [CHI-8.14-7]', () => {
  const early = { ...pauseCommand, until: DAY };
  assert.equal(refusalOf(pause(given(opened()), early, alone)), 'pause-ends-too-early');
  const { seen } = told(pauseFact('herself'));
  assert.deepEqual(factsOf(pause(seen, pauseCommand, alone)), []);
  assert.equal(factsOf(pause(seen, { ...pauseCommand, until: date('2026-07-10') }, alone)).length, 1);
  assert.equal(refusalOf(pause(told(withdrawn).seen, pauseCommand, alone)), 'withdrawn-already');
});

test('a pause that the link asks for is her own, whatever it says [CHI-8.14-7]', () => {
  const [fact] = factsOf(
    pause(given(opened()), { ...pauseCommand, by: 'ward' }, today(DAY, { actor: 'resident' })),
  );
  assert.ok(fact?.type === 'case.paused' && fact.by === 'herself');
});

test('a withdrawal asks about an earned package, by the link it acts at once and keeps it [CHI-8.14-7]', () => {
  const seen = given(opened(), completedVisit('2026-06-01'));
  const command = { case: CASE, channel: 'phone' } as const;
  assert.equal(refusalOf(withdraw(seen, command, alone)), 'package-not-asked');
  const answer = (context: typeof alone, more: object = {}) => {
    const [fact] = factsOf(withdraw(seen, { ...command, ...more }, context));
    return fact?.type === 'case.withdrawn' ? fact.package : undefined;
  };
  assert.equal(answer(alone, { package: 'send' }), 'send');
  assert.equal(answer(today(DAY, { actor: 'resident' })), 'keep');
  assert.deepEqual(factsOf(withdraw(told(withdrawn).seen, command, alone)), []);
});

test('protection begins at once and ends with two people only [AMB-56]', () => {
  const start = { case: CASE, to: true, ref: 'w-1' } as const;
  assert.equal(factsOf(changeProtection(given(opened()), start, alone)).length, 1);
  const { seen } = told({ type: 'case.protection-changed', case: CASE, to: true, ref: 'w-1' });
  assert.deepEqual(factsOf(changeProtection(seen, start, alone)), []);
  assert.equal(refusalOf(changeProtection(seen, { ...start, to: false }, alone)), 'two-people-needed');
  assert.equal(factsOf(changeProtection(seen, { ...start, to: false }, two)).length, 1);
});

test('a hold is set once and ended by its reason; a stop of the ward needs its word and ends elsewhere [B-17]', () => {
  const held = told({ type: 'case.held', case: CASE, reason: 'same-name' }).seen;
  assert.deepEqual(factsOf(holdCase(held, { case: CASE, reason: 'same-name' }, alone)), []);
  assert.equal(factsOf(endHold(held, { case: CASE, reason: 'same-name', ref: 'seen-1' }, alone)).length, 1);
  assert.deepEqual(factsOf(endHold(held, { case: CASE, reason: 'other', ref: 'seen-1' }, alone)), []);
  assert.equal(refusalOf(holdCase(held, { case: CASE, reason: 'ward-stop' }, alone)), 'ward-word-needed');
  assert.equal(
    refusalOf(endHold(held, { case: CASE, reason: 'ward-stop', ref: 'seen-1' }, alone)),
    'undone-by-ward-only',
  );
});
