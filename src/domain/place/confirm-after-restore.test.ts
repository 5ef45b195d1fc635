import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, on } from '../../../tests/support/given.ts';
import { confirmAfterRestore } from './confirm-after-restore.ts';
import { evolvePlace, isAfterRestore, noPlace } from './place-state.ts';

const restored = on('2026-06-01', {
  type: 'backup.restored',
  generation: '2026-05-31-1',
  digest: 'ab',
  facts: 10,
});

test('a restored place is silent until its confirmation, and can be confirmed once [SEC-12-3]', () => {
  assert.equal(isAfterRestore(noPlace), false);
  const silent = evolvePlace(noPlace, restored);
  assert.equal(isAfterRestore(silent), true);
  const facts = factsOf(confirmAfterRestore({ place: silent }, { ref: 'LOG-3' }));
  assert.deepEqual(facts, [
    { type: 'place.after-restore-confirmed', generation: '2026-05-31-1', ref: 'LOG-3' },
  ]);
  const speaking = facts.map((fact) => on('2026-06-02', fact)).reduce(evolvePlace, silent);
  assert.equal(isAfterRestore(speaking), false);
  assert.deepEqual(confirmAfterRestore({ place: speaking }, { ref: 'LOG-3' }), {
    refused: 'nothing-restored',
  });
});
