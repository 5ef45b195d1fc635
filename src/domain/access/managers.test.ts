import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../basics/civil-date.ts';
import { isRefusal } from '../basics/refusal.ts';
import { on } from '../../../tests/support/given.ts';
import { appoint, evolveManagers, noManagers, relieve, type Managers } from './managers.ts';

const TODAY = date('2026-06-01');
const LATER = date('2027-03-31');

function apply(state: Managers, facts: ReturnType<typeof appoint>): Managers {
  return facts.map((fact) => on(TODAY, fact)).reduce(evolveManagers, state);
}

function office(...accounts: `account_${string}`[]): Managers {
  return accounts.reduce((state, one) => apply(state, appoint(state, one, LATER, TODAY)), noManagers);
}

test('the first is the responsible manager, the next are deputies in order [CHI-6.1-1]', () => {
  const { manager, deputies } = office('account_a', 'account_b', 'account_c');
  assert.equal(manager?.account, 'account_a');
  assert.deepEqual(
    deputies.map(({ account }) => account),
    ['account_b', 'account_c'],
  );
});

test('a deputy whose own right has ended does not follow [CHI-6.1-1]', () => {
  const state = apply(
    office('account_a'),
    appoint(office('account_a'), 'account_b', date('2026-05-31'), TODAY),
  );
  assert.deepEqual(relieve(state, 'account_a', TODAY), {
    refused: 'last-responsible-manager',
    account: 'account_a',
  });
});

test('a manager whose right has ended makes room for the next who gets it [CHI-6.1-1]', () => {
  const ended = apply(noManagers, appoint(noManagers, 'account_a', date('2026-05-31'), TODAY));
  const state = apply(ended, appoint(ended, 'account_b', LATER, TODAY));
  assert.equal(state.manager?.account, 'account_b');
});

test('whoever comes and goes, once there is a manager there is always exactly one [CHI-6.1-1]', () => {
  const account = fc.constantFrom('account_a', 'account_b', 'account_c', 'account_d');
  const step = fc.record({ account, comes: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state = office('account_a');
      for (const { account: who, comes } of steps) {
        const known = state.manager?.account === who || state.deputies.some((one) => one.account === who);
        const outcome = comes ? (known ? [] : appoint(state, who, LATER, TODAY)) : relieve(state, who, TODAY);
        if (!isRefusal(outcome)) state = apply(state, outcome);
        assert.ok(state.manager);
        const all = [state.manager, ...state.deputies].map((one) => one.account);
        assert.equal(new Set(all).size, all.length);
      }
    }),
  );
});

test('who stands in stops when she goes [AMB-54]', () => {
  const acting = evolveManagers(
    office('account_a', 'account_b'),
    on(TODAY, { type: 'manager.stood-in', manager: 'account_b', until: LATER }),
  );
  assert.equal(acting.standIn?.account, 'account_b');
  const gone = relieve(acting, 'account_b', TODAY);
  assert.ok(!isRefusal(gone));
  assert.equal(apply(acting, gone).standIn, undefined);
});
