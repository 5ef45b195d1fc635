import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../gate/inside/catalogue.ts';
import { chooseActor } from './choose-actor.ts';

const common = { data: './data', json: false };
const openCase = commands.get('case.open');

test('with real data nobody acts as a machine or as the resident from the command line [SEC-4-1] [THREAT-10]', () => {
  for (const as of ['system:intake', 'system:init', 'resident', 'somebody', '']) {
    assert.equal(chooseActor({ tryout: false }, { ...common, as }, openCase), undefined, as);
  }
  assert.equal(chooseActor({ tryout: false }, common, openCase), undefined);
  const second = { ...common, as: 'account_a', second: 'system:init' };
  assert.equal(chooseActor({ tryout: false }, second, openCase), undefined);
  const named = chooseActor({ tryout: false }, { ...common, as: 'account_a', second: 'account_b' }, openCase);
  assert.deepEqual(named, { actor: 'account_a', second: 'account_b', screen: 'command-line' });
});

test('in a try-out place a machine may be played, and steps in for its own rows', () => {
  assert.equal(chooseActor({ tryout: true }, common, openCase)?.actor, 'system:intake');
  assert.equal(chooseActor({ tryout: true }, { ...common, as: 'resident' }, openCase)?.actor, 'resident');
});
