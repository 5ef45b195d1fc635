import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE, factsOf, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import { booked, visitRecord } from '../../../tests/support/booked.ts';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { date } from '../basics/civil-date.ts';
import type { Fact } from '../facts.ts';
import { completeVisit } from '../visits/complete-visit.ts';
import { releaseBenefit } from './release-benefit.ts';
import { tellPlace, type TellPlace } from './tell-place.ts';

const resident = today('2026-06-20', { actor: 'resident' });
const granted: Fact = {
  type: 'benefit.granted',
  case: CASE,
  reason: 'pregnant-at-visit',
  dueBy: date('2026-07-01'),
};
const tell = (facts: readonly Fact[], place: TellPlace['place']) =>
  tellPlace(
    given(opened(), ...facts.map((fact) => on('2026-06-10', fact))),
    { case: CASE, place, channel: 'web' },
    resident,
  );
const types = (outcome: ReturnType<typeof tellPlace>) => factsOf(outcome).map(({ type }) => type);

test('abroad holds an earned package at once, and one that is earned later when it is granted [CHI-8.8-8]', () => {
  assert.deepEqual(types(tell([granted], 'abroad')), ['benefit.place-told', 'benefit.held']);
  assert.deepEqual(types(tell([], 'abroad')), ['benefit.place-told']);
  assert.deepEqual(types(tell([granted], 'japan')), ['benefit.place-told']);
  const visit = (...before: readonly Fact[]) => {
    const assigned: Fact = {
      type: 'visit.assigned',
      case: CASE,
      booking: 'booking_1',
      visitor: 'account_nurse',
    };
    const consent: Fact = {
      type: 'consent.recorded',
      case: CASE,
      text: 'sharing-with-ward',
      version: '1',
      answer: 'given',
      channel: 'web',
      on: date('2026-05-20'),
    };
    const facts = [consent, ...before].map((fact) => on('2026-05-20', fact));
    const state = given(opened(), ...facts, booked('2026-05-20', '2026-06-10'), on('2026-05-21', assigned));
    return factsOf(completeVisit(state, visitRecord('2026-06-10'), today('2026-06-10', { time: '12:00' })));
  };
  const abroad: Fact = { type: 'benefit.place-told', case: CASE, place: 'abroad', channel: 'web' };
  const reasons = (facts: ReturnType<typeof visit>) =>
    facts.flatMap((fact) => (fact.type === 'benefit.held' ? [fact.reason] : []));
  assert.deepEqual(reasons(visit(abroad)), ['overseas']);
  assert.deepEqual(reasons(visit()), []);
  assert.deepEqual(reasons(visit(abroad, { ...abroad, place: 'registered' })), []);
});

test('she is back when she says so herself, and what she had said of the place is over [CHI-8.8-9]', () => {
  const visited = completedVisit('2026-06-10');
  const told = factsOf(tell([granted], 'abroad')).map((fact) => on('2026-06-20', fact));
  const state = given(opened(), visited, on('2026-06-10', granted), ...told);
  const back = releaseBenefit(
    state,
    { case: CASE, on: date('2026-06-20'), channel: 'web', by: 'herself' },
    resident,
  );
  const after = given(
    opened(),
    visited,
    on('2026-06-10', granted),
    ...told,
    ...factsOf(back).map((fact) => on('2026-06-20', fact)),
  );
  assert.deepEqual([after.case.benefit.heldFor, after.case.benefit.place], [undefined, undefined]);
});

test('the registered address takes the place of another one, unless she has left it or the package is with the post [CHI-8.4-9, AMB-47]', () => {
  const home = tell([granted], 'registered');
  assert.deepEqual(types(home), ['benefit.place-told', 'case.contact-changed']);
  assert.ok(!('refused' in home));
  assert.deepEqual(home.keep, [{ of: CASE, section: 'delivery-address', value: {} }]);
  const left: Fact = {
    type: 'case.moved',
    case: CASE,
    on: date('2026-06-01'),
    within: false,
    source: 'ward',
  };
  assert.equal(refusalOf(tell([left], 'registered')), 'delivery-place-unknown');
  assert.equal(
    refusalOf(tellPlace(given(), { case: CASE, place: 'japan', channel: 'web' }, resident)),
    'case-not-open',
  );
});
